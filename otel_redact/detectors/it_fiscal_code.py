"""Italian fiscal codes of persons, by birth date and check letter."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["IT_FISCAL_CODE"]

_MONTHS = "ABCDEHLMPRST"
_DIGIT = "[0-9LMNPQRSTUVlmnpqrstuv]"  # letters stand for digits where two persons had one code
# Codes of Italian municipalities begin with A to M, of foreign states with Z.
_PLACES = "ABCDEFGHIJKLMZ"
_NAMES = (("codice", "fiscale"), ("fiscal", "code"))
_CHARACTERS = "abcdefghijklmnopqrstuvwxyz"
_BEGINNING = "[a-z]{3}[ -]?[a-z]{3}[ -]?[a-z0]{2}"
_THEN = "(?<=[a-z]{6})00[a-z]00[a-z][a-z0]{3}[a-z](?![a-z0_])"


def _is_code_by_key(text: str) -> bool:
    compact = text.replace(" ", "")
    return len(compact) == 16 and compact.isalnum() and compact[:6].isalpha()


IT_FISCAL_CODE = Detector(
    name="it_fiscal_code",
    entity="IT_FISCAL_CODE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?P<value>"
        r"[A-Za-z]{6}[0-9]{2}[ABCDEHLMPRSTabcdehlmprst](?:[04][1-9]|[1256][0-9]|[37][01])"
        rf"[A-Ma-mZz]{_DIGIT}{{3}}[A-Za-z])|"
        + near(
            r"(?:codice[ _-]?fiscale|cod\.?[ _]?fisc\.?|c\.f\.|cf(?=[:=# \"'_])|fiscal[ _-]?code)",
            r"(?:[A-Za-z]{3}[ -]?){2}" + _DIGIT + r"{2}[ ]?[ABCDEHLMPRSTabcdehlmprst]"
            rf"{_DIGIT}{{2}}[ -]?[A-Za-z]{_DIGIT}{{3}}[ -]?[A-Za-z]",
        )
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        # `T` with a hour behind it is what a time has too.
        *(
            Trigger(f"00{month.lower()}00{place}", before=6, run=_CHARACTERS, then=_THEN)
            for month in _MONTHS
            for place in (_PLACES.lower() if month == "T" else ("",))
        ),
        *stems(
            *(name + sign + kind for name, kind in _NAMES for sign in ("", " ", "_", "-")),
            *("cod.fisc", "cod. fisc", "cod fisc", "cod_fisc", "codfisc", "cod._fisc", "c.f."),
            value=_BEGINNING,
        ),
        *abbreviated("cf", value=_BEGINNING),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:codice[_-]?fiscale|cod[_-]?fisc|fiscal[_-]?code|cf)",
    key_triggers=("codice", "cod_fisc", "cod-fisc", "codfisc", "fiscal", "cf"),
    validate=is_number("it.codicefiscale"),
    validate_key_value=_is_code_by_key,
    hits=(
        "RCCMNL83S18D969H",
        "signora cntchr83t41d969d, Genova",
        "AAAAAA00B11C333Y",
        "codice fiscale: RCC MNL 83S18 D969H",
        "CF RCCMNL83S18D969H",
        "RCCMNL83S18D96VW",
    ),
    misses=(
        "RCCMNL83S18D969I",
        "RCCMNL83F18D969H",
        "ARCCMNL83S18D969H",
        "RCCMNL83S38D969H",
        "codice fiscale: da richiedere",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    key_hits=(("codice_fiscale", "RCCMNL83S18D969I"), ("codiceFiscale", "RCC MNL 83S18 D969H")),
    key_misses=(("codice_fiscale", "ignoto"), ("cf", "worker"), ("pcf", "RCCMNL83S18D969I")),
    source="https://www.agenziaentrate.gov.it/portale/web/guest/schede/istanze/richiesta-ts_cf/"
    "informazioni-codificazione-pf (2026-11-24)",
    checksum="mod 26",
)
