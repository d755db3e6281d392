"""xAI API keys and management keys: ``xai-`` and 80 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["XAI_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "xa" + "i-" + _BODY * 2 + _BODY[:16]
_OTHER = "xa" + "i-token-" + _BODY * 2

XAI_API_KEY = Detector(
    name="xai_api_key",
    entity="XAI_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])xai-(?:token-)?[A-Za-z0-9]{20,}+",
    triggers=("xai-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "XAI_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("xai-sdk-python", "xai-your-api-key-here", "xai-" + "x" * 80, "maxai-" + _BODY),
    source="https://docs.x.ai/docs/tutorial (2026-11-24)",
)
