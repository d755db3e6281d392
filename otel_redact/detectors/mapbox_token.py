"""Mapbox secret (``sk.``) and temporary (``tk.``) tokens; public ones (``pk.``) stay."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["MAPBOX_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

MAPBOX_TOKEN = Detector(
    name="mapbox_token",
    entity="MAPBOX_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])[st]k\.eyJ[A-Za-z0-9_-]{24,}+\.[A-Za-z0-9_-]{16,}+",
    triggers=("sk.eyj", "tk.eyj"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 12,
    priority=100,
    hits=(
        "MAPBOX_TOKEN=s" + "k.eyJ1IjoiYWNtZSIsImEiOiJja" + _BODY[:24] + "." + _BODY[:22],
        "?access_token=t" + "k.eyJ1IjoiYWNtZSIsImV4cCI6M" + _BODY + "." + _BODY[8:30] + "&x=1",
        "'s" + "k.eyJ1Ijoi" + _BODY + "." + _BODY[:11] + "-_" + _BODY[:9] + "'",
    ),
    misses=("pk.eyJ1IjoiYWNtZSIsImEiOiJja", "sk.eyJ1", "task.eyJ1" + _BODY + "." + _BODY),
    source="https://docs.mapbox.com/help/dive-deeper/access-tokens (2026-11-24)",
)
