"""What the fuzz targets draw for the attributes of a place, and which canaries may stay there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from otel_redact.catalogue import default_classifier
from otel_redact.types import Category
from tests.fuzz.odd import PII
from tests.fuzz.strategy import KEYS, VALUES

__all__ = ["attribute_maps", "may_keep"]

_CLASSIFIER = default_classifier()
_MEMBERS = frozenset({"role", "id", "index", "finish_reason"})  # of an event that is a message


def may_keep(
    policy: str, texts: Iterable[str], bags: Iterable[Mapping[object, object]]
) -> frozenset[str]:
    """Return the canaries that may stay: PII in STRUCTURE, which detectors read for secrets alone.

    Args:
        policy: its name.
        texts: of places that are STRUCTURE themselves.
        bags: attributes, whose keys may say so.
    """
    structural = any(mark in text for mark in PII for text in texts) or any(
        _is_structure(key) for bag in bags for key in bag if isinstance(key, str)
    )
    return PII if structural and policy.startswith("default") else frozenset()


def _is_structure(key: str) -> bool:
    return key in _MEMBERS or _CLASSIFIER.attribute(key).main == int(Category.STRUCTURE)


def attribute_maps(keys: Mapping[str, object]) -> st.SearchStrategy[dict[object, object]]:
    """Draw the attributes of a place: keys of conventions, of anybody, and what is no key."""
    names = st.one_of(
        st.sampled_from(sorted(keys)),
        KEYS,
        st.sampled_from([5, None, ("a",), "\ud800", "k" * 300, "gen_ai.prompt.0.role"]),
    )
    return st.dictionaries(names, VALUES, max_size=4)
