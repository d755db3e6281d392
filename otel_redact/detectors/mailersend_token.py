"""MailerSend API tokens: ``mlsn.…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["MAILERSEND_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

MAILERSEND_TOKEN = Detector(
    name="mailersend_token",
    entity="MAILERSEND_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])mlsn\.[A-Za-z0-9]{32,}+",
    triggers=("mlsn.",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[5:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "MAILERSEND_API_KEY=mls" + "n." + _HEX * 2,
        "'mls" + "n." + _HEX[::-1] * 2 + "'",
        "Bearer mls" + "n." + _HEX + _HEX[::-1],
    ),
    misses=("mlsn.short", "mlsn." + "0" * 64, "htmlsn." + _HEX * 2),
    source="https://developers.mailersend.com/general.html#authentication (2026-11-24)",
)
