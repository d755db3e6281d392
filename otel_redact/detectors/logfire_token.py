"""Pydantic Logfire write and read tokens: ``pylf_v1_us_…``, ``pylf_v2_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["LOGFIRE_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "pylf" + "_v1_us_" + _BODY + _BODY[:11]
_OTHER = "pylf" + "_v2_eu_" + _BODY

LOGFIRE_TOKEN = Detector(
    name="logfire_token",
    entity="LOGFIRE_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pylf_v[0-9]{1,2}_[A-Za-z0-9_]{20,}+",
    triggers=("pylf_v0",),
    starts_word=True,
    validate=lambda text: looks_issued(text[8:]),
    priority=100,
    hits=(
        "LOGFIRE_TOKEN=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("pylf_v1_us_your_write_token_here", "pylf_v1_us_", "pylf_v1_" + "short1"),
    source="https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens (2026-11-24)",
)
