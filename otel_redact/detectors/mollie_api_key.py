"""Mollie API keys (``live_…``, ``test_…``) and access tokens (``access_…``) behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["MOLLIE_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_VALUE = r"(?:live|test|access)_[A-Za-z0-9]{30,40}"

MOLLIE_API_KEY = Detector(
    name="mollie_api_key",
    entity="MOLLIE_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"mollie[A-Za-z_. -]{0,20}?",
        _VALUE + r"(?![A-Za-z0-9_-])",
        distance=12,
    ),
    triggers=("mollie",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    key_pattern=KEY_START + r"mollie[A-Za-z_.-]{0,20}",
    key_triggers=("mollie",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "MOLLIE_API_KEY=li" + "ve_" + _BODY[:30],
        'mollie.setApiKey("te' + "st_" + _BODY[4:34] + '")',
        "mollie_token: acc" + "ess_" + _BODY[:30],
    ),
    misses=("MOLLIE_API_KEY=live_key", "mollie test_" + "x" * 30, "live_" + _BODY[:30]),
    key_hits=(
        ("MOLLIE_API_KEY", "li" + "ve_" + _BODY[:30]),
        ("mollie.apiKey", "te" + "st_" + _BODY[:30]),
    ),
    key_misses=(("MOLLIE_API_KEY", "none"), ("mollie_order", _BODY)),
    source="https://docs.mollie.com/reference/authentication (2026-11-24)",
)
