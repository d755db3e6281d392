"""OneSignal API keys: ``os_v2_app_…`` and ``os_v2_org_…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["ONESIGNAL_API_KEY"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

ONESIGNAL_API_KEY = Detector(
    name="onesignal_api_key",
    entity="ONESIGNAL_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])os_v2_(?:app|org)_[a-z0-9]{60,}+",
    triggers=("os_v0_app_", "os_v0_org_"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 14,
    priority=100,
    hits=(
        "ONESIGNAL_API_KEY=os" + "_v2_app_" + _LOWER * 2 + _LOWER[:23],
        "Authorization: Key os" + "_v2_org_" + _LOWER * 2,
        "'os" + "_v2_app_" + _LOWER[8:] + _LOWER * 2 + "'",
    ),
    misses=("os_v2_app_short", "os_v2_app_" + "x" * 103, "pos_v2_app_" + _LOWER * 2),
    source="https://documentation.onesignal.com/docs/keys-and-ids (2026-11-24)",
)
