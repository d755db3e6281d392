"""Percent-encoding as URLs and forms have it: ``ann%40example.com``, ``4111+1111+1111+1111``.

One layer is undone; `chain` asks again, for ``%2540``.
"""

from __future__ import annotations

import re

from otel_redact.decoders.decoded import Decoded, rewrite
from otel_redact.decoders.decoder import Decoder

__all__ = ["PERCENT"]

_NEXT = "%[89abAB][0-9a-fA-F]"
# One character at a time, so that a finding covers no more than itself.
# Source: https://www.rfc-editor.org/rfc/rfc3986#section-2.1 (2026-11-24); what follows a first byte
# in UTF-8: https://www.rfc-editor.org/rfc/rfc3629#section-3 (2026-11-24).
_CHARACTER = re.compile(
    rf"%(?:[0-7][0-9a-fA-F]|[cdCD][0-9a-fA-F]{_NEXT}|[eE][0-9a-fA-F](?:{_NEXT}){{2}}"
    rf"|[fF][0-4](?:{_NEXT}){{3}})"
)
# A form's blanks, between digits only: `ann+x@example.com` has a plus of its own.
_NUMBER = re.compile(r"(?<![A-Za-z0-9._+-])\+?[0-9]{1,6}(?:\+[0-9]{2,6})+(?![A-Za-z0-9._@%+-])")


def _decode(text: str) -> tuple[Decoded, ...]:
    decoded = rewrite(text, _CHARACTER, _character) if "%" in text else None
    now = decoded.text if decoded else text
    spaced = rewrite(now, _NUMBER, _with_blanks) if "+" in now else None
    if spaced:
        return (spaced.on(decoded),)
    return (decoded,) if decoded else ()


def _character(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:  # too long a form, or a surrogate
        return match[0]


def _with_blanks(match: re.Match[str]) -> str:
    return match[0][0] + match[0][1:].replace("+", " ")


PERCENT = Decoder(
    name="percent",
    signs={
        b"%": rb"[2-7][0-9a-fA-F]|0[9aAdD]|[c-fC-F][0-9a-fA-F]%[89abAB][0-9a-fA-F]",
        b"+": rb"(?<=[0-9]\+)[0-9]{2,6}\+[0-9]{2}",
    },
    decode=_decode,
)
