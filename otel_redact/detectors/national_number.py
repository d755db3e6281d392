"""Check digits of rare numbers, by the python-stdnum library; used by detectors' ``validate``."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable

__all__ = ["is_number"]


def is_number(module: str) -> Callable[[str], bool]:
    """Return a function that tells whether a text is a number of one kind, blanks and all.

    The library is imported at the first candidate: a catalogue of thirty of them costs nothing
    until one is met.

    Args:
        module: below ``stdnum``, such as ``gb.nhs``.

    Source: https://arthurdejong.org/python-stdnum/ (2026-11-24).

    >>> is_number("gb.nhs")("943 476 5919"), is_number("gb.nhs")("943 476 5918")
    (True, False)
    """
    return functools.partial(_is_valid, module)


def _is_valid(module: str, text: str) -> bool:
    return bool(_check_of(module)(text))


@functools.cache
def _check_of(module: str) -> Callable[[str], bool]:
    check: Callable[[str], bool] = importlib.import_module(f"stdnum.{module}").is_valid
    return check
