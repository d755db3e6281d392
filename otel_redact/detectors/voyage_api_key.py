"""Voyage AI API keys: ``pa-`` (``al-`` from MongoDB Atlas) and 43 characters."""

from __future__ import annotations

from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["VOYAGE_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "p" + "a-" + _BODY + "_" + _BODY[:10]
_NAME = r"voyage(?:[_ .-]?ai)?[_ .-]?(?:api[_ .-]?)?key"

VOYAGE_API_KEY = Detector(
    name="voyage_api_key",
    entity="VOYAGE_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?P<value>pa-[A-Za-z0-9_-]{40,48}+)(?![A-Za-z0-9_-])|"
        + behind(_NAME, r"al-[A-Za-z0-9_-]{40,48}+(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=("pa-", "voyage"),
    starts_word=True,
    validate=looks_like_credential,
    priority=100,
    hits=(
        "VOYAGE_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        "VOYAGE_API_KEY=a" + "l" + _KEY[2:],
    ),
    misses=(
        "pa-your-voyage-api-key-goes-here-please-set-it-now",
        "pa-" + _BODY,
        "spa-" + _BODY + "_" + _BODY[:10],
        "al-" + _BODY + "_" + _BODY[:10],
    ),
    source="https://docs.voyageai.com/docs/api-key-and-installation (2026-11-24)",
)
