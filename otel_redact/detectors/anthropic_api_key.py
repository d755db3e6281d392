"""Anthropic API keys, admin keys and OAuth tokens: ``sk-ant-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["ANTHROPIC_API_KEY"]

_BODY = "AbCdEfGhIjKlMnOp" + "qRsTuVwXyZ0123_4-5"


def _is_key(text: str) -> bool:
    return "*" in text or has_digit_or_upper(text[7:])


ANTHROPIC_API_KEY = Detector(
    name="anthropic_api_key",
    entity="ANTHROPIC_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])sk-ant-(?:[A-Za-z0-9_-]{12,}+|[A-Za-z0-9_-]{0,11}\*{3,}+[A-Za-z0-9_-]{0,8})",
    triggers=("sk-ant-",),
    starts_word=True,
    validate=_is_key,
    priority=110,
    hits=(
        "x-api-key: sk-" + "ant-api03-" + _BODY * 3 + "AA",
        '"sk-' + "ant-admin01-" + _BODY + '"',
        "CLAUDE_CODE_OAUTH_TOKEN=sk-" + "ant-oat01-" + _BODY,
        "invalid key sk-" + "ant-api03-" + "*" * 20 + "wxyz",
    ),
    misses=("sk-ant-", "sk-ant-colony-optimizer", "desk-ant-api03-AbCdEfGhIjKl0123", "sk-ant-..."),
    source="https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key (2026-11-23)",
)
