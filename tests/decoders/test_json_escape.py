from __future__ import annotations

import pytest

from otel_redact.decoders.json_escape import JSON_ESCAPE


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"{\"mail\": \"ann\u0040example.com\"}", '{"mail": "ann@example.com"}'),
        (r"a\nb\tc\rd\/e\\f\'g", "a\nb\tc\rd/e\\f'g"),
        (r"\ud83d\ude00 \x41\u00E9", "\U0001f600 A\u00e9"),
        (r"\\u0040", r"\u0040"),
        (r"C:\Users\new", "C:\\Users\new"),
        (r"\d \u12 \xg \ud800 \u0041", r"\d \u12 \xg \ud800 A"),
    ],
)
def test_one_layer_is_undone(text: str, read: str):
    (decoded,) = JSON_ESCAPE.decode(text)

    assert decoded.text == read


@pytest.mark.parametrize("text", ["", "plain", r"\d+\s*", "\\", r"\ud800"])
def test_what_is_no_escape_stays(text: str):
    assert list(JSON_ESCAPE.decode(text)) == []
