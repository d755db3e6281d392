"""German tax numbers (Steuernummer), which change with the tax office; by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind, stems
from otel_redact.types import Detector, Group

__all__ = ["DE_TAX_NUMBER"]

DE_TAX_NUMBER = Detector(
    name="de_tax_number",
    entity="DE_TAX_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + behind(
            r"(?:steuernummer|steuer-?nr\.?|st\.?-?nr\.?)",
            r"[0-9]{2,3}[ ]?/[ ]?[0-9]{3,4}[ ]?/[ ]?[0-9]{4,5}|[0-9]{10}|[0-9]{13}",
        )
        + r"(?![A-Za-z0-9_])(?![.,/-][0-9])"
    ),
    triggers=stems(
        *("steuernummer", "steuer-nr", "steuernr", "stnr", "st.nr", "st.-nr", "st-nr"),
        value="00",
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:steuer[_-]?(?:nummer|nr)|st[_-]?nr)",
    key_triggers=("steuer", "stnr", "st_nr", "st-nr"),
    validate_key_value=has_digits(10, 11, 12, 13),
    hits=(
        "Steuernummer: 181/815/08155",
        "St.-Nr. 93/815/08152",
        "Steuer-Nr.: 5133081508159.",
    ),
    misses=(
        "181/815/08155",
        "Steuernummer: folgt",
        "Steuernummer 12/34",
        "Posten 2026/1111/12345",
    ),
    key_hits=(("steuernummer", "181/815/08155"), ("steuer_nr", "5133081508159")),
    key_misses=(("steuernummer", "folgt"), ("steuernummer", "181/815")),
    source="https://de.wikipedia.org/wiki/Steuernummer (2026-11-24)",
)
