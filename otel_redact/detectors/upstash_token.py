"""Upstash REST tokens: base64 behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["UPSTASH_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

UPSTASH_TOKEN = Detector(
    name="upstash_token",
    entity="UPSTASH_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"upstash[A-Za-z0-9_. -]{0,32}?(?:token|key|password)",
        r"(?<![_/+-])[A-Za-z0-9_+/-]{32,120}={0,2}(?![A-Za-z0-9_+/=-])",
        distance=14,
    ),
    triggers=("upstash",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    priority=100,
    hits=(
        "UPSTASH_REDIS_REST_TOKEN=" + _BODY + "==",
        "upstash_vector_token: '" + _BODY + _BODY[:20] + "=',",
        'UPSTASH_REDIS_REST_TOKEN="A' + _BODY + _BODY[8:] + '"',
    ),
    misses=(
        "UPSTASH_REDIS_REST_TOKEN=your_upstash_redis_rest_token_here",
        "upstash url " + _BODY,
        "UPSTASH_REDIS_REST_TOKEN=" + "x" * 56,
    ),
    source="https://upstash.com/docs/redis/features/restapi (2026-11-24)",
)
