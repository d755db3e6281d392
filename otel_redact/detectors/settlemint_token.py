"""SettleMint access tokens: ``sm_pat_ sm_aat_ sm_sat_``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["SETTLEMINT_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

SETTLEMINT_TOKEN = Detector(
    name="settlemint_token",
    entity="SETTLEMINT_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])sm_(?:pat|aat|sat)_[A-Za-z0-9]{12,}+",
    triggers=("sm_pat_", "sm_aat_", "sm_sat_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[7:]) and len(set(text[7:])) > 6,
    priority=100,
    hits=(
        "SETTLEMINT_ACCESS_TOKEN=sm" + "_aat_" + _BODY[:16],
        "'sm" + "_pat_" + _BODY[4:20] + "'",
        "x-auth-token: sm" + "_sat_" + _BODY[8:24],
    ),
    misses=("sm_pat_test_token", "sm_aat_XXXXXXXXXXXXXXXX", "jsm_pat_" + _BODY[:16]),
    source="https://console.settlemint.com/documentation/docs/using-platform/personal-access-tokens"
    " (2026-11-24)",
)
