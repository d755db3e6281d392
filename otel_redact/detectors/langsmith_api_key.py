"""LangSmith personal access tokens and service keys: ``lsv2_pt_…``, ``lsv2_sk_…``, ``ls__…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["LANGSMITH_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

LANGSMITH_API_KEY = Detector(
    name="langsmith_api_key",
    entity="LANGSMITH_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:lsv[2-9]_[a-z]{2}_[A-Za-z0-9_]{12,}+|ls__[A-Za-z0-9]{16,}+)",
    triggers=("lsv0_", "ls__"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[5:]) and len(set(text[4:])) > 7,
    priority=100,
    hits=(
        "LANGSMITH_API_KEY=lsv2" + "_pt_" + _HEX + "_0a1b2c3d4e",
        '"lsv2' + "_sk_" + _HEX + '_0a1b2c3d4e"',
        "x-api-key: ls" + "__" + _HEX,
    ),
    misses=(
        "lsv2_pt_",
        "lsv2_pt_your_api_key_here",
        "lsv2_pt_" + "X" * 32,
        "ls__init__",
        "tools__0a1b2c3d4e5f60718293",
    ),
    source="https://docs.langchain.com/langsmith/administration-overview#api-keys (2026-11-24)",
)
