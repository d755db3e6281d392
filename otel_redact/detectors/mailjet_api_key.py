"""Mailjet API keys and secrets: 32 hexadecimal digits behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["MAILJET_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

MAILJET_API_KEY = Detector(
    name="mailjet_api_key",
    entity="MAILJET_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"(?:mailjet|mj_)[A-Za-z_. -]{0,24}?(?:key|token|secret|private|public)",
        r"(?<![_-])[0-9a-f]{32}(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("mailjet", "mj_"),
    validate=lambda text: len(set(text)) > 5,
    key_pattern=KEY_START + r"mailjet[A-Za-z_.-]{0,24}(?:key|token|secret)",
    key_triggers=("mailjet",),
    validate_key_value=lambda text: re.fullmatch(r"[0-9a-f]{32}", text) is not None,
    priority=100,
    hits=(
        "MAILJET_API_KEY=" + _HEX,
        'mailjet_secret_key: "' + _HEX + '"',
        "MJ_APIKEY_PRIVATE=" + _HEX,
    ),
    misses=("mailjet message " + _HEX, "MAILJET_API_KEY=" + "0" * 32, "mj_key: none"),
    key_hits=(("MAILJET_API_KEY", _HEX), ("mailjet.apiSecret", _HEX)),
    key_misses=(("MAILJET_API_KEY", "none"), ("mailjet_id", _HEX)),
    source="https://dev.mailjet.com/email/guides/getting-started (2026-11-24)",
)
