"""Spanish tax numbers of persons (DNI, and NIF with K, L, M), by their check letter."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import abbreviated, near, not_behind, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["ES_NIF"]

_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
# Behind seven or eight digits these are units (``10485760K``) or number suffixes (``86400000L``).
_UNITS = "KLMB"
_HEX = "ACDEF"
# 20241124Z is a day in universal time.
_DAY = "20[0-4][0-9](?:0[1-9]|1[0-2])[0-3][0-9]Z"

_is_valid = is_number("es.nif")
_SHORT = not_behind(2) + "0{7}"
_NAMED = "0{1,2}[.]?000[.]?000"


def _is_nif(text: str) -> bool:
    compact = text.replace(".", "").replace("-", "").replace(" ", "").upper()
    return _is_valid(compact.zfill(9))


def _has_nif_shape(text: str) -> bool:
    return text[:1].upper() in "KLM" or text[-1:].isalpha()


def _is_nif_by_key(text: str) -> bool:
    return 8 <= len(text) <= 14 and 7 <= len(digits_of(text)) <= 8 and _has_nif_shape(text)


# A letter in lower case needs the name: hexadecimal digests are full of eight digits and a letter.
ES_NIF = Detector(
    name="es_nif",
    entity="ES_NIF",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?<!->)(?<!K\()(?P<value>"
        rf"(?!{_DAY})[0-9]{{8}}-?[{_LETTERS}]|[0-9]{{7}}-[{_LETTERS}]|[0-9]{{7}}(?![{_UNITS}{_HEX}])[{_LETTERS}]"
        rf"|[0-9]{{1,2}}\.[0-9]{{3}}\.[0-9]{{3}}[ -]?[{_LETTERS}]|[KLM][0-9]{{7}}[A-Z])"
        r"(?!->|\(|-[A-Za-z0-9])|"
        + near(
            r"(?:(?:dni|nif)(?=[ :=\"'_#(.-])|d\.n\.i\.?|n\.i\.f\.?)",
            r"[0-9]{1,2}\.?[0-9]{3}\.?[0-9]{3}[ -]?[A-Za-z]|[KLMklm]-?[0-9]{7}-?[A-Za-z]",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])(?!\.[0-9])"
    ),
    triggers=(
        *(
            Trigger("0000000" + one, before=1, run="0", then=_SHORT + "[a-z](?![a-z0_])")
            for one in _LETTERS.lower()
        ),
        Trigger("0000000-", before=1, run="0", then=_SHORT + "-[a-z](?![a-z0_])"),
        Trigger(".000.000", before=2, run="0", then="[.]000[.]000[ -]?[a-z](?![a-z0_])"),
        *(Trigger(one + "0000000", then="[klm]0{7}[a-z](?![a-z0_])") for one in "klm"),
        *abbreviated("dni", "nif", value=_NAMED),
        *stems("d.n.i", "n.i.f", value=_NAMED),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:dni|nif)(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("dni", "nif"),
    validate=_is_nif,
    validate_key_value=_is_nif_by_key,
    hits=(
        "12345678Z",
        "el titular 55555555-K firma",
        "1111111G",
        "12.345.678-Z.",
        "dni: 12345678z",
        "NIF nº 12345678 Z",
        "K1234567L",
    ),
    misses=(
        "12345678A",
        "ParOldGen: 10485760K->2048K(55555555K)",
        "912345678Z",
        "0.12345678Z",
        "12345678z",
        "d12345678Z",
        "dni: 12345678",
        "12345678",
    ),
    key_hits=(("dni", "12345678Z"), ("customer.nif", "12.345.678-A")),
    key_misses=(("dni", "desconocido"), ("midnight", "12345678A"), ("nif", "1234Z")),
    source="https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/"
    "calculo-del-digito-de-control-del-nif-nie/ (2026-11-24)",
    checksum="mod 23",
)
