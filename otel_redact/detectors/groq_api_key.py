"""Groq API keys: ``gsk_`` and 52 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["GROQ_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "gs" + "k_" + _BODY + _BODY[:20]

GROQ_API_KEY = Detector(
    name="groq_api_key",
    entity="GROQ_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])gsk_[A-Za-z0-9]{20,}+",
    triggers=("gsk_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "GROQ_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=(
        "gsk_your_api_key_here",
        "gsk_render_node_get_type",
        "gsk_" + "X" * 52,
        "wgsk_" + _BODY,
    ),
    source="https://console.groq.com/docs/quickstart (2026-11-24)",
)
