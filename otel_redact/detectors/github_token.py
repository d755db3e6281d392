"""GitHub tokens: ``ghp_ gho_ ghu_ ghs_ ghr_`` and fine-grained ``github_pat_``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["GITHUB_TOKEN"]

_BODY = "abcdefghijklmnop" + "qrstuvwxyz0123456789"

# The specification has 36 characters behind the prefix and announces up to 255; cut ones go too.
GITHUB_TOKEN = Detector(
    name="github_token",
    entity="GITHUB_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9_]{16,}+(?:\.[A-Za-z0-9_-]{8,}+){0,2}"
        r"|github_pat_[A-Za-z0-9_]{16,}+)"
    ),
    triggers=("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and "xxxx" not in text.lower(),
    priority=100,
    hits=(
        "internal token gh" + "p_SYSKEY" + _BODY,
        "https://x-access-token:gh" + "s_" + _BODY + "@github.com/o/r.git",
        "'github" + "_pat_11ABCDEFG0" + _BODY + "_" + _BODY + "'",
        "gh" + "o_" + _BODY + ", gone",
        "stateless gh" + "s_1234567_eyJ0a1b2c3d4e5f." + _BODY + "." + _BODY,
    ),
    misses=(
        "ghp_short",
        "ghp_your_personal_access_token",
        "ghp_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
        "weighp_" + _BODY,
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    source="https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-"
    "generally-available (2026-11-23)",
)
