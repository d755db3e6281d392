"""UUIDs; off by default, because traces are full of ids that must stay readable."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["UUID"]

UUID = Detector(
    name="uuid",
    entity="UUID",
    group=Group.IDENTIFIERS,
    pattern=r"(?<![A-Za-z0-9])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9])",
    triggers=(
        Trigger(
            pattern="-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-",
            before=8,
            run="0123456789abcdefABCDEF",
        ),
    ),
    starts_word=True,
    hits=(
        "run 550e8400-e29b-41d4-a716-446655440000 done",
        "{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}",
        "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    ),
    misses=(
        "550e8400-e29b-41d4-a716-44665544000",
        "550e8400e29b41d4a716446655440000",
        "g50e8400-e29b-41d4-a716-446655440000",
    ),
    source="https://www.rfc-editor.org/rfc/rfc9562#section-4 (2026-11-23)",
    default=False,
)
