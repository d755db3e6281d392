"""Scaleway access keys: ``SCW`` and 17 capitals and digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["SCALEWAY_ACCESS_KEY"]

_KEY = "SC" + "WQ7ZT2LK9XW4BV8NC1"

SCALEWAY_ACCESS_KEY = Detector(
    name="scaleway_access_key",
    entity="SCALEWAY_ACCESS_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])SCW[A-Z0-9]{17}(?![A-Za-z0-9])",
    triggers=("scw",),
    starts_word=True,
    validate=lambda text: len(set(text[3:])) > 7,
    priority=100,
    hits=(
        "SCALEWAY_ACCESS_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("SCW_ACCESS_KEY_ID", "SCWXXXXXXXXXXXXXXXXX", "scwq7zt2lk9xw4bv8nc1", "SCW123"),
    source="https://www.scaleway.com/en/docs/iam/concepts (2026-11-24)",
)
