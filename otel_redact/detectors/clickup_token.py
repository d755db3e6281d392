"""ClickUp personal API tokens: ``pk_``, the user's number, capitals and digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["CLICKUP_TOKEN"]

_UPPER = "Q7ZT2LK9XW4BV8NC1RM6" + "YP3HD5JS0GF2TA8QE4UO"

CLICKUP_TOKEN = Detector(
    name="clickup_token",
    entity="CLICKUP_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pk_[0-9]{4,10}+_[A-Z0-9]{24,40}+(?![A-Za-z0-9_])",
    triggers=("pk_0000",),
    starts_word=True,
    validate=lambda text: len(set(text)) > 12,
    priority=100,
    hits=(
        "CLICKUP_API_TOKEN=pk" + "_12345678_" + _UPPER[:32],
        "Authorization: pk" + "_4753994_" + _UPPER[8:],
        "'pk" + "_87654321_" + _UPPER[:32] + "'",
    ),
    misses=("pk_12345678", "pk_12345678_" + "X" * 32, "pk_1234_test"),
    source="https://developer.clickup.com/docs/authentication (2026-11-24)",
)
