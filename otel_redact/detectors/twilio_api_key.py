"""Twilio API keys: ``SK`` and 32 hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["TWILIO_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_PAIRS = tuple(one + two for one in "0abcdef" for two in "0abcdef")

TWILIO_API_KEY = Detector(
    name="twilio_api_key",
    entity="TWILIO_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])",
    # `asked` is a word: where the pair is `ed`, a third digit must follow.
    triggers=(
        *("sk" + pair for pair in _PAIRS if pair != "ed"),
        *("sked" + one for one in "0abcdef"),
    ),
    starts_word=True,
    validate=lambda text: len(set(text)) > 6,
    priority=100,
    hits=(
        "TWILIO_API_KEY_SID=S" + "K" + _HEX,
        "'S" + "K" + _HEX[::-1] + "'",
        "key S" + "K" + _HEX[8:] + _HEX[:8] + ".",
    ),
    misses=("SK" + "0" * 32, "SK" + _HEX + "0a", "TASK" + _HEX, "sk" + _HEX),
    source="https://www.twilio.com/docs/iam/api-keys (2026-11-24)",
)
