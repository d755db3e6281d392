"""DeepSeek API keys: ``sk-`` and 32 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["DEEPSEEK_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "s" + "k-" + _HEX
_NAME = r"deep[_ .-]?seek" + KEY_WORDS

# Alone such a key goes under the name of OpenAI's, whose shape it has.
DEEPSEEK_API_KEY = Detector(
    name="deepseek_api_key",
    entity="DEEPSEEK_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"sk-[A-Za-z0-9]{24,}+"),
    triggers=("deepseek", "deep_seek", "deep seek", "deep.seek", "deep-seek"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("deepseek", "deep_seek", "deep seek", "deep.seek", "deep-seek"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=105,
    hits=(
        "DEEPSEEK_API_KEY=" + _KEY,
        '{"deepseek_api_key": "' + _KEY + '"}',
        "the deepseek api key is " + _KEY + ".",
        'os.environ["DEEPSEEK_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "DEEPSEEK_API_KEY=your_api_key_here",
        "DEEPSEEK_API_KEY=" + _KEY[:12],
        "request of deepseek: " + _KEY,
        "DEEPSEEK_API_KEY = os.environ['DEEPSEEK_API_KEY']",
    ),
    key_hits=(("DEEPSEEK_API_KEY", _KEY), ("deepseekApiKey", _KEY)),
    key_misses=(
        ("DEEPSEEK_API_KEY", "your_api_key_here"),
        ("DEEPSEEK_API_KEY_name", _KEY),
        ("deepseek.model", _KEY),
    ),
    source="https://api-docs.deepseek.com (2026-11-24)",
)
