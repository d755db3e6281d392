"""Supabase access tokens (``sbp_…``) and secret keys (``sb_secret_…``); publishable ones stay."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["SUPABASE_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SUPABASE_KEY = Detector(
    name="supabase_key",
    entity="SUPABASE_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:sbp_(?:[a-z0-9]{2,8}_)?[0-9a-f]{24,}+|sb_secret_[A-Za-z0-9_-]{16,}+)"
    ),
    triggers=("sbp_", "sb_secret_"),
    starts_word=True,
    validate=lambda text: looks_issued(text.removeprefix("sb_secret_")) and len(set(text)) > 9,
    priority=100,
    hits=(
        "SUPABASE_ACCESS_TOKEN=sb" + "p_" + _HEX + _HEX[:8],
        "'sb" + "_secret_" + _BODY[:22] + "_" + _BODY[:8] + "'",
        "apikey: sb" + "_secret_" + _BODY[:10] + "-_" + _BODY[:10] + "_Xy12ab-_",
        "Bearer sb" + "p_oauth_" + _HEX + _HEX[:8],
    ),
    misses=(
        "sb_publishable_" + _BODY[:22],
        "sb_secret_your_secret_key_here",
        "sbp_" + "0" * 40,
        "usbp_" + _HEX + _HEX[:8],
    ),
    source="https://supabase.com/docs/guides/api/api-keys (2026-11-24)",
)
