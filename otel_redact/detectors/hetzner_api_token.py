"""Hetzner Cloud tokens: 64 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["HETZNER_API_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY * 2
_NAME = r"(?:hcloud|hetzner)(?:[_ .-]?(?:cloud|dns|robot))?" + KEY_WORDS

HETZNER_API_TOKEN = Detector(
    name="hetzner_api_token",
    entity="HETZNER_API_TOKEN",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{64}(?![A-Za-z0-9_-])"),
    triggers=("hcloud", "hetzner"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("hcloud", "hetzner"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "HETZNER_API_TOKEN=" + _KEY,
        '{"hetzner_api_token": "' + _KEY + '"}',
        "the hetzner api key is " + _KEY + ".",
        'os.environ["HETZNER_API_TOKEN"] = "' + _KEY + '"',
    ),
    misses=(
        "HETZNER_API_TOKEN=your_api_key_here",
        "HETZNER_API_TOKEN=" + _KEY[:12],
        "request of hetzner: " + _KEY,
        "HETZNER_API_TOKEN = os.environ['HETZNER_API_TOKEN']",
    ),
    key_hits=(("HETZNER_API_TOKEN", _KEY), ("hetznerApiKey", _KEY)),
    key_misses=(
        ("HETZNER_API_TOKEN", "your_api_key_here"),
        ("HETZNER_API_TOKEN_name", _KEY),
        ("hetzner.model", _KEY),
    ),
    source="https://docs.hetzner.cloud/reference/cloud (2026-11-24)",
)
