"""Helicone API keys: ``sk-helicone-…`` and the write-only ``pk-helicone-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["HELICONE_API_KEY"]

_KEY = "sk-heli" + "cone-" + "a1b2c3d-e4f5g6h-i7j8k9l-m0n1o2p"
_OTHER = "pk-heli" + "cone-eu-" + "a1b2c3d-e4f5g6h-i7j8k9l-m0n1o2p"

HELICONE_API_KEY = Detector(
    name="helicone_api_key",
    entity="HELICONE_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])[ps]k-helicone-[A-Za-z0-9-]{20,}+",
    triggers=("sk-helicone-", "pk-helicone-"),
    starts_word=True,
    validate=lambda text: looks_issued(text[12:]),
    priority=110,
    hits=(
        "HELICONE_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("sk-helicone-your-api-key-goes-here", "sk-helicone-", "sk-helicone-proxy"),
    source="https://docs.helicone.ai/helicone-headers/helicone-auth (2026-11-24)",
)
