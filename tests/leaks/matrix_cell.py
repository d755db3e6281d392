"""Places, categories, kinds and payloads in, one cell for each sensible combination out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tests.leaks.matrix_canary import PAYLOADS, canary, payload
from tests.leaks.matrix_kind import NUMBERS, TEXTS, VALUES
from tests.leaks.matrix_place import KEY_GLOBS, KEYS, Place

__all__ = ["Cell", "cells"]

_IN_KEYS = {name: TEXTS[name] for name in ("text", "alone")}
_WORDS = {"alone": TEXTS["alone"]}
_KINDS = {"values": VALUES, "texts": TEXTS, "keys": _IN_KEYS, "words": _WORDS}


class Cell(NamedTuple):
    """One canary in one place.

    Attributes:
        number: of the cell; the canary is made of it.
        place: name of the place.
        category: of the place or of the attribute key.
        masks: every category that a flag may hide it by.
        kind: of the value.
        payload: one of ``PAYLOADS``.
        hides: hide flags apply here.
        in_key: it is part of an attribute key.
        item: the span or log record.
    """

    number: int
    place: str
    category: str
    masks: frozenset[str]
    kind: str
    payload: str
    hides: bool
    in_key: bool
    item: object

    @property
    def canary(self) -> str:
        """What is searched for."""
        return canary(self.number, self.payload)

    def __str__(self) -> str:
        """Name the cell as a failing test shows it."""
        return f"{self.place} × {self.category} × {self.kind} × {self.payload}"


def cells(places: Mapping[str, Place], start: int = 0) -> Iterator[Cell]:
    """Yield the cells of these places.

    Args:
        places: name to place.
        start: number of the first cell.
    """
    number = start
    for name, place in places.items():
        for category, key_for in _keys(place).items():
            for kind, made, what in _kinds(place):
                number += 1
                text = payload(number, what)
                key, masks = key_for(number, text)
                yield Cell(
                    number=number,
                    place=name,
                    category=category,
                    masks=frozenset(masks.split()),
                    kind=kind,
                    payload=what,
                    hides=place.hides,
                    in_key=place.takes == "keys",
                    item=place.make(key, made(text)),
                )


def _kinds(place: Place) -> Iterator[tuple[str, Callable[[str], object], str]]:
    for kind, made in _KINDS[place.takes].items():
        for what in PAYLOADS[:2]:
            if (kind, what) != ("base64", "pii"):  # base64 is undone for secrets only
                yield kind, made, what
    if place.takes == "values":
        for kind, made in NUMBERS.items():
            yield kind, made, "number"


def _keys(place: Place) -> dict[str, Callable[[int, str], tuple[str, str]]]:
    """Return category → how to choose a key (with its categories) for a cell."""
    if place.own:
        return {place.own: lambda _, __: ("x", place.own)}
    if place.takes == "keys":
        return {
            category: lambda _, text, glob=glob, own=category: (glob.format(text), own)
            for category, glob in KEY_GLOBS.items()
        }
    chosen = {category: tuple(keys.items()) for category, keys in KEYS.items()}
    return {
        category: lambda number, _, keys=keys: keys[number % len(keys)]
        for category, keys in chosen.items()
    }
