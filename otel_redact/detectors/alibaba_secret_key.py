"""Alibaba Cloud access key secrets: 30 letters and digits behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["ALIBABA_SECRET_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY[:30]
_SIGNS = ("", "_", " ", "-")
_NAME = (
    r"(?:(?:aliyun|alibaba|alicloud)(?:[_ -]?(?:cloud|oss|ram|access|key|sms|api"
    r"|app)){0,4}[_ -]?secret(?:[_ -]?key)?|access[_ -]?key[_ -]?secret)"
)

ALIBABA_SECRET_KEY = Detector(
    name="alibaba_secret_key",
    entity="ALIBABA_SECRET_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{30}(?![A-Za-z0-9_-])"),
    triggers=(
        "aliyun",
        "alibaba",
        "alicloud",
        *("access" + first + "key" + second + "secret" for first in _SIGNS for second in _SIGNS),
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=("aliyun", "alibaba", "alicloud", "access"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET=" + _KEY,
        '{"AccessKeySecret": "' + _KEY + '"}',
        "the aliyun secret is " + _KEY + ".",
    ),
    misses=(
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET=your_secret_here",
        "AccessKeySecret=" + _KEY[:20],
        "access key secret",
        "aliyun instance " + _KEY,
    ),
    key_hits=(("accessKeySecret", _KEY), ("ALIYUN_ACCESS_KEY_SECRET", _KEY)),
    key_misses=(
        ("accessKeySecret", "your_secret_here"),
        ("aliyun.region", _KEY),
        ("access_key_secret_name", _KEY),
    ),
    source="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair "
    "(2026-11-24)",
)
