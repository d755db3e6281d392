"""A shape in, the same out with floods blanked that no trigger is part of; called by ``sweep``.

Without this a megabyte of ``@`` would be a million candidates, each of them for nothing. What goes
here can be in no finding of a built-in detector; another's trigger with such a character switches
the blank off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

__all__ = ["MEDIA", "SAMPLING", "Blank", "blank_media", "blanks_beside"]

SAMPLING = 61
"""Every 61st byte of a shape is looked at to tell whether it is a flood; a prime, so that regular
text is sampled evenly."""
MEDIA = b";base00,"
"""Shape of what stands before the payload of a data URI; a trigger of the detector that takes it
all."""
_PAYLOAD = re.compile(MEDIA + rb"[a-z0+/_-]{64,}")
_HEAD = 48  # of a token: what longer triggers that begin alike have
_FLOOD_OCCURRENCES = 64
_LONGEST_NUMBER = 20
_DIGITS = re.compile(b"0{%d,}" % (_LONGEST_NUMBER + 1))
_TOKEN = re.compile(rb"eyj[a-z0_-]*(\.{1,2}[a-z0_-]{8})?")


class Blank(NamedTuple):
    r"""One kind of flood.

    Attributes:
        character: the only byte that is taken away.
        share: of how many sampled bytes one is ``character`` in a flood; 0: ``literal`` tells.
        literal: a trigger of which a flood has many.
        raw: whether it holds for JSON text too, where ``\u002e`` may stand for a full stop.
        apply: the shape in, a shape of the same length out.
    """

    character: bytes
    share: int
    literal: bytes
    raw: bool
    apply: Callable[[bytes], bytes]

    def is_due(self, sample: bytes) -> bool:
        """Tell whether a sample of a shape looks like a flood."""
        return sample.count(self.character) * self.share > len(sample)

    def is_due_after(self, count: int) -> bool:
        """Tell whether so many occurrences of ``literal`` are a flood."""
        return count > _FLOOD_OCCURRENCES


def blanks_beside(foreign: Iterable[bytes], *, raw: bool) -> tuple[Blank, ...]:
    """Return the blanks that keep what is foreign.

    Args:
        foreign: shapes of literals that are not built in.
        raw: whether the shapes to blank may be of JSON text.
    """
    kept = frozenset(b"".join(foreign))
    return tuple(
        blank for blank in _BLANKS if (blank.raw or not raw) and kept.isdisjoint(blank.character)
    )


def blank_media(shape: bytes) -> bytes:
    """Blank the payloads of data URIs: they are found whole, and nothing else is to be in them."""
    return _PAYLOAD.sub(_whole_payload, shape)


def _whole_payload(match: re.Match[bytes]) -> bytes:
    return MEDIA + b"\0" * (len(match[0]) - len(MEDIA))


def _doubled_at(shape: bytes) -> bytes:
    """Blank pairs of ``@``: an address has one, between a name and a host."""
    return shape.replace(b"@@", b"\0\0")


def _colons(shape: bytes) -> bytes:
    """Blank three colons: an IPv6 address has at most two side by side."""
    return shape.replace(b":::", b"\0\0\0")


def _long_numbers(shape: bytes) -> bytes:
    """Keep the first 20 of more digits: what starts further right follows a digit."""
    return _DIGITS.sub(_head_of_number, shape)


def _head_of_number(match: re.Match[bytes]) -> bytes:
    return b"0" * _LONGEST_NUMBER + b"\0" * (len(match[0]) - _LONGEST_NUMBER)


def _broken_tokens(shape: bytes) -> bytes:
    """Blank the start of web tokens in a run of base64url that no second part follows.

    Otherwise each of many starts would be followed to the end of the run. The first one stays: some
    tokens that begin alike have one part only.
    """
    return _TOKEN.sub(_first_token, shape)


def _first_token(match: re.Match[bytes]) -> bytes:
    token = match[0]
    return token if match[1] else token[:_HEAD] + token[_HEAD:].replace(b"j", b"\0")


_BLANKS: Sequence[Blank] = (
    Blank(b"@", share=16, literal=b"", raw=True, apply=_doubled_at),
    Blank(b":", share=8, literal=b"", raw=True, apply=_colons),
    Blank(b"0", share=2, literal=b"", raw=True, apply=_long_numbers),
    Blank(b"j", share=0, literal=b"eyj", raw=False, apply=_broken_tokens),
)
