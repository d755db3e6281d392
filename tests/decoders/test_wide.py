from __future__ import annotations

import pytest

from otel_redact.decoders.wide import WIDE


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\uff41\uff4e\uff4e\uff20\uff45\uff0e\uff43\uff4f", "ann@e.co"),
        ("\U0001d7d2\U0001d7cf\U0001d400 \u2463\u2460 \u00b2\u2074", "41A 41 24"),
        ("\u0664\u06f1 \u0967\u0e51", "41 11"),
        ("1\u00a02\u202f3\u30004\u20095", "1 2 3 4 5"),
        ("a\u2010b\u2011c\u2012d\u2013e\u2014f\u2212g\uff0dh", "a-b-c-d-e-f-g-h"),
        ("\ufb01le \u4f60 caf\u00e9\uff01", "file \u4f60 caf\u00e9!"),
    ],
)
def test_it_reads_as_ascii(text: str, read: str):
    (decoded,) = WIDE.decode(text)

    assert decoded.text == read


@pytest.mark.parametrize(
    "text",
    ["", "plain", "caf\u00e9", "\u4f60\u597d\u3002", "\u0430\u0431", "\U0001f600", "\u30ab\uff76"],
)
def test_what_means_no_ascii_stays(text: str):
    assert list(WIDE.decode(text)) == []
