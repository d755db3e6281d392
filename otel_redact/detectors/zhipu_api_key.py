"""Zhipu (BigModel, GLM) API keys: 32 hexadecimal digits, a full stop and 16 characters."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["ZHIPU_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = _HEX + "." + _BODY[:16]
_NAME = (
    r"(?:zhipu(?:[_ .-]?ai)?|bigmodel|(?<![A-Za-z])(?:chat)?glm|(?<![A-Za-z])z[_.-]?ai)" + KEY_WORDS
)

ZHIPU_API_KEY = Detector(
    name="zhipu_api_key",
    entity="ZHIPU_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9a-f]{32}\.[A-Za-z0-9]{16}(?![A-Za-z0-9_-])"),
    triggers=(
        "zhipu",
        "bigmodel",
        "chatglm",
        *(
            name + sign
            for name in ("glm", "zai", "z_ai", "z.ai", "z-ai")
            for sign in ("_", "-", ".", " ", "api", "auth", "access", "secret", "key", "token")
        ),
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=(
        "zhipu",
        "bigmodel",
        "chatglm",
        *(
            name + sign
            for name in ("glm", "zai", "z_ai", "z.ai", "z-ai")
            for sign in ("_", "-", ".", " ", "api", "auth", "access", "secret", "key", "token")
        ),
    ),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "ZHIPU_API_KEY=" + _KEY,
        '{"zhipu_api_key": "' + _KEY + '"}',
        "the zhipu api key is " + _KEY + ".",
        'os.environ["ZHIPU_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "ZHIPU_API_KEY=your_api_key_here",
        "ZHIPU_API_KEY=" + _KEY[:12],
        "request of zhipu: " + _KEY,
        "ZHIPU_API_KEY = os.environ['ZHIPU_API_KEY']",
    ),
    key_hits=(("ZHIPU_API_KEY", _KEY), ("zhipuApiKey", _KEY)),
    key_misses=(
        ("ZHIPU_API_KEY", "your_api_key_here"),
        ("ZHIPU_API_KEY_name", _KEY),
        ("zhipu.model", _KEY),
    ),
    source="https://docs.bigmodel.cn/cn/guide/develop/http/introduction (2026-11-24)",
)
