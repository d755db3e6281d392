"""The heavy rooms (detectors, operators, engine, conventions), each loaded when first asked for.

Importing the package must cost next to nothing, so whoever needs one of them asks here.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from otel_redact.types import Detector, Operator

if TYPE_CHECKING:
    from otel_redact.conventions.classifier import Classifier
    from otel_redact.engines.decoding import DecodingEngine

__all__ = [
    "create_engine",
    "create_operator",
    "default_classifier",
    "default_detectors",
    "is_built_in",
    "select_detectors",
]

_MAX_ENGINES = 8


def default_detectors() -> tuple[Detector, ...]:
    """Return the detectors that work when nothing is configured, in catalogue order.

    Raises:
        ConfigError: an installed package's detector is broken.

    Example:
        >>> from otel_redact import create_anonymizer
        >>> rules = [*default_detectors(), {"pattern": "cust-[0-9]+"}]
        >>> create_anonymizer(rules)("ann@example.com is cust-7")
        '[EMAIL_ADDRESS] is [redacted]'
    """
    return select_detectors(("default",))


def select_detectors(rules: Sequence[str], exclude: Sequence[str] = ()) -> tuple[Detector, ...]:
    """Return the detectors that words name; see ``detectors.selection.select``."""
    from otel_redact.detectors.selection import select  # noqa: PLC0415 - heavy

    return select(rules, exclude)


def is_built_in(detector: Detector) -> bool:
    """Whether a detector is one of the catalogue, whose patterns the project's tests compile."""
    return _built_in().get(detector.name) == detector


@functools.cache
def _built_in() -> dict[str, Detector]:
    from otel_redact.detectors import DETECTORS  # noqa: PLC0415 - heavy

    return {detector.name: detector for detector in DETECTORS}


def create_engine(detectors: Sequence[Detector], scanner: str = "auto") -> DecodingEngine:
    """Return the built-in engine for these detectors, one for equal arguments.

    It keeps no text, and building it takes a tenth of a second, so policies share it.
    """
    return _engine(_Same(tuple(detectors)), scanner)


class _Same:
    """Detectors, equal where they are the same objects: hashing what they say would take longer."""

    __slots__ = ("_ids", "detectors")

    def __init__(self, detectors: tuple[Detector, ...]) -> None:
        self.detectors = detectors
        self._ids = tuple(map(id, detectors))

    def __hash__(self) -> int:
        return hash(self._ids)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._ids == self._ids


@functools.lru_cache(_MAX_ENGINES)
def _engine(same: _Same, scanner: str) -> DecodingEngine:
    from otel_redact.engines.decoding import DecodingEngine as Made  # noqa: PLC0415 - heavy

    return Made(same.detectors, scanner=scanner)


def create_operator(spec: str = "replace", *, hash_key: str | None = None) -> Operator:
    """Return the operator that a word names; see ``operators.factory.create_operator``."""
    from otel_redact.operators.factory import create_operator as create  # noqa: PLC0415 - heavy

    return create(spec, hash_key=hash_key)


def default_classifier() -> Classifier:
    """Return the classifier of all conventions; see ``conventions.classifier``."""
    from otel_redact.conventions import classifier  # noqa: PLC0415 - heavy

    return classifier.default_classifier()
