"""Dify API keys: ``app-`` or ``dataset-`` and 24 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group, Trigger

__all__ = ["DIFY_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "ap" + "p-" + _BODY[:24]
_NAME = r"(?<![A-Za-z])dify(?:[_ .-]?(?:app|dataset|knowledge))?" + KEY_WORDS

DIFY_API_KEY = Detector(
    name="dify_api_key",
    entity="DIFY_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"(?:app|dataset)-[A-Za-z0-9]{22,}+"),
    triggers=(Trigger("dify", then="dify[a-z_ .-]{0,24}(?:key|token|secret)"),),
    key_pattern=KEY_START + _NAME,
    key_triggers=("dify",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "DIFY_API_KEY=" + _KEY,
        '{"dify_api_key": "' + _KEY + '"}',
        "the dify api key is " + _KEY + ".",
        'os.environ["DIFY_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "DIFY_API_KEY=your_api_key_here",
        "DIFY_API_KEY=" + _KEY[:12],
        "request of dify: " + _KEY,
        "DIFY_API_KEY = os.environ['DIFY_API_KEY']",
    ),
    key_hits=(("DIFY_API_KEY", _KEY), ("difyApiKey", _KEY)),
    key_misses=(
        ("DIFY_API_KEY", "your_api_key_here"),
        ("DIFY_API_KEY_name", _KEY),
        ("dify.model", _KEY),
    ),
    source="https://docs.dify.ai/en/guides/application-publishing/developing-with-apis "
    "(2026-11-24)",
)
