"""OpenAI API keys: project, service account, admin, user and ephemeral keys, and masked echoes."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["OPENAI_API_KEY"]

_BODY = "abcdefghijklmnop" + "qrstuvwxyz0123"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KINDS = ("sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-", "sk-service-")


def _is_key(text: str) -> bool:
    if "*" in text:
        return True
    kind = next(filter(text.startswith, _KINDS), text[:3])
    body = text[len(kind) :]
    return has_digit_or_upper(body) and len(set(body)) > 2 and not body.replace("_", "A").isupper()


# Other vendors' `sk-` keys with one more dash have detectors of their own; those without (DeepSeek,
# Moonshot, Stability, DashScope) go under this name. The error text of a 401 echoes the key with
# stars: its head and tail go as well. `T3BlbkFJ` ("OpenAI") stands in the middle of most keys, also
# behind the name of a service account. Ephemeral keys of the realtime API begin `ek_`.
OPENAI_API_KEY = Detector(
    name="openai_api_key",
    entity="OPENAI_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:sk-(?:(?!ant-|or-|lf-)[A-Za-z0-9_-]{0,32}+\*{3,}+[A-Za-z0-9_-]{0,8}"
        r"|(?:proj|svcacct|admin|None|service)-[A-Za-z0-9_-]{12,}+"
        r"|(?=[A-Za-z]{0,200}[0-9])[A-Za-z0-9]{16,}+(?:-[A-Za-z0-9]{16,}+)?"
        r"|(?=[A-Za-z0-9_-]{4,200}T3BlbkFJ)[A-Za-z0-9_-]{24,}+)"
        r"|sess-[A-Za-z0-9]{32,}+|ek_[0-9a-f]{32,}+(?![A-Za-z0-9_]))"
    ),
    triggers=("sk-", "sess-", "ek_0", *("ek_" + letter for letter in "abcdef")),
    starts_word=True,
    validate=_is_key,
    priority=100,
    hits=(
        "key sk-" + "proj-KEYMARK" + _BODY,
        "'sk-" + "svcacct-" + _BODY + "_" + _BODY.upper() + "'",
        "OPENAI_ADMIN_KEY=sk-" + "admin-" + _BODY + "-X",
        "sk-" + "A1b2C3d4E5f6G7h8I9j0" + "T3Blbk" + "FJ" + "K1l2M3n4O5p6Q7r8S9t0",
        "sk-" + "ci-bot-A1b2C3d4E5f6G7h8I9j0" + "T3Blbk" + "FJ" + "K1l2M3n4O5p6Q7r8S9t0",
        "Incorrect API key provided: sk-" + "proj-" + "*" * 40 + "6789. You can find",
        "Incorrect API key provided: sk-" + "abcde***" + "******wxyz.",
        'client_secret: "e' + "k_" + _HEX + '"',
        "Authorization: Bearer se" + "ss-" + _BODY + _BODY,
    ),
    misses=(
        "task-1234567890abcdef1234",
        "class='sk-cube-grid sk-folding-cube'",
        "sk-estimator-doc-link",
        "sk-...",
        "sk-proj-container-left",
        "sk-proj-YOUR_API_KEY_HERE",
        "sk-proj-" + "x" * 48,
        "sk-" + "X" * 30 + "1",
        "risk-adjusted",
        "week_" + _HEX,
        "sess-1234567890",
    ),
    source="https://platform.openai.com/docs/api-reference/authentication and "
    "https://help.openai.com/en/articles/9186755 (2026-11-24)",
)
