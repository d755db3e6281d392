"""A value in, the ways to spell it that decoders undo out; tests of three rooms use it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from urllib.parse import quote

__all__ = ["ANY_VALUE", "SECRETS_ONLY"]

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_DIGITS = {ord("0") + digit: 0x1D7CE + digit for digit in range(10)}
_ARABIC = {ord("0") + digit: 0x0660 + digit for digit in range(10)}


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(one):04x}" if one in "@-_." else one for one in text)


def _each_percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def _dashes(text: str) -> str:
    return text.replace("-", "\u2011").replace(" ", "\u00a0")


ANY_VALUE: dict[str, Callable[[str], str]] = {
    "escapes": _escaped,
    "hexadecimal escapes": lambda text: "".join(f"\\x{ord(one):02x}" for one in text),
    "escapes of escapes": lambda text: json.dumps(_escaped(text))[1:-1],
    "glued to a line feed": lambda text: "\\n" + text,
    "percent": lambda text: quote(text, safe="").replace("-", "%2D").replace(".", "%2E"),
    "percent of everything": _each_percent,
    "percent twice": lambda text: quote(_each_percent(text)),
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "joiners and tags": "\u200d\u2060\U000e0061".join,
    "wide": lambda text: text.translate(_WIDE),
    "mathematical digits": lambda text: text.translate(_DIGITS),
    "arabic digits": lambda text: text.translate(_ARABIC),
    "wide, then percent": lambda text: quote(text.translate(_WIDE)),
    "wide with zero width between": lambda text: "\u200b".join(text.translate(_WIDE)),
    "hyphens and blanks": _dashes,
    "escapes of wide": lambda text: json.dumps(text.translate(_WIDE))[1:-1],
    "escapes of zero width": lambda text: json.dumps("\u200b".join(text))[1:-1],
}
"""What every detector's value may be spelled as."""

SECRETS_ONLY: dict[str, Callable[[str], str]] = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 without padding": lambda text: base64.b64encode(text.encode()).decode().rstrip("="),
    "base64url": lambda text: base64.urlsafe_b64encode(f"key?>{text}".encode()).decode(),
    "base64 of JSON": lambda text: base64.b64encode(
        json.dumps({"note": "x", "value": text}).encode()
    ).decode(),
    "base64 in lines": lambda text: (
        base64.encodebytes(("filler words " * 9 + text).encode()).decode().rstrip("\n")
    ),
    "base64 behind a line feed": lambda text: "\\n" + base64.b64encode(text.encode()).decode(),
    "base64 of text beyond ASCII": lambda text: base64.b64encode(
        f"\u5bc6\u94a5\uff1a{text}".encode()
    ).decode(),
}
"""What secrets may be spelled as besides."""
