"""Venezuelan tax and identity numbers (RIF), with letter, dashes and check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["VE_RIF"]


def _is_rif_by_key(text: str) -> bool:
    return text[:1].upper() in "VEJPGC" and len(digits_of(text)) == 9 and len(text) <= 13


VE_RIF = Detector(
    name="ve_rif",
    entity="VE_RIF",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9_])(?<![0-9][.,-])[VEJPGvejpg]-[0-9]{8}-[0-9](?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=tuple(
        Trigger(one + "-00000000-0", then="[vejpg]-0{8}-0(?![a-z0_])") for one in "vejpg"
    ),
    starts_word=True,
    key_pattern=KEY_START + r"rif(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("rif",),
    validate=is_number("ve.rif"),
    validate_key_value=_is_rif_by_key,
    hits=("V-32613183-7", "RIF: V-65993388-4", "rif v-32613183-7."),
    misses=("V-32613183-8", "V-3261318-7", "AV-32613183-7", "326131837"),
    key_hits=(("rif", "V326131838"), ("company_rif", "V-32613183-7")),
    key_misses=(("rif", "pendiente"), ("sheriff", "V326131838")),
    source="https://es.wikipedia.org/wiki/"
    "Registro_%C3%9Anico_de_Informaci%C3%B3n_Fiscal (2026-11-24)",
    checksum="mod 11",
)
