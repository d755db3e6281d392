r"""Characters that mean an ASCII one, as that: ``ann\uff20example.com``, ``4111\u20111111``.

Compatible forms by NFKC (full-width, mathematical, circled), decimal digits of any script, hyphens
and dashes, blanks. Look-alikes of other alphabets are no forms of a Latin letter and stay.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from otel_redact.decoders.decoded import Decoded, rewrite
from otel_redact.decoders.decoder import NO_ESCAPE_BEFORE, Decoder

__all__ = ["WIDE"]

_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
_MAX_CACHED_CHARACTERS = 4096


def _decode(text: str) -> tuple[Decoded, ...]:
    if text.isascii():
        return ()
    ascii_of = {one: _ascii(one) for one in set(text) if one > "\x7f"}
    pattern = "".join(sorted(one for one, new in ascii_of.items() if new))
    if not pattern:
        return ()
    decoded = rewrite(text, re.compile(f"[{pattern}]"), lambda match: ascii_of[match[0]])
    return (decoded,) if decoded else ()


@functools.lru_cache(_MAX_CACHED_CHARACTERS)
def _ascii(character: str) -> str:
    """Return the ASCII characters that one beyond ASCII means, or nothing."""
    if character in _DASHES:
        return "-"
    if unicodedata.category(character) == "Zs":
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    normal = unicodedata.normalize("NFKC", character)
    return normal if normal.isascii() and normal.isprintable() else ""


# CJK text is full of wide commas, colons and brackets, other text of dashes and unbroken blanks:
# they count where ASCII letters or digits stand on both sides, blanks between digits or behind
# `=` and `:`. Of digits that texts have for other ends (a square, a bullet) two must follow one
# another; one of another script may have an ASCII letter or digit behind it instead. The
# ideographic blank is no sign: its first byte is in every word of Japanese.
# Source of the code points: https://www.unicode.org/charts/PDF/ UFF00, U2000, U2070, U2460, U1D400
# and https://www.unicode.org/Public/UCD/latest/ucd/DerivedNumericType.txt (2026-11-24).
def _blank(lead: bytes, rest: bytes) -> bytes:
    before_digit = rb"(?<=[0-9]" + lead + rest + rb")(?=[0-9(+])"
    before_value = rb"(?<=[:=]" + lead + rest + rb")(?=[!-~])"
    return rest + b"(?:" + before_digit + b"|" + before_value + b")"


_SIGNS = {
    b"\xef": (
        rb"\xbc[\x90-\x99\xa0-\xba]|\xbd[\x81-\x9a]|\xb9[\x92\xa3\xab]"
        rb"|(?<=[0-9A-Za-z]\xef)(?:\xbc[\x83\x85\x86\x8a\x8b\x8d-\x8f\x9a\x9d\xbc\xbf]"
        rb"|\xbd[\x9c\x9e])(?=[0-9A-Za-z\xef])"
    ),
    b"\xf0": rb"\x9d[\x90-\x9f]|\x9f(?:\x84[\x90-\xbf]|\x85[\x80-\x89])",
    b"\xe2": (
        rb"(?!\x80[\x98-\x9f\xa6])(?:"  # quotes and dots, which are the most common
        rb"(?<=[0-9A-Za-z]\xe2)(?:\x80[\x90-\x93]|\x88\x92)(?=[0-9A-Za-z])"
        rb"|\x80[\x94\x95](?:(?<=[0-9]\xe2..)(?=[0-9A-Za-z])|(?<=[A-Za-z]\xe2..)(?=[0-9]))"
        rb"|" + _blank(rb"\xe2", rb"(?:\x80[\x80-\x8a\xaf]|\x81\x9f)") + rb""
        rb"|(?:\x91[\xa0-\xbf]|\x92[\x80-\xbf]|\x93[\x80-\xaa])\xe2[\x91-\x93]"
        rb"|(?:\x81[\xb0-\xb9]|\x82[\x80-\x89])(?:\xe2[\x81\x82]|\xc2[\xb2\xb3\xb9]))"
    ),
    b"\xc2": (_blank(rb"\xc2", rb"\xa0") + rb"|[\xb2\xb3\xb9](?:\xc2[\xb2\xb3\xb9]|\xe2\x81)"),
    b"\xd9": rb"[\xa0-\xa9](?:\xd9[\xa0-\xa9]|[0-9A-Za-z])",
    b"\xdb": rb"[\xb0-\xb9](?:\xdb[\xb0-\xb9]|[0-9A-Za-z])",
    b"\xe0": (
        rb"(?:[\xa5\xa7\xa9\xab\xad\xaf\xb1\xb3\xb5][\xa6-\xaf]|[\xb9\xbb][\x90-\x99]"
        rb"|\xbc[\xa0-\xa9])(?:\xe0.[\x90-\x99\xa0-\xaf]|[0-9A-Za-z])"
    ),
}
# The same in JSON. Of what stands before an escape in a deeper layer only a backslash shows.
_ESCAPES = (
    rb"[fF]{2}(?:1[0-9]|2[0-9a-fA-F]|3[0-9aA]|4[1-9a-fA-F]|5[0-9aA])"
    rb"|[fF][eE](?:52|63|6[bB])|[dD]835|[dD]83[cC]\\+u[dD][dD][1-4]"
    rb"|(?:066[0-9]|06[fF][0-9]|0[9a-dA-D][6eE][6-9a-fA-F]|0[eE][5dD][0-9])(?=[\\0-9A-Za-z])"
    rb"|(?:24[6-9a-eA-E][0-9a-fA-F]|20[78][0-9]|00[bB][239])(?=\\)"
    rb"|(?<=[:=\\]\\u)(?:00[aA]0|200[0-9aA]|202[fF])(?=[!-~])"
    rb"|" + NO_ESCAPE_BEFORE + rb"(?<=[0-9A-Za-z\\]\\u)(?:"
    rb"(?:[fF]{2}(?:0[35-6aAbBdDeEfF]|1[aAdD]|3[cCfF]|5[cCeE])|201[0-3]|2212)(?=[0-9A-Za-z])"
    rb"|201[45](?:(?=[0-9])|(?<=[0-9\\]\\u....)(?=[A-Za-z]))"
    rb"|(?:00[aA]0|200[0-9aA]|202[fF]|205[fF]|3000)(?=[0-9(+]))"
)

WIDE = Decoder(name="wide", signs=_SIGNS, escapes={b"u": _ESCAPES}, decode=_decode)
