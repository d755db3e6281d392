"""Google API keys: ``AIza`` and 35 characters, and authorization keys ``AQ.…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["GOOGLE_API_KEY"]

_BODY = "SyA-abcdefghijklmno" + "pqrstuvwxyz_0123"
_AUTHORIZATION_BODY = "Ab8RN6" + "-q7Zt2Lk9Xw4Bv8Nc1Rm6Ty3H" + "_jP5sDf0Gaa1b2c3d4e"

# Since 2026 AI Studio issues authorization keys only; AIza keys stay for Maps and others.
GOOGLE_API_KEY = Detector(
    name="google_api_key",
    entity="GOOGLE_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:AIza[A-Za-z0-9_-]{30,}+|AQ\.[A-Za-z0-9_-]{32,}+)",
    triggers=("aiza", "aq."),
    starts_word=True,
    validate=lambda text: len(set(text)) > 12 and looks_issued(text[3:]),
    priority=100,
    hits=(
        "?key=AI" + "za" + _BODY + "&alt=json",
        '"AI' + "za" + _BODY + '"',
        "GEMINI_API_KEY=AI" + "za" + _BODY,
        "GEMINI_API_KEY=A" + "Q." + _AUTHORIZATION_BODY,
        "x-goog-api-key: A" + "Q." + _AUTHORIZATION_BODY,
    ),
    misses=(
        "AIza",
        "AIzaSyShort",
        "xAI" + "za" + _BODY,
        "aiza" + _BODY,
        "AIza" + "x" * 35,
        "FAQ." + _AUTHORIZATION_BODY,
        "AQ.the-questions-that-people-ask-most-often",
    ),
    source="https://learn.microsoft.com/purview/sit-defn-google-api-key and "
    "https://ai.google.dev/gemini-api/docs/api-key (2026-11-24)",
)
