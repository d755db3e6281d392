"""Stripe secret, restricted and organization keys; publishable ones (``pk_``) are public."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["STRIPE_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

STRIPE_API_KEY = Detector(
    name="stripe_api_key",
    entity="STRIPE_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:[sr]k_(?:live|test|prod)|sk_org(?:_live|_test)?|ek_(?:live|test))"
        r"_[A-Za-z0-9]{10,}+"
    ),
    triggers=(
        *(kind + "_" + mode for kind in ("sk", "rk") for mode in ("live_", "test_", "prod_")),
        *("sk_org_", "ek_live_", "ek_test_"),
    ),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[8:]) and len(set(text[8:])) > 5,
    priority=100,
    hits=(
        "STRIPE_SECRET_KEY=sk" + "_live_" + _BODY[:24],
        "stripe.api_key = 'sk" + "_test_51" + _BODY * 2 + "'",
        "rk" + "_live_" + _BODY[:24] + " is restricted",
        "-u sk" + "_org_live_" + _BODY + ":",
    ),
    misses=(
        "sk_live_",
        "pk_live_" + _BODY[:24],
        "sk_test_your_key_goes_here",
        "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx",
        "task_live_" + _BODY[:24],
        "risk_test_coverage_report",
    ),
    source="https://docs.stripe.com/keys (2026-11-24)",
)
