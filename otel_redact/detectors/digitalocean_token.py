"""DigitalOcean tokens: ``dop_v1_ doo_v1_ dor_v1_`` and 64 hexadecimal digits, ``sk-do-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["DIGITALOCEAN_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "dop" + "_v1_" + _HEX * 2
_OTHER = "dor" + "_v1_" + _HEX * 2
_THIRD = "sk-" + "do-" + _HEX + _HEX.upper()

DIGITALOCEAN_TOKEN = Detector(
    name="digitalocean_token",
    entity="DIGITALOCEAN_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:do[opr]_v[0-9]{1,2}_[0-9a-f]{32,}+|sk-do-[A-Za-z0-9_-]{24,}+)",
    triggers=("dop_v0", "doo_v0", "dor_v0", "sk-do-"),
    starts_word=True,
    validate=lambda text: looks_issued(text[6:]) and len(set(text[7:])) > 7,
    priority=110,
    hits=(
        "DIGITALOCEAN_TOKEN=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _THIRD + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=(
        "dop_v1_your_token_here",
        "dop_v1_" + "0" * 64,
        "dop_v1_" + _HEX[:16],
        "sk-do-your-model-access-key-here",
    ),
    source="https://docs.digitalocean.com/reference/api/create-personal-access-token (2026-11-24)",
)
