"""Stability AI API keys: ``sk-`` and 48 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["STABILITY_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "s" + "k-" + _BODY + _BODY[:16]
_NAME = r"(?:stability(?:[_ .-]?ai)?|dreamstudio)" + KEY_WORDS

# Alone such a key goes under the name of OpenAI's, whose shape it has.
STABILITY_API_KEY = Detector(
    name="stability_api_key",
    entity="STABILITY_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"sk-[A-Za-z0-9]{24,}+"),
    triggers=("stability", "dreamstudio"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("stability", "dreamstudio"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=105,
    hits=(
        "STABILITY_API_KEY=" + _KEY,
        '{"stability_api_key": "' + _KEY + '"}',
        "the stability api key is " + _KEY + ".",
        'os.environ["STABILITY_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "STABILITY_API_KEY=your_api_key_here",
        "STABILITY_API_KEY=" + _KEY[:12],
        "request of stability: " + _KEY,
        "STABILITY_API_KEY = os.environ['STABILITY_API_KEY']",
    ),
    key_hits=(("STABILITY_API_KEY", _KEY), ("stabilityApiKey", _KEY)),
    key_misses=(
        ("STABILITY_API_KEY", "your_api_key_here"),
        ("STABILITY_API_KEY_name", _KEY),
        ("stability.model", _KEY),
    ),
    source="https://platform.stability.ai/docs/getting-started/authentication (2026-11-24)",
)
