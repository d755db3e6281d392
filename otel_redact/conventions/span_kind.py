"""A span's name and attributes in, whether it is a tool's own or a prompt template's out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from otel_redact.conventions.convention import Convention
from otel_redact.conventions.glob import compile_glob

__all__ = ["SpanKinds"]

_TEXT_LENGTH = 256


class SpanKinds:
    """The span kind rules of several conventions; those about the span's name come last."""

    __slots__ = ("_rows",)

    def __init__(self, conventions: Sequence[Convention]) -> None:
        """Group the rules by the attribute key they look at."""
        rows: dict[str, list[tuple[str, str]]] = {}
        for convention in conventions:
            for rule in convention.kinds:
                rows.setdefault(rule.key, []).append((rule.value.lower(), rule.kind))
        self._rows = [
            (key, [(compile_glob(value), kind) for value, kind in rows[key]])
            for key in sorted(rows, key=lambda key: not key)
        ]

    def find(self, name: str, attributes: Mapping[str, object]) -> str:
        """Return ``"tool"``, ``"prompt"`` or ``""``; of a long text only the beginning is read."""
        for key, patterns in self._rows:
            text = attributes.get(key) if key else name
            if isinstance(text, str):
                lowered = text[:_TEXT_LENGTH].lower()
                for pattern, kind in patterns:
                    if pattern.fullmatch(lowered):
                        return kind
        return ""
