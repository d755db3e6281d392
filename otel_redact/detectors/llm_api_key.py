"""Keys of model gateways and vendors that say ``sk-`` and a word: ``sk-kimi-…``, ``sk-api-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["LLM_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"


def _is_key(text: str) -> bool:
    body = text.split("-", 2)[2]
    longest = max(body.replace("_", "-").split("-"), key=len)
    return len(longest) >= 12 and looks_issued(longest)


# Vendors with detectors of their own have the higher priority.
LLM_API_KEY = Detector(
    name="llm_api_key",
    entity="LLM_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])sk-[a-z0-9]{2,12}(?:-v[0-9])?-[A-Za-z0-9_-]{20,}+",
    triggers=("sk-",),
    starts_word=True,
    validate=_is_key,
    priority=90,
    hits=(
        "LITELLM_API_KEY=sk-" + "team-" + _BODY * 2,
        "'sk-" + "api-" + _BODY + "_" + _BODY + "'",
        "use sk-" + "litellm-" + _BODY + ", please",
    ),
    misses=(
        "class='sk-circle10 sk-circle-fade-dot-animation-2'",
        "sk-learn-contrib-2024-11-24-release",
        "sk-kimi-your-api-key-goes-here-please",
        "task-kimi-" + _BODY,
    ),
    source="https://platform.moonshot.ai/docs/guide/start-using-kimi-api and "
    "https://platform.minimax.io/docs/guides/quickstart (2026-11-24)",
)
