"""Yandex Cloud API keys ``AQVN…``, IAM tokens ``t1.…``, static keys ``YC…``, OAuth ``y0_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["YANDEX_CLOUD_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"

YANDEX_CLOUD_KEY = Detector(
    name="yandex_cloud_key",
    entity="YANDEX_CLOUD_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:AQVN[A-Za-z0-9_-]{34,40}(?![A-Za-z0-9_-])|y[0-3]_Ag[A-Za-z0-9_-]{40,}+"
        r"|t1\.[0-9]eu[A-Za-z0-9_-]{20,}+={0,2}(?:\.[A-Za-z0-9_-]{40,}+={0,2})?"
        r"|YC[A-Za-z0-9_-]{38}(?![A-Za-z0-9_-]))"
    ),
    triggers=("aqvn", "y0_ag", "t0.0eu", Trigger("yc", then="yc[a-z0_-]{38}")),
    starts_word=True,
    validate=lambda text: looks_issued(text[3:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "YANDEX_API_KEY=AQ" + "VN" + _BODY + _BODY[:4],
        "use y" + "0_AgAAAAA" + _BODY + _BODY[:10] + " here",
        "YC_TOKEN=t" + "1.9eu" + _BODY * 2 + "." + _BODY * 2 + _BODY[:22],
        "secret YC" + "P" + _BODY + _BODY[:5],
    ),
    misses=(
        "AQVN",
        "t1.user_id",
        "YC_TOKEN",
        "AQVN" + "x" * 36,
        "y0_AgAAAA",
        "YCbCr-" + "plane" * 6,
    ),
    source="https://yandex.cloud/en/docs/iam/concepts/authorization/api-key (2026-11-24)",
)
