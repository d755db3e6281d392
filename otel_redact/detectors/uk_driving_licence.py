"""British driver numbers, sixteen characters, by the date of birth inside."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["UK_DRIVING_LICENCE"]

_DATE = "[0-9](?:[05][1-9]|[16][0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_THEN = "[a-z]0{6,10}[a-z0]{3}[a-z]{2}(?![a-z0_])"

UK_DRIVING_LICENCE = Detector(
    name="uk_driving_licence",
    entity="UK_DRIVING_LICENCE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?P<value>"
        rf"(?=[A-Z9]{{5}}[0-9])[A-Z]{{1,5}}9{{0,4}}{_DATE}(?:[A-Z]{{2}}|[A-Z]9|99)[0-9A-Z][A-Z]{{2}})|"
        + near(
            r"(?:driv(?:er'?s?|ing)[ _-]?licen[cs]e|driver[ ]number|dvla)",
            rf"(?=[A-Za-z9]{{5}}[ ]?[0-9])(?i:[A-Z]{{1,5}}9{{0,4}}[ ]?{_DATE}[ ]?"
            r"(?:[A-Z]{2}|[A-Z]9|99)[ ]?[0-9A-Z][A-Z]{2})(?:[ ]?[0-9]{2})?",
        )
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        *(Trigger(letter + "000000", before=4, then=_THEN) for letter in _LETTERS),
        *stems("driver", "driving", "dvla", value="0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:driv(?:ers?|ing)[_-]?licen[cs]e|driver[_-]?number)(?:[_-]?(?:number|num|no))?",
    key_triggers=("driver", "driving"),
    validate_key_value=lambda text: (
        text.replace(" ", "").isalnum()
        and 16 <= len(text.replace(" ", "")) <= 18
        and len(digits_of(text)) >= 6
    ),
    priority=1,
    hits=(
        "MORGA657054SM9IJ",
        "licence FOX99712048A99AA.",
        "driving licence: morga 657054 sm9ij",
    ),
    misses=(
        "MORGA657054SM9I",
        "MORGA677054SM9IJ",
        "MORGA657044",
        "morga657054sm9ij",
        "XMORGA657054SM9IJ",
    ),
    key_hits=(
        ("driving_licence", "MORGA657054SM9IJ"),
        ("drivingLicenceNumber", "morga657054sm9ij"),
    ),
    key_misses=(("driving_licence", "full"), ("driver", "morga657054sm9ij"), ("licence", "MIT")),
    source="https://en.wikipedia.org/wiki/Driving_licence_in_the_United_Kingdom (2026-11-24)",
)
