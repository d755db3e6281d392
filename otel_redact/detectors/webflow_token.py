"""Webflow API tokens: 64 hex digits behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["WEBFLOW_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

WEBFLOW_TOKEN = Detector(
    name="webflow_token",
    entity="WEBFLOW_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"webflow[A-Za-z0-9_. -]{0,24}?(?:token|key|secret)",
        r"(?<![_-])[0-9a-f]{64}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("webflow",),
    validate=lambda text: len(set(text)) > 9,
    key_pattern=KEY_START + r"webflow[A-Za-z_.-]{0,24}(?:token|key|secret)",
    key_triggers=("webflow",),
    validate_key_value=lambda text: len(text) == 64 and looks_issued(text),
    priority=100,
    hits=(
        "WEBFLOW_API_TOKEN=" + _HEX * 2,
        "webflow.apiToken: '" + _HEX[::-1] * 2 + "'",
        "webflow client secret " + _HEX * 2,
    ),
    misses=("WEBFLOW_API_TOKEN=<token>", "webflow site " + _HEX * 2, "WEBFLOW_TOKEN=" + "0" * 64),
    key_hits=(("WEBFLOW_API_TOKEN", _HEX * 2), ("webflow.apiToken", _HEX * 2)),
    key_misses=(("WEBFLOW_API_TOKEN", "none"), ("webflow_site", _HEX * 2)),
    source="https://developers.webflow.com/data/reference/authentication (2026-11-24)",
)
