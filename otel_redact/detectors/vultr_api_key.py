"""Vultr API keys: 36 capitals and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["VULTR_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY.upper() + _BODY[:4].upper()
_NAME = r"vultr" + KEY_WORDS

VULTR_API_KEY = Detector(
    name="vultr_api_key",
    entity="VULTR_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Z0-9]{36}(?![A-Za-z0-9_-])"),
    triggers=("vultr",),
    key_pattern=KEY_START + _NAME,
    key_triggers=("vultr",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "VULTR_API_KEY=" + _KEY,
        '{"vultr_api_key": "' + _KEY + '"}',
        "the vultr api key is " + _KEY + ".",
        'os.environ["VULTR_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "VULTR_API_KEY=your_api_key_here",
        "VULTR_API_KEY=" + _KEY[:12],
        "request of vultr: " + _KEY,
        "VULTR_API_KEY = os.environ['VULTR_API_KEY']",
    ),
    key_hits=(("VULTR_API_KEY", _KEY), ("vultrApiKey", _KEY)),
    key_misses=(
        ("VULTR_API_KEY", "your_api_key_here"),
        ("VULTR_API_KEY_name", _KEY),
        ("vultr.model", _KEY),
    ),
    source="https://www.vultr.com/api (2026-11-24)",
)
