"""RapidAPI keys: 50 characters, of which ``msh``, ``p1`` and ``jsn`` are constant."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["RAPIDAPI_KEY"]

_KEY = "0a1b2c3d4e" + "msh" + "5f60718293a4b5c" + "p1" + "d6e7f" + "jsn" + "8a9b0c1d2e3f"

RAPIDAPI_KEY = Detector(
    name="rapidapi_key",
    entity="RAPIDAPI_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])"
        r"(?P<value>[0-9a-f]{8,12}msh[0-9a-f]{12,18}p1[0-9a-f]{4,8}jsn[0-9a-f]{8,16})(?![A-Za-z0-9])|"
        + near(
            r"rapid[_ -]?api[A-Za-z0-9_. -]{0,24}?(?:key|token)",
            r"(?<![_-])[A-Za-z0-9_-]{50}(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=(
        Trigger("jsn", before=43, run="0123456789abcdefABCDEFmMsShHpP"),
        *("rapidapi", "rapid_api", "rapid-api", "rapid api"),
    ),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    priority=100,
    hits=("X-RapidAPI-Key: " + _KEY, '"x-rapidapi-key": "' + _KEY + '"', "key=" + _KEY),
    misses=("0a1b2c3d4emshjsn", "x" + _KEY, "X-RapidAPI-Key: SIGN-UP-FOR-KEY", "parse_jsn(x)"),
    source="https://docs.rapidapi.com/docs/keys (2026-11-24)",
)
