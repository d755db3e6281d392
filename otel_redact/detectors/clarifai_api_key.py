"""Clarifai API keys and access tokens: 32 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["CLARIFAI_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_NAME = r"clarifai[_ .-]?(?:(?:api|auth|access|secret)[_ .-]?)?(?:key|token|secret|pat)"

CLARIFAI_API_KEY = Detector(
    name="clarifai_api_key",
    entity="CLARIFAI_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9a-f]{32}(?![A-Za-z0-9_-])"),
    triggers=("clarifai",),
    key_pattern=KEY_START + _NAME,
    key_triggers=("clarifai",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "CLARIFAI_API_KEY=" + _HEX,
        '{"clarifai_api_key": "' + _HEX + '"}',
        "the clarifai api key is " + _HEX + ".",
        'os.environ["CLARIFAI_API_KEY"] = "' + _HEX + '"',
    ),
    misses=(
        "CLARIFAI_API_KEY=your_api_key_here",
        "CLARIFAI_API_KEY=" + _HEX[:12],
        "request of clarifai: " + _HEX,
        "CLARIFAI_API_KEY = os.environ['CLARIFAI_API_KEY']",
    ),
    key_hits=(("CLARIFAI_API_KEY", _HEX), ("clarifaiApiKey", _HEX)),
    key_misses=(
        ("CLARIFAI_API_KEY", "your_api_key_here"),
        ("CLARIFAI_API_KEY_name", _HEX),
        ("clarifai.model", _HEX),
    ),
    source="https://docs.clarifai.com/control/authentication/pat (2026-11-24)",
)
