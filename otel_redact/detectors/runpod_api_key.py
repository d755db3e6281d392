"""RunPod API keys: ``rpa_`` and about 46 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["RUNPOD_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "rp" + "a_" + _BODY.upper() + _BODY[:14]

RUNPOD_API_KEY = Detector(
    name="runpod_api_key",
    entity="RUNPOD_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])rpa_[A-Za-z0-9]{30,}+",
    triggers=("rpa_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "RUNPOD_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("rpa_your_api_key", "rpa_" + "X" * 46, "rpa_process_automation"),
    source="https://docs.runpod.io/get-started/api-keys (2026-11-24)",
)
