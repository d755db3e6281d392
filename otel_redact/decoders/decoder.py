"""What a decoder is: how it spells things, and the cheap tests that say where it may matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from otel_redact.decoders.decoded import Decoded

__all__ = ["NO_ESCAPE_BEFORE", "Decoder", "NextPlace", "Sign"]

NextPlace: TypeAlias = Callable[[int], int]
"""A place in, the first place from there on where decoding may matter out, or -1."""
Sign: TypeAlias = Callable[[bytes], NextPlace]
"""UTF-8 of any number of texts, a NUL between them, in; the search for a sign in it out."""

_HEX = rb"[0-9a-fA-F]"
NO_ESCAPE_BEFORE = b"".join(
    b"(?<!u" + _HEX * 4 + rb"\\" * layers + b"u)" for layers in (1, 2, 4, 8)
)
r"""In front of a pattern of ``escapes``: no other ``\u....`` stands right before, in JSON text
up to three layers deep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoder:
    r"""One way to spell things.

    Patterns are source for ``re`` and say what follows a byte, which is looked for first, at memory
    speed; a look-behind in them sees that byte. They take time linear in the text, and match no
    NUL. `signs` searches for those of all decoders at once.

    Attributes:
        name: registry name, the file's name.
        signs: byte in UTF-8 → pattern of what follows it where decoding may matter.
        escapes: ``b"u"`` or ``b"x"`` → pattern of what follows a backslash and this letter in texts
            that may be JSON, where it matters there: ``ff20``. What only glues a letter to a word
            (``\n``), the trigger engine's own probe counts.
        scan: a sign that no single byte tells, for both kinds of texts.
        decode: what a text may stand for besides what it says; most return none or one.
    """

    name: str
    signs: Mapping[bytes, bytes] = field(default_factory=dict)
    escapes: Mapping[bytes, bytes] = field(default_factory=dict)
    scan: Sign | None = None
    decode: Callable[[str], Sequence[Decoded]]
