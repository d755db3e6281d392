"""Google API keys: ``AIza`` and 35 characters."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["GOOGLE_API_KEY"]

_BODY = "SyA-abcdefghijklmno" + "pqrstuvwxyz_0123"

GOOGLE_API_KEY = Detector(
    name="google_api_key",
    entity="GOOGLE_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{30,}+",
    triggers=("aiza",),
    starts_word=True,
    priority=100,
    hits=(
        "?key=AI" + "za" + _BODY + "&alt=json",
        '"AI' + "za" + _BODY + '"',
        "GEMINI_API_KEY=AI" + "za" + _BODY,
    ),
    misses=("AIza", "AIzaSyShort", "xAI" + "za" + _BODY, "aiza" + _BODY),
    source="https://learn.microsoft.com/purview/sit-defn-google-api-key (2026-11-23)",
)
