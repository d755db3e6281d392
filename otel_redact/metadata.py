"""Users' callables over metadata: by the user's own names, whatever carrier brought each.

`langsmith.metadata.plan`, `traceloop.association.properties.plan` and the member `plan` of the JSON
in `metadata` are all `plan` to the callable, and go back to where each came from.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from otel_redact.fields import Field
from otel_redact.transform import FAILED, added, call, decode, encode

if TYPE_CHECKING:
    from otel_redact.counters import Counters
    from otel_redact.instrumentation_rule import Process

__all__ = ["transform_metadata"]


def transform_metadata(
    fields: Sequence[Field], function: Process, stage: str, counters: Counters
) -> dict[str, object]:
    """Run a callable over the user's own metadata names, and write back under each carrier.

    Args:
        fields: the METADATA fields of one place.
        function: gets ``{user's name: value}``, returns the dict to keep. An added name goes to the
            first carrier, else bare. It is called once more for each further carrier of one name.
        stage: for counters.
        counters: failures are counted there.

    Returns:
        Attribute key → new value.
    """
    carriers = _Carriers(fields, counters)
    for number, names in enumerate(carriers.rounds() or [{}]):
        given = {name: copy.deepcopy(slot.value) for name, slot in names.items()}
        result = call(function, given, stage, counters)
        for name, new in (dict.fromkeys(names, FAILED) if result is None else result).items():
            slot = names.get(name)
            if slot is not None:
                carriers.put_back(slot, new)
            elif number == 0:
                carriers.add(name, new)
    return carriers.attributes()


class _Slot:
    """One metadata name and the field it came from.

    Attributes:
        field: the attribute.
        name: the user's own name.
        value: decoded.
        inner: the name is a member of the attribute's JSON object.
    """

    __slots__ = ("field", "inner", "name", "value")

    def __init__(self, field: Field, name: str, value: object, *, inner: bool) -> None:
        self.field = field
        self.name = name
        self.value = value
        self.inner = inner


class _Carriers:
    """Where metadata names came from, and what goes back there."""

    def __init__(self, fields: Sequence[Field], counters: Counters) -> None:
        self._counters = counters
        self._slots: list[_Slot] = []
        self._objects: dict[str, tuple[Field, Mapping[str, object]]] = {}
        self._members: dict[str, dict[str, object]] = {}
        self._kept: dict[str, object] = {}
        for field in fields:
            self._unwrap(field)
        self._first = next((slot for slot in self._slots if slot.field.carrier), None)

    def _unwrap(self, field: Field) -> None:
        value = decode(field.value)
        if field.carrier == "json" and isinstance(value, dict):
            self._objects[field.key] = (field, value)
            self._members[field.key] = {}
            self._slots += [_Slot(field, name, item, inner=True) for name, item in value.items()]
        else:
            name = field.name if field.carrier == "prefix" else ""
            self._slots.append(_Slot(field, name or field.key, value, inner=False))

    def rounds(self) -> list[dict[str, _Slot]]:
        """Spread slots over as many dicts as one name has carriers, so that none is passed over."""
        rounds: list[dict[str, _Slot]] = []
        for slot in self._slots:
            free = next((names for names in rounds if slot.name not in names), None)
            if free is None:
                free = {}
                rounds.append(free)
            free[slot.name] = slot
        return rounds

    def put_back(self, slot: _Slot, new: object) -> None:
        """Keep a value where it came from."""
        if slot.inner:
            self._members[slot.field.key][slot.name] = new
        else:
            self._kept[slot.field.key] = encode(new, slot.field.value, self._counters)

    def add(self, name: str, new: object) -> None:
        """Keep a value under a name the callable added."""
        first = self._first
        if first is not None and first.inner:
            self._members[first.field.key][name] = new
            return
        prefix = ""
        if first is not None:
            prefix = first.field.key[: len(first.field.key) - len(first.name)]
        self._kept[prefix + name] = added(new, self._counters)

    def attributes(self) -> dict[str, object]:
        """Return attribute key → new value; an object that lost all its members goes."""
        kept = dict(self._kept)
        for key, (field, original) in self._objects.items():
            if self._members[key] or not original:
                kept[key] = encode(self._members[key], field.value, self._counters)
        return kept
