r"""Characters that show nothing, taken out: ``ann\u200b@example.com``."""

from __future__ import annotations

import re

from otel_redact.decoders.decoded import Decoded, rewrite
from otel_redact.decoders.decoder import NO_ESCAPE_BEFORE, Decoder

__all__ = ["INVISIBLE"]

# Default_Ignorable_Code_Point without what is unassigned or musical.
# Source: https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt (2026-11-24)
_RUN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]+"
)


def _decode(text: str) -> tuple[Decoded, ...]:
    decoded = None if text.isascii() else rewrite(text, _RUN, lambda _: "")
    return (decoded,) if decoded else ()


# They are common between emoji and in scripts that join letters, so they count between ASCII only.
# The Hangul and Khmer fillers are no sign: their first byte is in every word of CJK text.
_IN_UTF8 = {
    b"\xc2": rb"\xad",
    b"\xcd": rb"\x8f",
    b"\xd8": rb"\x9c",
    b"\xe1": rb"\xa0[\x8b-\x8f]",
    b"\xe2": rb"(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xaf])",
    b"\xef": rb"(?:\xb8[\x80-\x8f]|\xbb\xbf|\xbe\xa0|\xbf[\xb0-\xb8])",
    b"\xf3": rb"\xa0[\x80-\xbf][\x80-\xbf]",
}
_WIDTHS = {b"\xc2": 1, b"\xcd": 1, b"\xd8": 1, b"\xe1": 2, b"\xe2": 2, b"\xef": 2, b"\xf3": 3}
_ANY = b"(?:" + b"|".join(lead + rest for lead, rest in _IN_UTF8.items()) + b")"

INVISIBLE = Decoder(
    name="invisible",
    signs={
        lead: rest + b"(?<=[ -~]" + lead + b"." * _WIDTHS[lead] + b")" + _ANY + b"*(?=[ -~])"
        for lead, rest in _IN_UTF8.items()
    },
    # Behind another escape they are an emoji's selectors and joiners.
    escapes={
        b"u": NO_ESCAPE_BEFORE
        + rb"(?:00[aA][dD]|034[fF]|061[cC]|180[b-fB-F]|200[b-fB-F]|202[a-eA-E]|206[0-9a-fA-F]"
        rb"|[fF][eE]0[0-9a-fA-F]|[fF][eE][fF][fF]|[fF]{2}[aA]0|[fF]{3}[0-8]|[dD][bB]4[0-3])"
    },
    decode=_decode,
)
