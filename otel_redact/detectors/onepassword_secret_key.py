"""1Password secret keys: ``A3-`` and groups of capitals and digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["ONEPASSWORD_SECRET_KEY"]

ONEPASSWORD_SECRET_KEY = Detector(
    name="onepassword_secret_key",
    entity="ONEPASSWORD_SECRET_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9-])A[34]-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})"
        r"(?:-[A-Z0-9]{5}){3}(?![A-Za-z0-9-])"
    ),
    triggers=("a0-",),
    starts_word=True,
    validate=lambda text: len(set(text)) > 9 and not text.replace("-", "")[2:].isalpha(),
    priority=100,
    hits=(
        "secret key: A" + "3-ASWWYB-798JRYLJVD4-23DC2-86TVM-H43EB",
        "OP_SECRET_KEY=A" + "3-ASWWYB-798JRY-LJVD4-23DC2-86TVM-H43EB",
        "(A" + "3-Q7ZT2L-K9XW4B-V8NC1-RM6YP-3HD5J-S0GF2)",
    ),
    misses=(
        "A3-XXXXXX-XXXXXX-XXXXX-XXXXX-XXXXX-XXXXX",
        "A3-SIZE-PAPER",
        "AA3-Q7ZT2L-K9XW4B-V8NC1-RM6YP-3HD5J-S0GF2",
        "550e8400-e29b-41d4-a716-446655440000",
    ),
    source="https://support.1password.com/secret-key-security (2026-11-24)",
)
