"""Hungarian tax identification numbers of persons, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import near, soon
from otel_redact.types import Detector, Group, Trigger

__all__ = ["HU_TAX_ID"]


def _is_tax_id(text: str) -> bool:
    digits = [int(digit) for digit in digits_of(text)]
    return sum(digit * place for place, digit in enumerate(digits[:9], 1)) % 11 == digits[9]


_THEN = soon("0{10}")

HU_TAX_ID = Detector(
    name="hu_tax_id",
    entity="HU_TAX_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"ad[o\u00f3](?:azonos[i\u00ed]t[o\u00f3](?:[ ]?jel[a-z]{0,3})?"
            r"|sz[a\u00e1]m[a-z]{0,2})",
            r"8[0-9]{9}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        Trigger("azonos", before=3, first="ad", then="azonos" + _THEN),
        Trigger("adosz", then="adosz" + _THEN),
        Trigger("?sz", before=2, first="ad", then="[?]sz" + _THEN),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"ado(?:azonosito(?:[_-]?jel)?|[_-]?szam)",
    key_triggers=("adoa", "adosz", "ado_sz", "ado-sz"),
    validate=_is_tax_id,
    validate_key_value=has_digits(10),
    hits=(
        "adóazonosító jel: 8071592153",
        "adószám 8071592153",
        "adoazonosito jel 8071592153.",
    ),
    misses=("8071592153", "adóazonosító jel: 8071592154", "adószám nincs", "adószám 7071592153"),
    key_hits=(("adoazonosito_jel", "8071592154"), ("adoszam", "8071592153")),
    key_misses=(("adoszam", "nincs"), ("adoszam", "807")),
    source="https://hu.wikipedia.org/wiki/Ad%C3%B3azonos%C3%ADt%C3%B3_jel (2026-11-24)",
    checksum="mod 11",
)
