"""Mezmo (LogDNA) ingestion and service keys: 32 hex digits behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["MEZMO_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

MEZMO_KEY = Detector(
    name="mezmo_key",
    entity="MEZMO_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"(?:logdna|mezmo)[A-Za-z0-9_. -]{0,24}?(?:key|token)",
        r"(?<![_-])(?:[0-9a-f]{32}|sts_[0-9a-f]{32,}+)(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("logdna", "mezmo"),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"(?:logdna|mezmo)[A-Za-z_.-]{0,24}(?:key|token)",
    key_triggers=("logdna", "mezmo"),
    validate_key_value=lambda text: len(text) >= 32 and looks_issued(text),
    priority=100,
    hits=(
        "LOGDNA_INGESTION_KEY=" + _HEX,
        "mezmo_service_key: '" + _HEX[::-1] + "'",
        "MEZMO_API_KEY=st" + "s_" + _HEX * 2,
    ),
    misses=("LOGDNA_KEY=<key>", "logdna image " + _HEX, "mezmo key: " + "0" * 32),
    key_hits=(("LOGDNA_INGESTION_KEY", _HEX), ("mezmo.serviceKey", _HEX)),
    key_misses=(("LOGDNA_KEY", "none"), ("logdna_host", _HEX)),
    source="https://docs.mezmo.com/docs/ingestion-key (2026-11-24)",
)
