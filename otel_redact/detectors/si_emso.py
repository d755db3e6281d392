"""Slovenian EMSO and the JMBG of its neighbours, by date and check digit; by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["SI_EMSO"]

_NUMBER = r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[09][0-9]{8}"
_BEHIND_A_CARON = r"(?:(?<=em\?)|(?<=\\u0000))"

SI_EMSO = Detector(
    name="si_emso",
    entity="SI_EMSO",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + near(r"(?:emso|jmbg)", _NUMBER)
        + rf"|(?i:em[\u0161\u0160]o):?[ ](?P<value>{_NUMBER})"
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *stems("emso", "jmbg", value="0{13}"),
        *(
            Trigger(f"o{sign} 0000000000000", before=3, first="em", then=_BEHIND_A_CARON)
            for sign in ("", ":")
        ),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:emso|jmbg)(?:[_-]?(?:number|num|no))?",
    key_triggers=("emso", "jmbg"),
    validate=is_number("si.emso"),
    validate_key_value=has_digits(13),
    hits=("EMŠO 0101980500820", "JMBG: 0101980500668", "emso 0101980500820."),
    misses=("0101980500820", "EMSO 0101980500821", "jmbg nema", "emso 3201980500820"),
    key_hits=(("emso", "0101980500821"), ("jmbg", "0101980500668")),
    key_misses=(("jmbg", "nema"), ("emso", "0101")),
    source="https://sl.wikipedia.org/wiki/Enotna_mati%C4%8Dna_%C5%A1tevilka_ob%C4%8Dana "
    "(2026-11-24)",
    checksum="mod 11",
)
