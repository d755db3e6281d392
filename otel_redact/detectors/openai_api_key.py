"""OpenAI API keys: project, service account, admin and user keys, and their masked echo."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["OPENAI_API_KEY"]

_BODY = "abcdefghijklmnop" + "qrstuvwxyz0123"


def _is_key(text: str) -> bool:
    return "*" in text or has_digit_or_upper(text[3:])


# Other vendors' `sk-` keys with one more dash have detectors of their own. The error text of a
# 401 echoes the key with stars: its head and tail go as well.
OPENAI_API_KEY = Detector(
    name="openai_api_key",
    entity="OPENAI_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])sk-(?:(?:proj|svcacct|admin|None|service)-[A-Za-z0-9_-]{12,}+"
        r"|(?!ant-)[A-Za-z0-9_-]{0,24}+\*{3,}+[A-Za-z0-9_-]{0,8}"
        r"|(?=[A-Za-z]{0,200}[0-9])[A-Za-z0-9]{16,}+)"
    ),
    triggers=("sk-",),
    starts_word=True,
    validate=_is_key,
    priority=100,
    hits=(
        "key sk-" + "proj-KEYMARK" + _BODY,
        "'sk-" + "svcacct-" + _BODY + "_" + _BODY.upper() + "'",
        "OPENAI_ADMIN_KEY=sk-" + "admin-" + _BODY + "-X",
        "sk-" + "A1b2C3d4E5f6G7h8I9j0" + "T3Blbk" + "FJ" + "K1l2M3n4O5p6Q7r8S9t0",
        "Incorrect API key provided: sk-" + "proj-" + "*" * 40 + "6789. You can find",
        "Incorrect API key provided: sk-" + "abcde***" + "******wxyz.",
    ),
    misses=(
        "task-1234567890abcdef1234",
        "class='sk-cube-grid sk-folding-cube'",
        "sk-estimator-doc-link",
        "sk-...",
        "sk-proj-container-left",
        "risk-adjusted",
    ),
    source="https://platform.openai.com/docs/api-reference/authentication and "
    "https://help.openai.com/en/articles/9186755 (2026-11-23)",
)
