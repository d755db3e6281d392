"""Plaid access and public tokens, and secrets behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["PLAID_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_STAGES = ("sandbox", "development", "production")
_VALUE = r"[0-9a-f]{30}|[0-9a-f]{24}"

PLAID_TOKEN = Detector(
    name="plaid_token",
    entity="PLAID_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?:(?<![A-Za-z0-9])(?P<value>(?:access|public|link|processor)-(?:{'|'.join(_STAGES)})"
        r"-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|"
        + near(
            r"plaid[A-Za-z_. -]{0,20}?(?:secret|key|token|client[_ -]?id)",
            rf"(?<![_-])(?:{_VALUE})(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(
        *(
            kind + "-" + stage + "-"
            for kind in ("access", "public", "link", "processor")
            for stage in _STAGES
        ),
        "plaid",
    ),
    validate=lambda text: len(set(text)) > 5,
    key_pattern=KEY_START + r"plaid[A-Za-z_.-]{0,20}(?:secret|key)",
    key_triggers=("plaid",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "access_token is access-" + "sandbox-" + _UUID,
        "'access-" + "production-" + _UUID + "'",
        "PLAID_SECRET=" + _HEX[:30],
    ),
    misses=("access-production-servers", "plaid commit " + _HEX[:30], "PLAID_SECRET=your-secret"),
    key_hits=(("PLAID_SECRET", _HEX[:30]), ("plaid.secretKey", _HEX[2:])),
    key_misses=(("PLAID_SECRET", "none"), ("plaid_item", _HEX[:30])),
    source="https://plaid.com/docs/api/tokens and https://plaid.com/docs/quickstart/glossary "
    "(2026-11-24)",
)
