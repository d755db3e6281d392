"""Neon API keys (``napi_…``) and the passwords it makes (``npg_…``)."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["NEON_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

NEON_API_KEY = Detector(
    name="neon_api_key",
    entity="NEON_API_KEY",
    group=Group.SECRETS,
    pattern=(r"(?<![A-Za-z0-9_])(?:napi_[A-Za-z0-9]{32,}+|npg_[A-Za-z0-9]{12,16})(?![A-Za-z0-9_])"),
    triggers=("napi_", "npg_"),
    starts_word=True,
    validate=lambda text: (
        (looks_issued(text[5:]) if text.startswith("napi_") else not text[4:].islower())
        and len(set(text)) > 9
    ),
    priority=100,
    hits=(
        "NEON_API_KEY=na" + "pi_" + _LOWER + _LOWER[:24],
        "PGPASSWORD=np" + "g_" + _BODY[:12],
        "postgresql://owner:np" + "g_" + _BODY[4:16] + "@ep-cool-1.aws.neon.tech/db",
    ),
    misses=("napi_create_string_utf8", "napi_" + "x" * 64, "npg_dropdown_menu", "npg_something123"),
    source="https://neon.com/docs/manage/api-keys (2026-11-24)",
)
