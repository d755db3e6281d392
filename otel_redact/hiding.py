"""Which parts of a value are hidden, and what stands for them; the two collectors ask."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from otel_redact.place import Place
from otel_redact.types import HIDDEN_PLACEHOLDER, Category

if TYPE_CHECKING:
    from otel_redact.conventions.classifier import Classifier

__all__ = ["Hiding"]

_DIRECTIONS = int(Category.INPUT | Category.OUTPUT)

# Opens with a bracket and names a role somewhere, or a message class.
_OTHER_NOTATION = re.compile(r"[\s\ufeff(]*[\[{].*?(?:\brole[\"']?\s*[:=]|Message\()", re.DOTALL)
_NO_CONTENT = re.compile(r"(?:[\s\[\]{},:\ufeff]|true|false|null)*")

# Ids that providers make: no free text fits in.
_IDENTIFIER = re.compile(
    r"(?:asst|call|chatcmpl|fc|item|msg|resp|rs|run|thread|toolu)[-_][A-Za-z0-9_-]{1,64}"
)
_IDENTIFIER_KEYS = frozenset({"id", "call_id", "tool_call_id", "tool_use_id"})


class Hiding:
    """The hidden categories, and the conventions that tell which parts belong to them.

    Args:
        classifier: reads roles, types and parts.
        bits: bits of the hidden categories, not 0.

    Attributes:
        bits: as given.
        parts: how many parts were replaced so far.
    """

    __slots__ = ("_classifier", "bits", "parts")

    def __init__(self, classifier: Classifier, bits: int) -> None:
        """Count from 0."""
        self._classifier = classifier
        self.bits = bits
        self.parts = 0

    def child(self, mask: int, key: str) -> int:
        """Return the categories of what stands under a key of an object."""
        return self._classifier.child(mask, key)

    def members(self, mask: int, members: Mapping[str, Sequence[str]], *, in_messages: bool) -> int:
        """Return the categories of an object, given its role, type and id."""
        return self._classifier.members(mask, members, in_messages=in_messages)

    def tells(self, members: Mapping[str, Sequence[str]]) -> bool:
        """Whether an object says by role or type whose it is."""
        return bool(self._classifier.members(0, members, in_messages=False) & _DIRECTIONS)

    def message(self, mask: int) -> int:
        """Return the categories of a chat message that is a bare string: it has no role."""
        return self._classifier.members(mask, {}, in_messages=True)

    def is_message_list(self, key: str) -> bool:
        """Whether the elements of a list under this key are chat messages."""
        return self._classifier.is_message_list(key)

    def keeps_key(self, key: str) -> bool:
        """Whether a key stays readable inside a hidden part: the convention defines it."""
        return key in self._classifier.schema

    def covers_text(self, text: str, place: Place) -> bool:
        """Whether a text that is no JSON is hidden because nothing tells whose it is.

        Args:
            text: messages in another notation (a Python ``repr``) could be either side's.
            place: where it stands.
        """
        if not place.mask & _DIRECTIONS:
            return False
        mask = place.mask
        if self._classifier.is_message_list(place.key) or _OTHER_NOTATION.match(text):
            mask = self.message(mask)
        return bool(mask & self.bits) and _NO_CONTENT.fullmatch(text) is None

    def text(self, text: str, key: str) -> str:
        """Return what stands for a hidden string: a convention's own word stays, the rest goes."""
        if key in self._classifier.word_keys and text in self._classifier.words:
            return text
        if key in _IDENTIFIER_KEYS and _IDENTIFIER.fullmatch(text):
            return text
        self.parts += 1
        return HIDDEN_PLACEHOLDER
