"""Alibaba DashScope (Model Studio, Qwen) API keys: ``sk-`` and 32 hexadecimal digits."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["DASHSCOPE_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "s" + "k-" + _HEX
_NAME = r"(?:dashscope|qwen|bailian)" + KEY_WORDS

# Alone such a key goes under the name of OpenAI's, whose shape it has.
DASHSCOPE_API_KEY = Detector(
    name="dashscope_api_key",
    entity="DASHSCOPE_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"sk-[A-Za-z0-9]{24,}+"),
    triggers=("dashscope", "qwen", "bailian"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("dashscope", "qwen", "bailian"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=105,
    hits=(
        "DASHSCOPE_API_KEY=" + _KEY,
        '{"dashscope_api_key": "' + _KEY + '"}',
        "the dashscope api key is " + _KEY + ".",
        'os.environ["DASHSCOPE_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "DASHSCOPE_API_KEY=your_api_key_here",
        "DASHSCOPE_API_KEY=" + _KEY[:12],
        "request of dashscope: " + _KEY,
        "DASHSCOPE_API_KEY = os.environ['DASHSCOPE_API_KEY']",
    ),
    key_hits=(("DASHSCOPE_API_KEY", _KEY), ("dashscopeApiKey", _KEY)),
    key_misses=(
        ("DASHSCOPE_API_KEY", "your_api_key_here"),
        ("DASHSCOPE_API_KEY_name", _KEY),
        ("dashscope.model", _KEY),
    ),
    source="https://www.alibabacloud.com/help/en/model-studio/get-api-key (2026-11-24)",
)
