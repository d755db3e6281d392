"""NVIDIA API keys (NIM, NGC): ``nvapi-`` and 64 characters."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["NVIDIA_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "nva" + "pi-" + _BODY + "_" + _BODY[:15] + "-" + _BODY[:15]
_OTHER = "nva" + "pi-stg-" + _BODY * 2

NVIDIA_API_KEY = Detector(
    name="nvidia_api_key",
    entity="NVIDIA_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])nvapi-[A-Za-z0-9_-]{24,}+",
    triggers=("nvapi-",),
    starts_word=True,
    validate=lambda text: looks_issued(text[6:]),
    priority=100,
    hits=(
        "NVIDIA_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("nvapi-your-nvidia-api-key-here", "nvapi-client-library-version", "nvapi-" + "short1"),
    source="https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide (2026-11-24)",
)
