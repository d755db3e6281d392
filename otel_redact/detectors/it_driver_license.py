"""Italian driving licence numbers, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["IT_DRIVER_LICENSE"]

_NUMBER = "[A-Z]{2}[0-9]{7}[A-Z]|U1[A-Z0-9]{7}[A-Z]"


def _is_license(text: str) -> bool:
    compact = text.replace(" ", "").upper()
    return (
        len(compact) == 10
        and compact.isalnum()
        and compact[-1].isalpha()
        and (compact[:2] == "U1" or (compact[:2].isalpha() and compact[2:9].isdigit()))
    )


IT_DRIVER_LICENSE = Detector(
    name="it_driver_license",
    entity="IT_DRIVER_LICENSE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:patente|driver'?s?[ _-]?licen[cs]e|driving[ _-]?licen[cs]e|licenza)",
            rf"(?i:{_NUMBER})",
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=stems("patente", "driver", "driving", "licenza", value="0"),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:patente|(?:driver'?s?|driving)[_-]?licen[cs]e)(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("patente", "driver", "driving"),
    validate_key_value=_is_license,
    hits=(
        "patente: AA0123456B",
        "Patente di guida n. U1H00A000B rilasciata",
        "Italian driving licence AA0123456B.",
    ),
    misses=("AA0123456B", "patente B scaduta", "driver AA0123456", "patente AA01234567B"),
    key_hits=(("patente", "AA0123456B"), ("driving_licence_number", "U1H00A000B")),
    key_misses=(("driver_license", "required"), ("patente", "AA0123456"), ("driver", "AA0123456B")),
    source="https://it.wikipedia.org/wiki/Patente_di_guida_italiana (2026-11-24)",
)
