"""Latitudes and longitudes, behind their name or as a pair."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import named, near, stems
from otel_redact.types import Detector, Group

__all__ = ["GEO_COORDINATES"]


def _is_degrees(text: str) -> bool:
    return (
        len(text) <= 64
        and "." in text
        and len(digits_of(text)) >= 4
        and not any(map(str.isalpha, text))
    )


_VALUE = "0{1,3}[.]000"


# Off by default: distances, prices and embeddings look the same.
GEO_COORDINATES = Detector(
    name="geo_coordinates",
    entity="GEO_COORDINATES",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + near(
            r"(?:lat(?:itude)?|lng|lon(?:g(?:itude)?)?|coord(?:inate)?s?|gps|geo(?:location)?)",
            r"(?<![0-9.])[-+]?[0-9]{1,3}\.[0-9]{3,15}\u00b0?(?:[ ]?[NSEWnsew](?![A-Za-z]))?"
            r"(?:,[ ]?[-+]?[0-9]{1,3}\.[0-9]{3,15}\u00b0?(?:[ ]?[EWew](?![A-Za-z]))?)?",
            distance=12,
        )
        + r")(?![A-Za-z0-9_])(?!\.[0-9])"
    ),
    triggers=(
        *named("lat", "lng", "lon", "long", "latitude", "longitude", value=_VALUE),
        *stems("coord", "gps", "geo", value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:lat(?:itude)?|lng|lon(?:g|gitude)?|coordinates?|geo(?:[_-]?point)?)",
    key_triggers=("lat", "lng", "lon", "coord", "geo"),
    validate_key_value=_is_degrees,
    hits=(
        "latitude: 37.4220",
        "GPS 37.422000, -122.084000",
        "coordinates are 48.8584 N.",
        "lng=-122.0840",
    ),
    misses=("37.4220, -122.0840", "latency: 37.4220", "lat: n/a", "longer 37.4220"),
    key_hits=(("latitude", "37.4220"), ("location.lng", "-122.0840")),
    key_misses=(("latitude", "north"), ("flat", "37.4220"), ("lat", "1")),
    source="https://www.iso.org/standard/75147.html (2026-11-24)",
    default=False,
)
