"""ElevenLabs API keys: ``sk_`` and 48 hexadecimal digits, and 32 behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["ELEVENLABS_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "s" + "k_" + _HEX + _HEX[:16]
_NAME = r"(?:eleven[_ -]?labs[_ .-]?(?:api[_ .-]?)?key|xi-api-key|xi_api_key)"

ELEVENLABS_API_KEY = Detector(
    name="elevenlabs_api_key",
    entity="ELEVENLABS_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>sk_[0-9a-f]{48}(?![A-Za-z0-9_-]))|"
        + behind(_NAME, r"[0-9a-f]{32}(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=(
        "sk_0",
        *("sk_" + letter for letter in "abcdef"),
        *("eleven" + sign + "labs" for sign in ("", "_", " ", "-")),
        "xi-api-key",
        "xi_api_key",
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=("eleven", "xi-api-key", "xi_api_key"),
    validate=lambda text: looks_like_credential(text) and len(set(text)) > 8,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "ELEVENLABS_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        "xi-api-key: " + _HEX,
        "the elevenlabs api key is " + _HEX + ".",
    ),
    misses=(
        "ELEVENLABS_API_KEY=your_api_key_here",
        "sk_" + _HEX,
        "sk_" + "0" * 48,
        "task_" + _HEX + _HEX[:16],
        "elevenlabs voice " + _HEX,
    ),
    key_hits=(("ELEVENLABS_API_KEY", _HEX), ("xi-api-key", _HEX)),
    key_misses=(
        ("ELEVENLABS_API_KEY", "your_api_key_here"),
        ("elevenlabs.voice", _HEX),
        ("xi-api-key", "abc"),
    ),
    source="https://elevenlabs.io/docs/api-reference/authentication (2026-11-24)",
)
