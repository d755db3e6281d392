"""Moonshot AI (Kimi) API keys: ``sk-`` and 48 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["MOONSHOT_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "s" + "k-" + _BODY + _BODY[:16]
_NAME = r"(?:moonshot|kimi)(?:[_ .-]?ai)?" + KEY_WORDS

# Alone such a key goes under the name of OpenAI's, whose shape it has.
MOONSHOT_API_KEY = Detector(
    name="moonshot_api_key",
    entity="MOONSHOT_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"sk-(?:kimi-)?[A-Za-z0-9]{24,}+"),
    triggers=("moonshot", "kimi"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("moonshot", "kimi"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=105,
    hits=(
        "MOONSHOT_API_KEY=" + _KEY,
        '{"moonshot_api_key": "' + _KEY + '"}',
        "the moonshot api key is " + _KEY + ".",
        'os.environ["MOONSHOT_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "MOONSHOT_API_KEY=your_api_key_here",
        "MOONSHOT_API_KEY=" + _KEY[:12],
        "request of moonshot: " + _KEY,
        "MOONSHOT_API_KEY = os.environ['MOONSHOT_API_KEY']",
    ),
    key_hits=(("MOONSHOT_API_KEY", _KEY), ("moonshotApiKey", _KEY)),
    key_misses=(
        ("MOONSHOT_API_KEY", "your_api_key_here"),
        ("MOONSHOT_API_KEY_name", _KEY),
        ("moonshot.model", _KEY),
    ),
    source="https://platform.moonshot.ai/docs/guide/start-using-kimi-api (2026-11-24)",
)
