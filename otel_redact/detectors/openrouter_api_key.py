"""OpenRouter API keys: ``sk-or-v1-`` and 64 hexadecimal digits, and their masked echo."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["OPENROUTER_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "sk-o" + "r-v1-" + _HEX * 2

OPENROUTER_API_KEY = Detector(
    name="openrouter_api_key",
    entity="OPENROUTER_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])sk-or-(?:[A-Za-z0-9_-]{24,}+"
        r"|[A-Za-z0-9_-]{0,23}\*{3,}+[A-Za-z0-9_-]{0,8})"
    ),
    triggers=("sk-or-",),
    starts_word=True,
    validate=lambda text: looks_issued(text[6:]),
    priority=110,
    hits=(
        "OPENROUTER_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=(
        "sk-or-v1-your-openrouter-api-key",
        "sk-or-v1-...",
        "task-or-v1-" + _HEX * 2,
        "sk-or-v1-short1",
    ),
    source="https://openrouter.ai/docs/api-reference/authentication (2026-11-24)",
)
