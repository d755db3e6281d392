"""Asana personal access tokens, and client secrets behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["ASANA_TOKEN"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

ASANA_TOKEN = Detector(
    name="asana_token",
    entity="ASANA_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9/.])(?P<value>[0-2]/[0-9]{13,20}+(?:/[0-9]{13,20}+)?:[0-9a-f]{32})(?![A-Za-z0-9])|"
        + near(
            r"asana[A-Za-z_. -]{0,20}?(?:secret|token|key)",
            r"(?<![_-])[a-z0-9]{32}(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("0/" + "0" * 13, "asana"),
    validate=lambda text: len(set(text)) > 7 and looks_issued(text.rpartition(":")[2]),
    key_pattern=KEY_START + r"asana[A-Za-z_.-]{0,20}(?:secret|token|key)",
    key_triggers=("asana",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[a-z0-9]{32}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "ASANA_ACCESS_TOKEN=1/" + "1200123456789012:" + _HEX,
        "Bearer 2/" + "1200123456789012/1200123456789013:" + _HEX,
        "asana_client_secret: '" + _LOWER[:32] + "'",
    ),
    misses=(
        "1/1200123456789012",
        "https://app.asana.com/0/1200123456789012/1200123456789013",
        "ASANA_CLIENT_SECRET=your-secret",
    ),
    key_hits=(("ASANA_CLIENT_SECRET", _LOWER[:32]), ("asana.clientSecret", _LOWER[:32])),
    key_misses=(("ASANA_CLIENT_SECRET", "none"), ("asana_page", _LOWER[:32])),
    source="https://developers.asana.com/docs/personal-access-token (2026-11-24)",
)
