"""A cell and a policy's name in, whether its canary must go, must stay or may do either out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from otel_redact import RedactionPolicy, create_anonymizer
from otel_redact.types import Finding, Leaf
from tests.leaks.matrix_canary import MARK
from tests.leaks.matrix_cell import Cell
from tests.leaks.matrix_kind import WRITTEN_OTHERWISE

__all__ = ["POLICIES", "Case", "Expected", "nothing"]

Expected: TypeAlias = Literal["gone", "kept", "either"]
_SIDES = frozenset({"INPUT", "OUTPUT"})
_MESSAGES = frozenset({"JSON messages", "messages"})


class Case(NamedTuple):
    """A policy of the matrix.

    Attributes:
        policy: makes it.
        expects: what becomes of a cell's canary.
        by_flag: the payload does not matter: secrets stand for all.
    """

    policy: Callable[[], RedactionPolicy]
    expects: Callable[[Cell], Expected]
    by_flag: bool = False


def raising(value: object) -> object:
    """Fail as a user's callable may; helper processes find it by name."""
    raise LookupError(str(value))


class RaisingEngine:
    """An engine that fails on whatever it gets."""

    name = "raising"

    def find(self, leaves: Sequence[Leaf]) -> Sequence[Sequence[Finding]]:
        raise LookupError(str(leaves))


def _policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, "span_timeout_millis": 60_000, **arguments})


def nothing() -> RedactionPolicy:
    """Return the policy under which every canary must be found."""
    return _policy(anonymizer=None)


def _is_structural_number(cell: Cell) -> bool:
    """Counts, ports and times: numbers in STRUCTURE are not read, only the digits of texts."""
    return cell.category == "STRUCTURE" and cell.payload == "number" and cell.kind != "digits"


def _by_detectors(cell: Cell) -> Expected:
    """STRUCTURE (a scope's name and version too) is read for secrets alone, but not its keys."""
    if cell.category != "STRUCTURE" or cell.payload == "secret" or cell.in_key:
        return "gone"
    if "key" in cell.kind and "attribute" in cell.place:  # other places take text, not JSON
        return "gone"
    return "either" if "cut" in cell.kind else "kept"  # a cut tail could be anything


def _by_rule(cell: Cell) -> Expected:
    """A user's pattern reads texts as they are written."""
    hidden = cell.kind in WRITTEN_OTHERWISE or _is_structural_number(cell)
    return "kept" if hidden else "gone"


def _by_failure(cell: Cell) -> Expected:
    """Whatever a failing function was to read goes."""
    return "kept" if _is_structural_number(cell) else "gone"


def _by_flags(*hidden: str) -> Callable[[Cell], Expected]:
    def expects(cell: Cell) -> Expected:
        if not cell.hides:
            return "kept"
        if cell.masks & set(hidden):
            return "gone"
        if cell.place == "status description":
            return "kept"  # it goes as a whole, where its trace holds hidden prompts: not here
        if cell.category == "TOOLS":
            return "either" if _SIDES & set(hidden) else "kept"  # no role says whose arguments are
        if cell.kind in _MESSAGES and "INPUT" in hidden and cell.category != "STRUCTURE":
            return "gone"  # a user's message is INPUT wherever it stands
        if cell.masks & _SIDES and not _SIDES.isdisjoint(hidden):
            return "either"  # where no role says whose a text is, it goes with either side
        return "kept"

    return expects


def _by_failing_callable(category: str) -> Callable[[Cell], Expected]:
    def expects(cell: Cell) -> Expected:
        if not cell.hides or cell.in_key:  # it was to get the values: attribute keys stay
            return "kept"
        return "gone" if category in cell.masks else "either" if cell.masks & _SIDES else "kept"

    return expects


def _strictest(*all_expects: Callable[[Cell], Expected]) -> Callable[[Cell], Expected]:
    def expects(cell: Cell) -> Expected:
        said = {one(cell) for one in all_expects}
        return "gone" if "gone" in said else "either" if "either" in said else "kept"

    return expects


def _flags(*hidden: str, **arguments: object) -> Case:
    return Case(lambda: _policy(anonymizer=None, **arguments), _by_flags(*hidden), by_flag=True)


_EVERYTHING = {
    "hide_inputs": True,
    "hide_outputs": True,
    "hide_metadata": True,
    "hide": ["ERROR"],
    "unknown": "hide",
}
_ALL = ("INPUT", "OUTPUT", "METADATA", "ERROR", "UNKNOWN")

POLICIES: Mapping[str, Case] = {
    "default": Case(_policy, _by_detectors),
    "extra rule": Case(
        lambda: _policy(
            rules="none", extra_rules=[{"pattern": MARK}, {"pattern": "4539[0-9]{12}"}]
        ),
        _by_rule,
    ),
    "callable that raises": Case(
        lambda: _policy(anonymizer=create_anonymizer(raising, max_depth=32)), _by_failure
    ),
    "engine that raises": Case(
        lambda: _policy(anonymizer=create_anonymizer(RaisingEngine(), max_depth=32)), _by_failure
    ),
    "default, everything hidden": Case(
        lambda: _policy(**_EVERYTHING), _strictest(_by_detectors, _by_flags(*_ALL))
    ),
    "hide everything": _flags(*_ALL, **_EVERYTHING),
    "hide_inputs": _flags("INPUT", hide_inputs=True),
    "hide_outputs": _flags("OUTPUT", hide_outputs=True),
    "hide_metadata": _flags("METADATA", hide_metadata=True),
    "hide ERROR": _flags("ERROR", hide=["ERROR"]),
    "hide SYSTEM": _flags("SYSTEM", hide=["SYSTEM"]),
    "hide TOOLS": _flags("TOOLS", hide=["TOOLS"]),
    "hide MEDIA": _flags("MEDIA", hide=["MEDIA"]),
    "hide UNKNOWN": _flags("UNKNOWN", unknown="hide"),
    "hide_inputs that raises": Case(
        lambda: _policy(anonymizer=None, hide_inputs=raising),
        _by_failing_callable("INPUT"),
        by_flag=True,
    ),
    "hide_outputs that raises": Case(
        lambda: _policy(anonymizer=None, hide_outputs=raising),
        _by_failing_callable("OUTPUT"),
        by_flag=True,
    ),
    "hide_metadata that raises": Case(
        lambda: _policy(anonymizer=None, hide_metadata=raising),
        _by_failing_callable("METADATA"),
        by_flag=True,
    ),
}
