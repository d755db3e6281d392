"""Baidu AI Cloud (Qianfan) API keys: ``bce-v3/ALTAK-…/…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["BAIDU_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "bce-v3/AL" + "TAK-q7Zt2Lk9Xw4Bv8Nc1Rm6T/" + _HEX + _HEX[:8]

BAIDU_API_KEY = Detector(
    name="baidu_api_key",
    entity="BAIDU_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])bce-v[0-9]/ALTAK-[A-Za-z0-9]{8,40}/[0-9a-f]{32,}+",
    triggers=("bce-v0/altak-",),
    starts_word=True,
    priority=100,
    hits=("QIANFAN_TOKEN=" + _KEY, "use " + _KEY + ", please", "Authorization: Bearer " + _KEY),
    misses=("bce-v3/ALTAK-xxx/yyy", "bce-v3/ALTAK-" + _HEX, "bce-v3/" + _HEX),
    source="https://cloud.baidu.com/doc/qianfan-api/s/3m9b5lqft (2026-11-24)",
)
