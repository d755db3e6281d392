"""Together AI API keys: ``tgp_v1_…``, and 64 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group, Trigger

__all__ = ["TOGETHER_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "tg" + "p_v1_" + _BODY + "_" + _BODY[:10]
_NAME = r"together(?:[_ .-]?(?:ai|computer))?[_ .-]?(?:(?:api|auth|access)[_ .-]?)?(?:key|token)"

TOGETHER_API_KEY = Detector(
    name="together_api_key",
    entity="TOGETHER_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>tgp_v[0-9]{1,2}_[A-Za-z0-9_-]{24,}+)|"
        + behind(_NAME, r"[0-9a-f]{64}(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=(
        "tgp_v0_",
        "tgp_v00_",
        Trigger("together", then="together[a-z_ .-]{0,20}(?:key|token)"),
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=("together",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "TOGETHER_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        "TOGETHER_API_KEY=" + _HEX * 2,
        "the together.ai api key: " + _HEX * 2,
    ),
    misses=(
        "TOGETHER_API_KEY=your_api_key_here",
        "tgp_v1_your_together_api_key_is_here",
        "together: " + _HEX * 2,
        "together with sha256 " + _HEX * 2,
    ),
    key_hits=(("TOGETHER_API_KEY", _HEX * 2), ("togetherAiApiKey", _HEX * 2)),
    key_misses=(
        ("TOGETHER_API_KEY", "your_api_key_here"),
        ("together", _HEX * 2),
        ("together.model", _HEX),
    ),
    source="https://docs.together.ai/docs/quickstart (2026-11-24)",
)
