"""Anthropic API keys, admin keys and OAuth tokens: ``sk-ant-…``, and their masked echo."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["ANTHROPIC_API_KEY"]

_BODY = "AbCdEfGhIjKlMnOp" + "qRsTuVwXyZ0123_4-5"


def _is_key(text: str) -> bool:
    """Look at what stands behind ``sk-ant-api03-``, whose digits say nothing."""
    if "*" in text:
        return True
    kind, _, rest = text[7:].partition("-")
    body = rest if kind.isalnum() and len(kind) < 10 else text[7:]
    return has_digit_or_upper(body) and not body.isupper() and len(set(body)) > 3


# The kinds so far: api03, admin01, oat01 (access), ort01 (refresh), sid01 and sid02 (session).
ANTHROPIC_API_KEY = Detector(
    name="anthropic_api_key",
    entity="ANTHROPIC_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])sk-ant-"
        r"(?:[A-Za-z0-9_-]{0,32}+\*{3,}+[A-Za-z0-9_-]{0,8}|[A-Za-z0-9_-]{12,}+)"
    ),
    triggers=("sk-ant-",),
    starts_word=True,
    validate=_is_key,
    priority=110,
    hits=(
        "x-api-key: sk-" + "ant-api03-" + _BODY * 3 + "AA",
        '"sk-' + "ant-admin01-" + _BODY + '"',
        "CLAUDE_CODE_OAUTH_TOKEN=sk-" + "ant-oat01-" + _BODY,
        "sessionKey=sk-" + "ant-sid01-" + _BODY * 3 + "-AAAAAA",
        "invalid key sk-" + "ant-api03-" + "*" * 20 + "wxyz",
        "invalid key sk-" + "ant-api03-AbCdEfGh" + "***" + "wxyz",
    ),
    misses=(
        "sk-ant-",
        "sk-ant-colony-optimizer",
        "sk-ant-api03-your-key-here",
        "sk-ant-api03-YOUR-KEY-HERE",
        "sk-ant-api03-" + "x" * 95,
        "desk-ant-api03-AbCdEfGhIjKl0123",
        "sk-ant-...",
    ),
    source="https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key (2026-11-24)",
)
