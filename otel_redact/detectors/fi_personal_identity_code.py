"""Finnish personal identity codes (HETU), by date and check character."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group

__all__ = ["FI_PERSONAL_IDENTITY_CODE"]

_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_SIGNS = "-+ABCDEFUVWXY"
# 241124-1030 is a day with a time of day; few are left who were born before 1930.
_TIME = r"[0-9]{4}[0-2][0-9]-(?:[01][0-9]|2[0-3])[0-5][0-9](?![0-9])"


def _is_code(text: str) -> bool:
    return _CHECK[int(text[:6] + text[7:10]) % 31] == text[10].upper()


def _is_code_by_key(text: str) -> bool:
    return len(text) == 11 and text[:6].isdigit() and text[7:10].isdigit()


FI_PERSONAL_IDENTITY_CODE = Detector(
    name="fi_personal_identity_code",
    entity="FI_PERSONAL_IDENTITY_CODE",
    group=Group.PII,
    pattern=(
        rf"(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<![-+])(?!{_TIME})"
        r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[+A-FU-Ya-fu-y-][0-9]{3}"
        rf"[{_CHECK}{_CHECK[10:].lower()}](?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=tuple("000000" + sign.lower() + "000" for sign in _SIGNS),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:henkil[\u00f6o]tunnus|hetu|person(?:al)?[_-]?(?:identity)?[_-]?code|sotu)",
    key_triggers=("henkil", "hetu", "person", "sotu"),
    validate=_is_code,
    validate_key_value=_is_code_by_key,
    hits=("131052-308T", "hetu: 010594Y9021", "131052A308T,", "henkilötunnus 131052+308t"),
    misses=("131052-308U", "131352-308T", "131052G308T", "1131052-308T", "131052-308"),
    key_hits=(("hetu", "131052-308U"), ("henkilotunnus", "010594Y9021")),
    key_misses=(("hetu", "puuttuu"), ("sotu", "131052")),
    source="https://dvv.fi/en/personal-identity-code (2026-11-24)",
    checksum="mod 31",
)
