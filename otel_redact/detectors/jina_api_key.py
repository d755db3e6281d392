"""Jina AI API keys: ``jina_`` and about 60 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["JINA_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "ji" + "na_" + _HEX + _BODY[:28]

JINA_API_KEY = Detector(
    name="jina_api_key",
    entity="JINA_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])jina_[A-Za-z0-9][A-Za-z0-9_-]{30,}+",
    triggers=("jina_",),
    starts_word=True,
    validate=lambda text: looks_issued(text[5:]),
    priority=100,
    hits=(
        "JINA_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=(
        "jina_embeddings_v2_base_en_model_name",
        "jina_your_api_key_here_please_set_it",
        "jina_" + "short1",
    ),
    source="https://jina.ai/api-dashboard (2026-11-24)",
)
