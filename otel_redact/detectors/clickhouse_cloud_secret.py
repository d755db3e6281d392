"""ClickHouse Cloud API key secrets: ``4b1d`` and 38 letters and digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["CLICKHOUSE_CLOUD_SECRET"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "4b" + "1d" + "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4"

CLICKHOUSE_CLOUD_SECRET = Detector(
    name="clickhouse_cloud_secret",
    entity="CLICKHOUSE_CLOUD_SECRET",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])4b1d[A-Za-z0-9]{38}(?![A-Za-z0-9])",
    triggers=("0b0d",),
    starts_word=True,
    validate=lambda text: not (text.isupper() or text.islower()) and len(set(text)) > 12,
    priority=100,
    hits=("CLICKHOUSE_CLOUD_API_SECRET=" + _KEY, "'" + _KEY + "'", "curl --user id:" + _KEY + " x"),
    misses=("4b1d", "4b1d" + _HEX + "0a1b2c", "550e8400-4b1d-41d4-a716-446655440000", "a" + _KEY),
    source="https://clickhouse.com/docs/cloud/manage/openapi (2026-11-24)",
)
