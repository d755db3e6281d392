"""Airtable personal access tokens (``pat….…``), and older keys (``key…``) behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["AIRTABLE_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

AIRTABLE_TOKEN = Detector(
    name="airtable_token",
    entity="AIRTABLE_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>pat[A-Za-z0-9]{14}\.[0-9a-f]{40,64}+)|"
        + near(
            r"airtable[A-Za-z_. -]{0,20}?(?:key|token)",
            r"(?<![_-])key[A-Za-z0-9]{14}(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(Trigger("pat", then=r"pat[a-z0]{14}\."), "airtable"),
    validate=lambda text: looks_issued(text[3:]) and len(set(text)) > 9,
    key_pattern=KEY_START + r"airtable[A-Za-z_.-]{0,20}(?:key|token)",
    key_triggers=("airtable",),
    validate_key_value=lambda text: (
        re.fullmatch(r"key[A-Za-z0-9]{14}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "AIRTABLE_TOKEN=pa" + "t" + _BODY[:14] + "." + _HEX * 2,
        "Bearer pa" + "t" + _BODY[4:18] + "." + _HEX[::-1] * 2,
        "AIRTABLE_API_KEY=ke" + "y" + _BODY[:14],
    ),
    misses=("pathological.patterns", "airtable key: keyboard", "pat" + "x" * 14 + "." + "0" * 64),
    key_hits=(
        ("AIRTABLE_API_KEY", "ke" + "y" + _BODY[:14]),
        ("airtable.apiKey", "ke" + "y" + _BODY[:14]),
    ),
    key_misses=(("AIRTABLE_API_KEY", "none"), ("airtable_page", "ke" + "y" + _BODY[:14])),
    source="https://airtable.com/developers/web/guides/personal-access-tokens (2026-11-24)",
)
