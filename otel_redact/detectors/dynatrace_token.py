"""Dynatrace tokens: ``dt0c01``, ``dt0s16`` …, public identifier and secret, joined by dots."""

from __future__ import annotations

import string

from otel_redact.types import Detector, Group

__all__ = ["DYNATRACE_TOKEN"]

_UPPER = "Q7ZT2LK9XW4BV8NC1RM6" + "YP3HD5JS0GF2TA8QE4UO"

DYNATRACE_TOKEN = Detector(
    name="dynatrace_token",
    entity="DYNATRACE_TOKEN",
    group=Group.SECRETS,
    # Prefix and identifier alone are no secret: the secret is the third part.
    pattern=r"(?<![A-Za-z0-9])dt0[a-z][0-9]{2}\.[A-Z0-9]{8,32}+\.[A-Z0-9]{32,}+",
    triggers=tuple("dt0" + letter + "00." for letter in string.ascii_lowercase),
    starts_word=True,
    validate=lambda text: len(set(text)) > 14,
    priority=100,
    hits=(
        "DT_API_TOKEN=dt0" + "c01." + _UPPER[:24] + "." + _UPPER + _UPPER[:24],
        "Api-Token dt0" + "s16." + _UPPER[8:32] + "." + _UPPER[::-1] + _UPPER[:24],
        "'dt0" + "s02." + _UPPER[:8] + "." + _UPPER + _UPPER[16:] + "'",
    ),
    misses=(
        "dt0c01." + _UPPER[:24],
        "dt0c01." + "X" * 24 + "." + "X" * 64,
        "adt0c01." + _UPPER[:24] + "." + _UPPER + _UPPER[:24],
    ),
    source="https://docs.dynatrace.com/docs/shortlink/api-authentication (2026-11-24)",
)
