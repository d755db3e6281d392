from __future__ import annotations

import pytest

from otel_redact.decoders.percent import PERCENT


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ann%40example%2ecom", "ann@example.com"),
        ("%EF%BC%A0%e4%bd%A0%F0%9F%98%80", "\uff20\u4f60\U0001f600"),
        ("%2540", "%40"),
        ("100% of %zz %4 %e4%bd %C0%80 %41", "100% of %zz %4 %e4%bd %C0%80 A"),
        ("?card=4111+1111+1111+1111&x", "?card=4111 1111 1111 1111&x"),
        ("tel=%2B1+415+555+2671", "tel=+1 415 555 2671"),
    ],
)
def test_one_layer_is_undone(text: str, read: str):
    (decoded,) = PERCENT.decode(text)

    assert decoded.text == read


@pytest.mark.parametrize(
    "text", ["", "100%", "5 % off", "a+b", "ann12+34@example.com", "1+2", "c++"]
)
def test_what_is_not_encoded_stays(text: str):
    assert list(PERCENT.decode(text)) == []
