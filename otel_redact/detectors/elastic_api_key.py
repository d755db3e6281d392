"""Elastic Cloud API keys (``essu_…``), and Elasticsearch API keys behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ELASTIC_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

ELASTIC_API_KEY = Detector(
    name="elastic_api_key",
    entity="ELASTIC_API_KEY",
    group=Group.SECRETS,
    # An Elasticsearch key is base64 of id and secret, 20 and 22 characters, joined by a colon. In
    # base64 of such text there is neither `+` nor `/`.
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>essu_[A-Za-z0-9+/_-]{24,}+={0,2})|"
        + near(
            r"elastic[A-Za-z0-9_. -]{0,24}?(?:key|token)",
            r"(?<![_/+-])[A-Za-z0-9]{54,64}={0,2}(?![A-Za-z0-9+/=_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=("essu_", "elastic"),
    validate=lambda text: len(set(text)) > 12 and looks_issued(text.removeprefix("essu_")),
    priority=100,
    hits=(
        "ELASTICSEARCH_API_KEY=" + _BODY + _BODY[:18] + "==",
        "EC_API_KEY=ess" + "u_" + _BODY + "==",
        "elastic.apiKey: '" + _BODY + _BODY[8:28] + "'",
    ),
    misses=(
        "essu_short",
        "ELASTICSEARCH_API_KEY=" + "x" * 60,
        "elastic_key: " + _HEX,
        "pressu_" + _BODY,
    ),
    source="https://www.elastic.co/docs/deploy-manage/api-keys (2026-11-24)",
)
