"""Flutterwave keys: ``FLWSECK_…``, ``FLWSECK_TEST…`` and ``FLWPUBK_…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["FLUTTERWAVE_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

FLUTTERWAVE_KEY = Detector(
    name="flutterwave_key",
    entity="FLUTTERWAVE_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])FLW(?:SECK|PUBK)(?:[_-]?(?:TEST|LIVE))?[_-]?[0-9A-Za-z]{12,64}+"
        r"(?:-[0-9A-Za-z]{1,32}+)?"
    ),
    triggers=("flwseck", "flwpubk"),
    starts_word=True,
    validate=lambda text: any(c.isdigit() for c in text) and len(set(text)) > 12,
    priority=100,
    hits=(
        "FLW_SECRET_KEY=FLWS" + "ECK_TEST-" + _HEX + "-X",
        "'FLWS" + "ECK-" + _HEX + "-X'",
        "encrypt with FLWS" + "ECK_TEST" + _HEX[:12],
    ),
    misses=("FLWSECK_TEST", "FLWSECK_TEST-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-X", "FLWSECK_TEST_KEY"),
    source="https://developer.flutterwave.com/docs/authentication (2026-11-24)",
)
