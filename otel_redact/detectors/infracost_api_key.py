"""Infracost API keys: ``ico-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["INFRACOST_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

INFRACOST_API_KEY = Detector(
    name="infracost_api_key",
    entity="INFRACOST_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])ico-[A-Za-z0-9]{32}(?![A-Za-z0-9_-])",
    triggers=("ico-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "INFRACOST_API_KEY=ico" + "-" + _BODY[:32],
        "api_key: 'ico" + "-" + _BODY[8:] + "'",
        "infracost with ico" + "-" + _LOWER[:32],
    ),
    misses=("ico-arrow-left", "ico-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "pico-" + _BODY[:32]),
    source="https://www.infracost.io/docs/integrations/cicd (2026-11-24)",
)
