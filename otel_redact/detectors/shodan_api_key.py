"""Shodan API keys: 32 letters and digits behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["SHODAN_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

SHODAN_API_KEY = Detector(
    name="shodan_api_key",
    entity="SHODAN_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"shodan[A-Za-z0-9_. -]{0,24}?(?:key|token)",
        r"(?<![_-])[A-Za-z0-9]{32}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("shodan",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"shodan[A-Za-z_.-]{0,24}key",
    key_triggers=("shodan",),
    validate_key_value=lambda text: len(text) == 32 and looks_issued(text),
    priority=100,
    hits=(
        "SHODAN_API_KEY=" + _BODY[:32],
        "shodan.apiKey: '" + _BODY[8:] + "'",
        "shodan key " + _BODY[4:36] + " works",
    ),
    misses=("SHODAN_API_KEY=<key>", "shodan host " + _BODY[:32], "SHODAN_KEY=" + "x" * 32),
    key_hits=(("SHODAN_API_KEY", _BODY[:32]), ("shodan.apiKey", _BODY[8:])),
    key_misses=(("SHODAN_API_KEY", "none"), ("shodan_host", _BODY[:32])),
    source="https://developer.shodan.io/api/requirements (2026-11-24)",
)
