r"""Backslash escapes in text that is not JSON itself: ``{\"mail\": \"ann\u0040example.com\"}``.

A log line or a source text carries them. One layer is undone; `chain` asks again.
"""

from __future__ import annotations

import re

from otel_redact.decoders.decoded import Decoded, rewrite
from otel_redact.decoders.decoder import Decoder

__all__ = ["JSON_ESCAPE"]

# JSON's escapes (https://www.rfc-editor.org/rfc/rfc8259#section-7, 2026-11-24), and those of Python
# and JavaScript that a `repr` writes. What is none stays: `\d` of a pattern, `C:\Users`.
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|[ux]((?<=u)[0-9a-fA-F]{4}|(?<=x)[0-9a-fA-F]{2})|([bfnrt\"'/\\]))"
)
_CHARACTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SURROGATES = range(0xD800, 0xE000)


def _decode(text: str) -> tuple[Decoded, ...]:
    decoded = rewrite(text, _ESCAPE, _character) if "\\" in text else None
    return (decoded,) if decoded else ()


def _character(match: re.Match[str]) -> str:
    high, low, code, letter = match.groups()
    if letter:
        return _CHARACTERS.get(letter, letter)
    if high:
        return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    point = int(code, 16)
    return match[0] if point in _SURROGATES else chr(point)


JSON_ESCAPE = Decoder(
    name="json_escape",
    signs={b"\\": rb"[bfnrt\"'/\\]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}"},
    escapes={b"u": rb"00[2-7][0-9a-fA-F]", b"x": rb"[2-7][0-9a-fA-F]"},
    decode=_decode,
)
