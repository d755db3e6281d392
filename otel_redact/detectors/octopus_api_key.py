"""Octopus Deploy API keys: ``API-`` and capitals and digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["OCTOPUS_API_KEY"]

_UPPER = "Q7ZT2LK9XW4BV8NC1RM6" + "YP3HD5JS0GF2TA8QE4UO"

OCTOPUS_API_KEY = Detector(
    name="octopus_api_key",
    entity="OCTOPUS_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9_-])API-[A-Z0-9]{25,34}+(?![A-Za-z0-9_-])",
    triggers=("api-",),
    starts_word=True,
    validate=lambda text: (
        len(set(text)) > 9 and any(c.isdigit() for c in text) and not text[4:].isdigit()
    ),
    priority=100,
    hits=(
        "octo login --apiKey AP" + "I-" + _UPPER[:26],
        "X-Octopus-ApiKey AP" + "I-" + _UPPER[:25],
        "'AP" + "I-" + _UPPER[:31] + "'",
    ),
    misses=(
        "API-KEY",
        "API-XXXXXXXXXXXXXXXXXXXXXXXXXX",
        "API-12345678901234567890123456",
        "REST-API-" + _UPPER[:26],
    ),
    source="https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key (2026-11-24)",
)
