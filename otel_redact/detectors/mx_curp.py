"""Mexican population registry codes (CURP), by birth date, sex, state and check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["MX_CURP"]

_STATES = (
    "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ"
    " YN ZS"
)
_STATE = _STATES.replace(" ", "|")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_THEN = "(?<=[a-z]{4})0{6}[hmx][a-z]{5}[a-z0]0(?![a-z0_])"


def _is_curp_by_key(text: str) -> bool:
    return len(text) == 18 and text.isalnum() and text[:4].isalpha() and text[4:10].isdigit()


MX_CURP = Detector(
    name="mx_curp",
    entity="MX_CURP",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9_])(?i:[A-Z]{4}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
        rf"[HMX](?:{_STATE})[B-DF-HJ-NP-TV-Z]{{3}}[A-Z0-9][0-9])(?![A-Za-z0-9_])"
    ),
    triggers=tuple(Trigger("000000" + sex, before=4, run=_LETTERS, then=_THEN) for sex in "hmx"),
    starts_word=True,
    key_pattern=KEY_START + r"curp",
    key_triggers=("curp",),
    validate=is_number("mx.curp"),
    validate_key_value=_is_curp_by_key,
    hits=("BOXW310820HNERXN09", "CURP: boxw310820hnerxn09", "clave BOXW310820HNERXN09."),
    misses=(
        "BOXW310820HNERXN08",
        "BOXW311320HNERXN09",
        "BOXW310820HZZRXN09",
        "XBOXW310820HNERXN09",
    ),
    key_hits=(("curp", "BOXW310820HNERXN08"), ("user.curp", "BOXW310820HNERXN09")),
    key_misses=(("curp", "pendiente"), ("scurp", "BOXW310820")),
    source="https://www.gob.mx/curp/ and "
    "https://en.wikipedia.org/wiki/Unique_Population_Registry_Code (2026-11-24)",
    checksum="mod 10",
)
