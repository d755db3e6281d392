"""Signing secrets of webhooks, of Stripe and of who follows Standard Webhooks: ``whsec_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["STRIPE_WEBHOOK_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

STRIPE_WEBHOOK_SECRET = Detector(
    name="stripe_webhook_secret",
    entity="STRIPE_WEBHOOK_SECRET",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/]{20,}+={0,2}",
    triggers=("whsec_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[6:]) and len(set(text)) > 10,
    priority=100,
    hits=(
        "STRIPE_WEBHOOK_SECRET=whs" + "ec_" + _BODY[:32],
        "'whs" + "ec_" + _HEX + _HEX + "'",
        "svix whs" + "ec_" + _BODY[:20] + "/" + _BODY[:11] + "=",
    ),
    misses=(
        "whsec_",
        "whsec_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "whsec_your_webhook_signing_secret",
    ),
    source="https://docs.stripe.com/webhooks/signature (2026-11-24)",
)
