"""German health insurance numbers (KVNR): a letter, nine digits; by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["DE_HEALTH_INSURANCE"]


def _is_insured(text: str) -> bool:
    digits = f"{ord(text[0].upper()) - ord('A') + 1:02d}" + text[1:9]
    products = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(one // 10 + one % 10 for one in products) % 10 == int(text[9])


def _is_insured_by_key(text: str) -> bool:
    return len(text) == 10 and text[0].isalpha() and len(digits_of(text)) == 9


DE_HEALTH_INSURANCE = Detector(
    name="de_health_insurance",
    entity="DE_HEALTH_INSURANCE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:kvnr|kv-?nummer|(?:kranken)?versicherten-?(?:nummer|nr)"
            r"|kranken(?:versicherung|kasse|versicherungskarte)(?:s?-?(?:nummer|nr))?"
            r"|gesundheitskarte|egk)",
            r"[A-Za-z][0-9]{9}",
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=(
        *stems("kvnr", "kvnummer", "kv-nummer", "versicherten", "kranken", value="[a-z]0{9}"),
        *stems("gesundheitskarte", "egk", value="[a-z]0{9}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:kvnr|kv[_-]?nummer|(?:kranken)?versicherten?[_-]?(?:nummer|nr)"
    r"|kranken(?:versicherungs?|kassen)[_-]?(?:nummer|nr))",
    key_triggers=("kvnr", "kvnummer", "kv_nummer", "kv-nummer", "versicherte", "kranken"),
    validate=_is_insured,
    validate_key_value=_is_insured_by_key,
    hits=(
        "KVNR: A123456780",
        "Krankenversichertennummer X110411319",
        "Meine Krankenkasse hat mir die Nummer A123456780 gegeben",
    ),
    misses=("A123456780", "KVNR: A123456781", "KVNR folgt", "kranken A123456780x"),
    key_hits=(("kvnr", "A123456781"), ("versicherten_nummer", "X110411319")),
    key_misses=(("kvnr", "fehlt"), ("kvnr", "123456789")),
    source="https://de.wikipedia.org/wiki/Krankenversichertennummer (2026-11-24)",
    checksum="weights 1-2",
)
