"""PostHog personal, feature flag and OAuth keys; public ones (``phc_``) stay."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["POSTHOG_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

POSTHOG_API_KEY = Detector(
    name="posthog_api_key",
    entity="POSTHOG_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])ph[xsar]_[A-Za-z0-9_-]{32,}+",
    triggers=("phx_", "phs_", "pha_", "phr_"),
    starts_word=True,
    validate=lambda text: looks_issued(text[4:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "POSTHOG_PERSONAL_API_KEY=ph" + "x_" + _BODY + "abc",
        "'ph" + "s_" + _BODY[:32] + "'",
        "Bearer ph" + "a_" + _BODY,
    ),
    misses=(
        "phc_" + _BODY,
        "phx_your_personal_api_key_goes_here",
        "alpha_" + _BODY,
        "phx_new_route",
    ),
    source="https://posthog.com/docs/api#personal-api-keys (2026-11-24)",
)
