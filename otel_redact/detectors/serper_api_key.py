"""Serper API keys: 40 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["SERPER_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = _HEX + _HEX[:8]
_NAME = r"serper(?:[_ .-]?dev)?" + KEY_WORDS

SERPER_API_KEY = Detector(
    name="serper_api_key",
    entity="SERPER_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9a-f]{40}(?![A-Za-z0-9_-])"),
    triggers=("serper",),
    key_pattern=KEY_START + _NAME,
    key_triggers=("serper",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "SERPER_API_KEY=" + _KEY,
        '{"serper_api_key": "' + _KEY + '"}',
        "the serper api key is " + _KEY + ".",
        'os.environ["SERPER_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "SERPER_API_KEY=your_api_key_here",
        "SERPER_API_KEY=" + _KEY[:12],
        "request of serper: " + _KEY,
        "SERPER_API_KEY = os.environ['SERPER_API_KEY']",
    ),
    key_hits=(("SERPER_API_KEY", _KEY), ("serperApiKey", _KEY)),
    key_misses=(
        ("SERPER_API_KEY", "your_api_key_here"),
        ("SERPER_API_KEY_name", _KEY),
        ("serper.model", _KEY),
    ),
    source="https://serper.dev (2026-11-24)",
)
