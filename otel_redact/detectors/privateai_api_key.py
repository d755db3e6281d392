"""Private AI API keys: 32 letters and digits behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["PRIVATEAI_API_KEY"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

PRIVATEAI_API_KEY = Detector(
    name="privateai_api_key",
    entity="PRIVATEAI_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"private[_ -]?ai[A-Za-z0-9_. -]{0,24}?(?:key|token)",
        r"(?<![_-])[A-Za-z0-9]{32}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("privateai", "private_ai", "private-ai", "private ai"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    priority=100,
    hits=(
        "PRIVATE_AI_API_KEY=" + _LOWER[:32],
        "privateai.apiKey: '" + _HEX + "'",
        "the Private AI key " + _LOWER[8:] + " works",
    ),
    misses=("PRIVATEAI_API_KEY=<key>", "private ai report " + _HEX, "PRIVATE_AI_KEY=" + "x" * 32),
    source="https://docs.private-ai.com/reference/latest/authentication (2026-11-24)",
)
