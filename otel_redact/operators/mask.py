"""A found piece becomes as many stars as it has characters, its ends kept if so asked."""

from __future__ import annotations

from typing import Final

from otel_redact.errors import ConfigError

__all__ = ["MaskOperator"]


class MaskOperator:
    """Star every character but the first and last few.

    Args:
        first: characters kept at the start, >= 0.
        last: characters kept at the end, >= 0.

    Raises:
        ConfigError: a number is negative or not an integer.

    A text of which more than half would be kept is starred whole.

    >>> MaskOperator(last=4)("4111111111111111", "CREDIT_CARD")
    '************1111'
    >>> MaskOperator(last=4)("hunter2", "PASSWORD")
    '*******'
    """

    name: Final = "mask"

    def __init__(self, *, first: int = 0, last: int = 0) -> None:
        """Check and keep the two numbers."""
        for parameter, value in (("first", first), ("last", last)):
            if type(value) is not int or value < 0:
                raise ConfigError(
                    f'mask: got {parameter}="{value}", expected a whole number of characters >= 0'
                )
        self._first = first
        self._last = last

    def __call__(self, text: str, entity: str) -> str:
        """Return a text of the same length in code points."""
        del entity
        stars = len(text) - self._first - self._last
        if stars * 2 < len(text):
            return "*" * len(text)
        return text[: self._first] + "*" * stars + text[len(text) - self._last :]
