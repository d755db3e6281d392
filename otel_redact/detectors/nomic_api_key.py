"""Nomic Atlas API keys: ``nk-`` and 43 characters."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["NOMIC_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "n" + "k-" + _BODY + "_" + _BODY[:10]

NOMIC_API_KEY = Detector(
    name="nomic_api_key",
    entity="NOMIC_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])nk-[A-Za-z0-9_-]{40,48}+(?![A-Za-z0-9_-])",
    triggers=("nk-",),
    starts_word=True,
    validate=lambda text: looks_issued(text[3:]),
    priority=100,
    hits=(
        "NOMIC_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("nk-your-api-key", "link-" + _BODY + "_" + _BODY[:10], "nk-" + _BODY),
    source="https://docs.nomic.ai/platform/api-reference/authentication (2026-11-24)",
)
