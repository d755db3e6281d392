"""Prefect Cloud API keys: ``pnu_…`` of users, ``pnb_…`` of service accounts."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["PREFECT_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

PREFECT_API_KEY = Detector(
    name="prefect_api_key",
    entity="PREFECT_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pn[ub]_[A-Za-z0-9]{30,}+",
    triggers=("pnu_", "pnb_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "PREFECT_API_KEY=pnu" + "_" + _BODY[:36],
        "prefect cloud login -k pnb" + "_" + _BODY[:36],
        "'pnu" + "_" + _LOWER[:36] + "'",
    ),
    misses=("pnu_short", "pnu_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "cpnu_" + _BODY),
    source="https://docs.prefect.io/v3/manage/cloud/manage-users/api-keys (2026-11-24)",
)
