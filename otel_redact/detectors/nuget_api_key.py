"""API keys of nuget.org: ``oy2`` and 43 letters and digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["NUGET_API_KEY"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

NUGET_API_KEY = Detector(
    name="nuget_api_key",
    entity="NUGET_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9_+/-])oy2[a-z0-9]{43}(?![A-Za-z0-9_+/=-])",
    triggers=("oy0",),
    starts_word=True,
    validate=lambda text: len(set(text)) > 9,
    priority=100,
    hits=(
        "nuget push a.nupkg -ApiKey oy" + "2" + _LOWER + "abc",
        "'oy" + "2" + _LOWER[8:] + _LOWER[:11] + "'",
        "NUGET_API_KEY=oy" + "2" + _LOWER[3:] + "a1b2c3",
    ),
    misses=("oy2short", "oy2" + "x" * 43, "joy2" + _LOWER + "abc"),
    source="https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package (2026-11-24)",
)
