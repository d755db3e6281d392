"""Spanish social security affiliation numbers (NSS/NUSS), by mod 97."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["ES_SOCIAL_SECURITY"]


def _is_affiliation(text: str) -> bool:
    digits = digits_of(text)
    serial = digits[2:10].lstrip("0").rjust(7, "0")
    return int(digits[:2] + serial) % 97 == int(digits[10:])


# Without separators it needs its name: one in a hundred numbers of twelve digits has this check.
ES_SOCIAL_SECURITY = Detector(
    name="es_social_security",
    entity="ES_SOCIAL_SECURITY",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:nuss|naf|nss|seguridad[ _]social)",
            r"(?:0[1-9]|[1-5][0-9]|6[0-6])[ /-]?[0-9]{8}[ /-]?[0-9]{2}",
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=stems(
        "nuss", "naf", "nss", "seguridad social", "seguridad_social", value="00[ /-]?0{8}"
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:nuss|naf|nss|seguridad[_-]?social)(?:[_-]?(?:number|num|no))?",
    key_triggers=("nuss", "naf", "nss", "seguridad"),
    validate=_is_affiliation,
    validate_key_value=has_digits(12),
    hits=(
        "NUSS 281234567840",
        "nº de la seguridad social: 28/12345678/40",
        "NSS: 28 12345678 40",
    ),
    misses=("281234567840", "NUSS 281234567841", "nss 3.101", "NSS: 99/12345678/40"),
    key_hits=(("nuss", "281234567841"), ("seguridad_social", "28/12345678/40")),
    key_misses=(("nss", "3.101"), ("nuss", "pendiente")),
    source="https://www.seg-social.es/wps/portal/wss/internet/Trabajadores/Afiliacion/"
    "7332 (2026-11-24)",
    checksum="mod 97",
)
