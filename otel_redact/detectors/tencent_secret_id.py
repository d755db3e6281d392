"""Tencent Cloud secret ids: ``AKID`` and 32 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["TENCENT_SECRET_ID"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"

TENCENT_SECRET_ID = Detector(
    name="tencent_secret_id",
    entity="TENCENT_SECRET_ID",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])",
    triggers=("akid",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "TENCENTCLOUD_SECRET_ID=AK" + "ID" + _BODY,
        '{"SecretId": "AK' + "ID" + _BODY + '"}',
        "use AK" + "ID" + _BODY + ", please",
    ),
    misses=("AKID", "AKID" + "x" * 32, "akid" + _BODY, "AKID" + _BODY[:20]),
    source="https://www.tencentcloud.com/document/product/598/34228 (2026-11-24)",
)
