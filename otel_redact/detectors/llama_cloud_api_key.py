"""LlamaCloud (LlamaParse) API keys: ``llx-`` and 48 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["LLAMA_CLOUD_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "ll" + "x-" + _BODY + _BODY[:16]

LLAMA_CLOUD_API_KEY = Detector(
    name="llama_cloud_api_key",
    entity="LLAMA_CLOUD_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])llx-[A-Za-z0-9]{24,}+",
    triggers=("llx-",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "LLAMA_CLOUD_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("llx-your-api-key", "llx-" + "x" * 48, "llx-abc123"),
    source="https://docs.cloud.llamaindex.ai/llamacloud/getting_started/api_key (2026-11-24)",
)
