"""Postman API keys (``PMAK-…``) and access keys of single collections (``PMAT-…``)."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["POSTMAN_API_KEY"]

_UPPER = "Q7ZT2LK9XW4BV8NC1RM6" + "YP3HD5JS0GF2TA8QE4UO"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

POSTMAN_API_KEY = Detector(
    name="postman_api_key",
    entity="POSTMAN_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:PMAK-[0-9A-Fa-f]{16,24}+(?:-[0-9A-Fa-f]{16,}+)?|PMAT-[0-9A-Z]{24,}+)",
    triggers=("pmak-", "pmat-"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 9,
    priority=100,
    hits=(
        "X-Api-Key is PMA" + "K-" + _HEX[:24] + "-" + _HEX + "0a",
        "https://api.postman.com/collections/1?access_key=PMA" + "T-" + _UPPER[:26],
        "'PMA" + "K-" + _HEX[8:] + "-" + _HEX + "ff'",
    ),
    misses=("PMAK-short", "PMAK-" + "0" * 24 + "-" + "0" * 34, "XPMAK-" + _HEX[:24] + "-" + _HEX),
    source="https://learning.postman.com/docs/developer/postman-api/authentication (2026-11-24)",
)
