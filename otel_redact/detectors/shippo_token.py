"""Shippo API tokens: ``shippo_live_…`` and ``shippo_test_…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["SHIPPO_TOKEN"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SHIPPO_TOKEN = Detector(
    name="shippo_token",
    entity="SHIPPO_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])shippo_(?:live|test)_[0-9A-Fa-f]{32,}+(?![A-Za-z0-9_])",
    triggers=("shippo_live_", "shippo_test_"),
    starts_word=True,
    validate=lambda text: len(set(text[12:])) > 5,
    priority=100,
    hits=(
        "Authorization: ShippoToken ship" + "po_live_" + _HEX + _HEX[:8],
        "'ship" + "po_test_" + _HEX[8:] + _HEX[:16] + "'",
        "SHIPPO_API_TOKEN=ship" + "po_test_" + _HEX + _HEX[:8],
    ),
    misses=("shippo_live_short", "shippo_test_" + "0" * 40, "shippo_live_" + _LOWER),
    source="https://docs.goshippo.com/docs/guides_general/authentication (2026-11-24)",
)
