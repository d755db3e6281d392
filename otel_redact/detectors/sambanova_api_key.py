"""SambaNova API keys: a UUID behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.types import Detector, Group

__all__ = ["SAMBANOVA_API_KEY"]

_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_NAME = r"samba[_ .-]?nova" + KEY_WORDS

SAMBANOVA_API_KEY = Detector(
    name="sambanova_api_key",
    entity="SAMBANOVA_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9_-])"),
    triggers=("sambanova", "samba_nova", "samba nova", "samba.nova", "samba-nova"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("sambanova", "samba_nova", "samba nova", "samba.nova", "samba-nova"),
    validate=lambda text: len(text) == 36 and len(set(text)) > 7,
    validate_key_value=lambda text: len(text) == 36 and len(set(text)) > 7,
    priority=100,
    hits=(
        "SAMBANOVA_API_KEY=" + _UUID,
        '{"sambanova_api_key": "' + _UUID + '"}',
        "the sambanova api key is " + _UUID + ".",
        'os.environ["SAMBANOVA_API_KEY"] = "' + _UUID + '"',
    ),
    misses=(
        "SAMBANOVA_API_KEY=your_api_key_here",
        "SAMBANOVA_API_KEY=" + _UUID[:12],
        "request of sambanova: " + _UUID,
        "SAMBANOVA_API_KEY = os.environ['SAMBANOVA_API_KEY']",
    ),
    key_hits=(("SAMBANOVA_API_KEY", _UUID), ("sambanovaApiKey", _UUID)),
    key_misses=(
        ("SAMBANOVA_API_KEY", "your_api_key_here"),
        ("SAMBANOVA_API_KEY_name", _UUID),
        ("sambanova.model", _UUID),
    ),
    source="https://docs.sambanova.ai/docs/en/get-started/api-keys-urls (2026-11-24)",
)
