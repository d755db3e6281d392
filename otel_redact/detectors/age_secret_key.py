"""Secret keys of the file encryption tool age: ``AGE-SECRET-KEY-1…``, post-quantum ones too."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["AGE_SECRET_KEY"]

_BODY = "QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L" + "GFPYYSJZGFPYYSJZGFPYYSJZ"

# Bech32 in capitals, of 58 characters or two thousand; what is cut goes too.
AGE_SECRET_KEY = Detector(
    name="age_secret_key",
    entity="AGE_SECRET_KEY",
    group=Group.SECRETS,
    pattern=(r"(?<![A-Za-z0-9])(?i:age-secret-key-(?:[a-z0-9]{1,16}-)?1[02-9ac-hj-np-z]{16,}+)"),
    triggers=("age-secret-key-",),
    starts_word=True,
    priority=100,
    hits=(
        "# public key: age1x\nAGE-SECRET" + "-KEY-1" + _BODY,
        "SOPS_AGE_KEY=AGE-SECRET" + "-KEY-PQ-1" + _BODY * 3,
        "'age-secret" + "-key-1" + _BODY.lower() + "'",
        "AGE-SECRET" + "-KEY-1" + _BODY[:20],
    ),
    misses=(
        "AGE-SECRET-KEY-1...",
        "age1" + _BODY.lower(),
        "image-secret-key-1" + _BODY.lower(),
        "AGE-SECRET-KEY-PQ-1",
    ),
    source="https://github.com/C2SP/C2SP/blob/main/age.md (2026-11-24)",
)
