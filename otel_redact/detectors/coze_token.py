"""Coze personal access tokens: ``pat_`` and 64 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group, Trigger

__all__ = ["COZE_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "pa" + "t_" + _BODY * 2

COZE_TOKEN = Detector(
    name="coze_token",
    entity="COZE_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pat_[A-Za-z0-9]{60,}+",
    triggers=(Trigger("pat_", then="pat_[a-z0]{60}"),),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "COZE_TOKEN=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("pat_your_token", "pat_" + "x" * 64, "pat_" + _BODY),
    source="https://www.coze.com/docs/developer_guides/pat (2026-11-24)",
)
