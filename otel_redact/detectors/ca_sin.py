"""Canadian social insurance numbers, by the Luhn check digit: hyphenated, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits, luhn_is_valid
from otel_redact.detectors.context import AFTER_NAME, abbreviated, exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["CA_SIN"]


def _is_sin(text: str) -> bool:
    digits = digits_of(text)
    return luhn_is_valid(digits) and len(set(digits)) > 1


# Grouped by blanks it might be any number of millions. 0 begins those that stand in examples.
CA_SIN = Detector(
    name="ca_sin",
    entity="CA_SIN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.-])(?P<value>[0-9]{3}-[0-9]{3}-[0-9]{3})|"
        + near(
            rf"(?:(?-i:SIN){AFTER_NAME}|sin(?=[\"']{{0,2}}[ ]?[:=#]|[ _-](?:number|no))"
            r"|social[ _-]?insurance)",
            r"[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{3}",
        )
        + r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        *exactly("000-000-000"),
        *abbreviated("sin", value="000[ .-]?000"),
        *stems(*("social" + sign + "insurance" for sign in ("", " ", "_", "-")), value="000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:sin|social[_-]?insurance)(?:[_-]?(?:number|num|no))?",
    key_triggers=("sin", "insurance"),
    validate=_is_sin,
    validate_key_value=has_digits(9),
    hits=(
        "046-454-286",
        "SIN: 046 454 286",
        "social insurance number is 130692544.",
        "sin=130-692-544",
    ),
    misses=(
        "046-454-287",
        "046 454 286",
        "046454286",
        "sin(046454286)",
        "casino: 046454286",
        "SIN: 046454287",
        "000-000-000",
    ),
    key_hits=(("sin", "046454286"), ("socialInsuranceNumber", "046 454 286")),
    key_misses=(("sin", "0.5"), ("cousin", "046454286"), ("sin_theta", "046454286")),
    source="https://www.canada.ca/en/employment-social-development/services/sin.html (2026-11-24)",
    checksum="Luhn",
)
