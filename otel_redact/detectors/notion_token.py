"""Notion integration tokens: ``ntn_…`` and, older, ``secret_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["NOTION_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

NOTION_TOKEN = Detector(
    name="notion_token",
    entity="NOTION_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9_])(?:ntn_[0-9]{8,12}[A-Za-z0-9]{30,40}+|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9_])"
    ),
    triggers=("ntn_", "secret_"),
    starts_word=True,
    validate=lambda text: looks_issued(text[4:].removeprefix("et_")) and len(set(text)) > 16,
    priority=100,
    hits=(
        "NOTION_TOKEN=nt" + "n_12345678901" + _BODY[:35],
        "auth: 'secr" + "et_" + _BODY + "abc'",
        "Bearer nt" + "n_98765432109" + _BODY[:35],
    ),
    misses=(
        "ntn_short",
        "secret_key_of_the_application",
        "secret_" + "x" * 43,
        "client_secret_" + _BODY + "abc",
    ),
    source="https://developers.notion.com/docs/authorization (2026-11-24)",
)
