"""Spanish numbers of foreign residents (NIE): X, Y or Z, seven digits, check letter."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["ES_NIE"]

_is_valid = is_number("es.nie")

_VALUE = "[xyz][ -]?0[.]?000[.]?000"


def _is_nie(text: str) -> bool:
    return _is_valid(text.replace(".", ""))


def _is_nie_by_key(text: str) -> bool:
    return text[:1] in "XYZxyz" and len(digits_of(text)) == 7 and len(text) <= 14


ES_NIE = Detector(
    name="es_nie",
    entity="ES_NIE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])"
        r"(?P<value>[XYZ]-?[0-9]{7}-?[A-Z])|"
        + near(
            r"(?:nie(?=[ :=\"'_#(-])|n\.i\.e\.?)",
            r"[XYZxyz][ -]?[0-9]{1}\.?[0-9]{3}\.?[0-9]{3}[ -]?[A-Za-z]",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        *(
            Trigger(letter + sign + "0000000", then="[xyz]-?0{7}-?[a-z](?![a-z0_])")
            for letter in "xyz"
            for sign in ("", "-")
        ),
        *abbreviated("nie", value=_VALUE),
        *stems("n.i.e", value=_VALUE),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"nie(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("nie",),
    validate=_is_nie,
    validate_key_value=_is_nie_by_key,
    hits=(
        "Z8078221M",
        "residente X-9613851-N desde 2020",
        "Y8063915-Z",
        "mi NIE es y8063915z",
    ),
    misses=(
        "Y8063915Q",
        "Y806391Z",
        "AY8063915Z",
        "nie wiem 8063915",
        "x9613851n",
    ),
    key_hits=(("nie", "X9613851A"), ("user_nie", "y-8063915-z")),
    key_misses=(("nie", "n/a"), ("nieve", "Y8063915A"), ("nie", "12345678")),
    source="https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/"
    "calculo-del-digito-de-control-del-nif-nie/ (2026-11-24)",
    checksum="mod 23",
)
