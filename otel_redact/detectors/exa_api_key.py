"""Exa API keys: a UUID behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.types import Detector, Group

__all__ = ["EXA_API_KEY"]

_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_NAME = r"(?<![A-Za-z])exa(?:[_ .-]?(?:ai|search))?" + KEY_WORDS
_TRIGGERS = tuple(
    "exa" + sign
    for sign in (
        "_",
        "-",
        ".",
        "ai",
        " ai",
        "search",
        " search",
        " key",
        " api",
        "key",
        "api",
        " token",
        "token",
        "secret",
        " secret",
        "auth",
        " auth",
        "access",
        " access",
    )
)

EXA_API_KEY = Detector(
    name="exa_api_key",
    entity="EXA_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9_-])"),
    triggers=_TRIGGERS,
    key_pattern=KEY_START + _NAME,
    key_triggers=_TRIGGERS,
    validate=lambda text: len(text) == 36 and len(set(text)) > 7,
    validate_key_value=lambda text: len(text) == 36 and len(set(text)) > 7,
    priority=100,
    hits=(
        "EXA_API_KEY=" + _UUID,
        '{"exa_api_key": "' + _UUID + '"}',
        "the exa api key is " + _UUID + ".",
        'os.environ["EXA_API_KEY"] = "' + _UUID + '"',
    ),
    misses=(
        "EXA_API_KEY=your_api_key_here",
        "EXA_API_KEY=" + _UUID[:12],
        "request of exa: " + _UUID,
        "EXA_API_KEY = os.environ['EXA_API_KEY']",
    ),
    key_hits=(("EXA_API_KEY", _UUID), ("exaApiKey", _UUID)),
    key_misses=(
        ("EXA_API_KEY", "your_api_key_here"),
        ("EXA_API_KEY_name", _UUID),
        ("exa.model", _UUID),
    ),
    source="https://docs.exa.ai/reference/getting-started (2026-11-24)",
)
