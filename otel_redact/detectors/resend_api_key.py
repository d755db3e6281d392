"""Resend API keys: ``re_`` and letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["RESEND_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

RESEND_API_KEY = Detector(
    name="resend_api_key",
    entity="RESEND_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9_])re_(?:[A-Za-z0-9]{8}_[A-Za-z0-9]{20,28}+|[A-Za-z0-9]{28,36}+)(?![A-Za-z0-9_])",
    triggers=(Trigger("re_", then="re_[a-z0]{8}[a-z0_][a-z0]{19}"),),
    starts_word=True,
    validate=lambda text: looks_issued(text[3:]) and len(set(text)) > 14,
    priority=100,
    hits=(
        "RESEND_API_KEY=re" + "_" + _BODY[:8] + "_" + _BODY[8:32],
        "new Resend('re" + "_" + _BODY[4:12] + "_" + _BODY[12:36] + "')",
        "Bearer re" + "_" + _BODY[:32],
    ),
    misses=(
        "re_compile_the_pattern_again",
        "re_xxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxx",
        "before_" + _BODY[:32],
        "re_internationalization_support",
    ),
    source="https://resend.com/docs/dashboard/api-keys/introduction (2026-11-24)",
)
