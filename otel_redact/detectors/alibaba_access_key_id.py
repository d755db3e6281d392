"""Alibaba Cloud access key ids: ``LTAI…``, and temporary ``STS.…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["ALIBABA_ACCESS_KEY_ID"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "LT" + "AI5t" + _BODY[:18]


def _is_id(text: str) -> bool:
    body = text[4:]
    return len(set(body)) > 6 and body not in (body.lower(), body.upper())


ALIBABA_ACCESS_KEY_ID = Detector(
    name="alibaba_access_key_id",
    entity="ALIBABA_ACCESS_KEY_ID",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:LTAI[A-Za-z0-9]{12,24}|STS\.N(?=[A-Za-z]{0,30}[0-9])[A-Za-z0-9]{20,32})(?![A-Za-z0-9])",
    triggers=("ltai", "sts.n"),
    starts_word=True,
    validate=_is_id,
    priority=100,
    hits=(
        "ALIBABA_CLOUD_ACCESS_KEY_ID=" + _KEY,
        "use " + _KEY[:16] + ", please",
        '"AccessKeyId": "ST' + "S.NT" + _BODY[:22] + '"',
    ),
    misses=(
        "LTAI",
        "LTAI" + "x" * 20,
        "ltai" + _BODY[:20],
        "STS.NotAuthorizedException",
        "LTAI" + _BODY,
    ),
    source="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair "
    "(2026-11-24)",
)
