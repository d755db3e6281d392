"""Brevo (formerly Sendinblue) API keys ``xkeysib-…`` and SMTP keys ``xsmtpsib-…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["BREVO_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

BREVO_API_KEY = Detector(
    name="brevo_api_key",
    entity="BREVO_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])x(?:key|smtp)sib-[0-9a-f]{32,}+(?:-[A-Za-z0-9]{8,}+)?",
    triggers=("xkeysib-", "xsmtpsib-"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 12,
    priority=100,
    hits=(
        "BREVO_API_KEY=xkey" + "sib-" + _HEX * 2 + "-" + _BODY[:16],
        "'xsmtp" + "sib-" + _HEX * 2 + "-" + _BODY[:16] + "'",
        "api-key: xkey" + "sib-" + _HEX * 2 + "-" + _BODY[8:24],
    ),
    misses=("xkeysib-short", "xkeysib-" + "0" * 64, "xkeysib-your-api-key"),
    source="https://developers.brevo.com/docs/getting-started (2026-11-24)",
)
