"""Razorpay key identifiers (``rzp_live_…``, ``rzp_test_…``) and secrets behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper, looks_issued
from otel_redact.types import Detector, Group

__all__ = ["RAZORPAY_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_VALUE = r"[A-Za-z0-9]{20,24}"


def _is_key(text: str) -> bool:
    if text.startswith("rzp_"):
        return has_digit_or_upper(text[9:]) and len(set(text[9:].lower())) > 5
    return looks_issued(text) and len(set(text)) > 8


RAZORPAY_KEY = Detector(
    name="razorpay_key",
    entity="RAZORPAY_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>rzp_(?:live|test)_[A-Za-z0-9]{10,}+)|"
        + near(
            r"(?:razorpay|rzp)[A-Za-z_. -]{0,24}?secret(?:[_-]?(?:key|token))?",
            r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("rzp", "razorpay"),
    validate=_is_key,
    key_pattern=KEY_START + r"(?:razorpay|rzp)[A-Za-z_.-]{0,24}secret",
    key_triggers=("razorpay", "rzp"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "RAZORPAY_KEY_ID=rzp" + "_live_" + _BODY[:14],
        "curl -u rzp" + "_test_" + _BODY[4:18],
        "RAZORPAY_KEY_SECRET=" + _BODY[:24],
    ),
    misses=("rzp_live_short", "rzp_test_xxxxxxxxxxxxxx", "RAZORPAY_KEY_SECRET=your_key_secret"),
    key_hits=(("RAZORPAY_KEY_SECRET", _BODY[:24]), ("rzp.secret", _BODY[:20])),
    key_misses=(("RAZORPAY_KEY_SECRET", "none"), ("razorpay_order", _BODY[:24])),
    source="https://razorpay.com/docs/api/authentication (2026-11-24)",
)
