"""Trello tokens: ``ATTA…``, and API keys and older tokens behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["TRELLO_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

TRELLO_TOKEN = Detector(
    name="trello_token",
    entity="TRELLO_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>ATTA[0-9a-f]{60,}+[0-9A-F]{0,8}+)|"
        + near(
            r"trello[A-Za-z_. -]{0,20}?(?:key|token|secret)",
            r"(?<![_-])(?:[0-9a-f]{64}|[A-Za-z0-9]{32})(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(Trigger("atta", then="atta[a-f0]{60}"), "trello"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 7,
    key_pattern=KEY_START + r"trello[A-Za-z_.-]{0,20}(?:key|token|secret)",
    key_triggers=("trello",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[0-9a-f]{64}|[A-Za-z0-9]{32}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "TRELLO_TOKEN=AT" + "TA" + _HEX * 2 + "0A1B2C3D",
        "'AT" + "TA" + _HEX * 2 + "'",
        "TRELLO_API_KEY=" + _HEX,
    ),
    misses=("ATTAchment", "trello board " + _HEX, "TRELLO_API_KEY=" + "0" * 32),
    key_hits=(("TRELLO_API_KEY", _HEX), ("trello.token", _HEX)),
    key_misses=(("TRELLO_API_KEY", "none"), ("trello_page", _HEX)),
    source="https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization "
    "(2026-11-24)",
)
