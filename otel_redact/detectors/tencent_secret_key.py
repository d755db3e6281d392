"""Tencent Cloud secret keys: 32 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["TENCENT_SECRET_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_NAME = (
    r"(?:tencent|qcloud)(?:[_ .-]?cloud)?(?:[_ .-]?(?:cos|sms|api|hunyuan|asr"
    r"|tts)){0,2}[_ .-]?secret(?:[_ .-]?key)?"
)

TENCENT_SECRET_KEY = Detector(
    name="tencent_secret_key",
    entity="TENCENT_SECRET_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{32}(?![A-Za-z0-9_-])"),
    triggers=("tencent", "qcloud"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("tencent", "qcloud"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "TENCENTCLOUD_SECRET_KEY=" + _BODY,
        '{"tencent_secret_key": "' + _BODY + '"}',
        "the tencent cloud secret key is " + _BODY + ".",
    ),
    misses=(
        "TENCENTCLOUD_SECRET_KEY=your_secret_here",
        "tencent cloud instance " + _BODY,
        "TENCENTCLOUD_SECRET_KEY=" + _BODY[:12],
    ),
    key_hits=(("TENCENTCLOUD_SECRET_KEY", _BODY), ("tencentSecretKey", _BODY)),
    key_misses=(
        ("TENCENTCLOUD_SECRET_KEY", "your_secret_here"),
        ("tencent.region", _BODY),
        ("tencent_secret_key_name", _BODY),
    ),
    source="https://www.tencentcloud.com/document/product/598/34228 (2026-11-24)",
)
