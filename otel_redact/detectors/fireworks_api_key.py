"""Fireworks AI API keys: ``fw_`` or ``fpk_`` and 22 or more letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["FIREWORKS_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "f" + "w_3" + _BODY[:23]
_OTHER = "fp" + "k_" + _BODY[:24]
_THIRD = "f" + "w_" + _BODY[:22]


def _is_key(text: str) -> bool:
    """A name in camelCase has fewer capitals than random letters."""
    body = text.partition("_")[2]
    return len(set(body)) > 9 and (sum(map(str.isupper, body)) > 4 or looks_issued(body))


FIREWORKS_API_KEY = Detector(
    name="fireworks_api_key",
    entity="FIREWORKS_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:fw|fpk)_[A-Za-z0-9]{20,}+",
    triggers=("fw_", "fpk_"),
    starts_word=True,
    validate=_is_key,
    priority=100,
    hits=(
        "FIREWORKS_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _THIRD + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=(
        "fw_your_api_key",
        "fw_upgradefirmwarebutton1",
        "fw_" + "short1",
        "fw_getConnectionPoolStatistics",
    ),
    source="https://docs.fireworks.ai/api-reference/introduction (2026-11-24)",
)
