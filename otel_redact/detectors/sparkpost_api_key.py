"""SparkPost API keys: forty hexadecimal digits behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["SPARKPOST_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SPARKPOST_API_KEY = Detector(
    name="sparkpost_api_key",
    entity="SPARKPOST_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"sparkpost[A-Za-z_. -]{0,20}?(?:key|password|token|secret)",
        r"(?<![_-])[0-9a-f]{40}(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("sparkpost",),
    validate=lambda text: len(set(text)) > 5,
    key_pattern=KEY_START + r"sparkpost[A-Za-z_.-]{0,20}(?:key|password|token|secret)",
    key_triggers=("sparkpost",),
    validate_key_value=lambda text: re.fullmatch(r"[0-9a-f]{40}", text) is not None,
    priority=100,
    hits=(
        "SPARKPOST_API_KEY=" + _HEX + _HEX[:8],
        'sparkpost_key: "' + _HEX[::-1] + _HEX[:8] + '"',
        "new SparkPost('key'); sparkpost key " + _HEX + _HEX[8:16],
    ),
    misses=(
        "sparkpost commit " + _HEX + _HEX[:8],
        "SPARKPOST_API_KEY=none",
        "SPARKPOST_API_KEY=" + "0" * 40,
    ),
    key_hits=(("SPARKPOST_API_KEY", _HEX + _HEX[:8]), ("sparkpost.apiKey", _HEX[:8] + _HEX)),
    key_misses=(("SPARKPOST_API_KEY", "none"), ("sparkpost_id", _HEX + _HEX[:8])),
    source="https://developers.sparkpost.com/api/#header-authentication (2026-11-24)",
)
