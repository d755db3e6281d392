"""Opsgenie API keys: a UUID behind its name or ``GenieKey``."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["OPSGENIE_API_KEY"]

_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

OPSGENIE_API_KEY = Detector(
    name="opsgenie_api_key",
    entity="OPSGENIE_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"(?:ops[_ -]?genie[A-Za-z0-9_. -]{0,24}?(?:key|token)|genie[_-]?key)",
        r"(?<![_-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=(
        "opsgenie",
        "ops_genie",
        "ops-genie",
        "ops genie",
        "geniekey",
        "genie_key",
        "genie-key",
    ),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"(?:ops[_-]?)?genie[A-Za-z_.-]{0,24}key",
    key_triggers=("genie",),
    validate_key_value=lambda text: len(text) == 36 and text.count("-") == 4 and looks_issued(text),
    priority=100,
    hits=(
        "OPSGENIE_API_KEY=" + _UUID,
        "Authorization: GenieKey " + _UUID,
        "opsgenie.apiKey: '" + _UUID + "'",
    ),
    misses=(
        "opsgenie alert " + _UUID,
        "OPSGENIE_API_KEY=00000000-0000-0000-0000-000000000000",
        "GenieKey <api key>",
    ),
    key_hits=(("OPSGENIE_API_KEY", _UUID), ("opsgenie.apiKey", _UUID)),
    key_misses=(("OPSGENIE_API_KEY", "none"), ("opsgenie_team", _UUID)),
    source="https://docs.opsgenie.com/docs/authentication (2026-11-24)",
)
