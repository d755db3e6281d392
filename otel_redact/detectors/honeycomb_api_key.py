"""Honeycomb ingest, configuration and management keys: ``hcaik_ hcxik_ hcxlk_ hcxmk_``."""

from __future__ import annotations

import string

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["HONEYCOMB_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KINDS = ("ik", "ic", "lk", "mk")

HONEYCOMB_API_KEY = Detector(
    name="honeycomb_api_key",
    entity="HONEYCOMB_API_KEY",
    group=Group.SECRETS,
    # The third character is the region's; 26 characters behind the prefix are the key's id, and the
    # secret follows. Older keys need the name.
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>hc[a-z](?:ik|ic|lk|mk)_[A-Za-z0-9]{40,}+)|"
        + near(
            r"honeycomb[A-Za-z0-9_. -]{0,24}?(?:key|token)",
            r"(?<![_-])(?:[0-9a-f]{32}|[A-Za-z0-9]{22})(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=(
        *("hc" + region + kind + "_" for region in string.ascii_lowercase for kind in _KINDS),
        "honeycomb",
    ),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    priority=100,
    hits=(
        "HONEYCOMB_API_KEY=hc" + "aik_01" + _LOWER + _LOWER[:16],
        "X-Honeycomb-Team: hc" + "xlk_" + _LOWER[6:] + _LOWER[:24],
        "honeycomb.api.key = '" + _HEX + "'",
        "HONEYCOMB_API_KEY=" + _BODY[:22],
    ),
    misses=("hcxik_" + _LOWER[:26], "honeycomb dataset " + _HEX, "hcaik_" + "x" * 58),
    source="https://docs.honeycomb.io/configure/environments/manage-api-keys (2026-11-24)",
)
