"""Volcano Engine access key ids: ``AKLT`` and about 43 base64 characters."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["VOLCENGINE_ACCESS_KEY_ID"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "AK" + "LT" + _BODY + _BODY[:11]

VOLCENGINE_ACCESS_KEY_ID = Detector(
    name="volcengine_access_key_id",
    entity="VOLCENGINE_ACCESS_KEY_ID",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])AKLT[A-Za-z0-9+/_-]{28,60}+={0,2}",
    triggers=("aklt",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "VOLCENGINE_ACCESS_KEY_ID=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("AKLT", "AKLT" + "x" * 43, "aklt" + _BODY, "AKLT" + _BODY[:20]),
    source="https://www.volcengine.com/docs/6291/65568 (2026-11-24)",
)
