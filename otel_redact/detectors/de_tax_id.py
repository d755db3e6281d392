"""German tax identification numbers (Steuer-ID), by repeated digit and check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import (
    ALONE_BEFORE,
    ALONE_BEHIND,
    NUMBER_END,
    NUMBER_START,
    abbreviated,
    exactly,
    near,
    number_triggers,
    stems,
)
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["DE_TAX_ID"]

_is_idnr = is_number("de.idnr")


def _is_tax_id(text: str) -> bool:
    digits = digits_of(text)
    # The library is asked about one number in six: the others repeat too many digits, or none.
    return len(set(digits[:10])) in (8, 9) and _is_idnr(digits)


DE_TAX_ID = Detector(
    name="de_tax_id",
    entity="DE_TAX_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + NUMBER_START
        + ALONE_BEFORE
        + r"(?P<value>[1-9][0-9](?:[0-9]{9}"
        + NUMBER_END
        + ALONE_BEHIND
        + r"|[ ][0-9]{3}[ ][0-9]{3}[ ][0-9]{3}))(?![.,-][0-9])|"
        + near(
            r"(?:steuer(?:liche|identifikations|[ -])?[ -]?(?:identifikations)?(?:id(?:nr|ent)?"
            r"|nummer|nr)?|idnr|tin(?=[ :=#(\"'_.-])|tax[ _-]?id)",
            r"[1-9][0-9][ ./-]?[0-9]{3}[ ./-]?[0-9]{3}[ ./-]?[0-9]{3}",
        )
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        *number_triggers("0" * 11),
        *exactly("00 000 000 000"),
        *stems("steuer", "idnr", value="00[ ./-]?000"),
        *abbreviated("tin", value="00[ ./-]?000"),
        *stems(*("tax" + sign + "id" for sign in ("", " ", "_", "-")), value="00[ ./-]?000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:steuer[_-]?(?:id(?:nr)?|identifikations[_-]?(?:nummer|nr))|idnr"
    r"|tax[_-]?(?:payer)?[_-]?(?:identification)?[_-]?(?:id|number|num|no)|tin)",
    key_triggers=("steuer", "idnr", "tax", "tin"),
    validate=_is_tax_id,
    validate_key_value=has_digits(11),
    hits=(
        "IdNr. 12729806351",
        "meine Steuer-ID 12 960 570 340.",
        "Steueridentifikationsnummer: 12.729.806.351",
        "Die steuerliche Identifikationsnummer (IdNr) lautet 12729806351",
    ),
    misses=(
        "12729806352",
        "11111111111",
        "02729806351",
        "epoch 17640000001",
        "0.12729806351",
        "12729806351.5",
        "Steuer-ID: beantragt",
        "phone +12729806351",
        "orders 81264930517, 12729806351",
    ),
    key_hits=(("steuer_id", "12729806352"), ("steuerIdentifikationsnummer", "12 729 806 351")),
    key_misses=(("steuer_id", "fehlt"), ("steuer", "12729806352"), ("tax_id", "12-3456789")),
    source="https://de.wikipedia.org/wiki/Steuerliche_Identifikationsnummer and "
    "https://www.bzst.de/DE/Privatpersonen/SteuerlicheIdentifikationsnummer/"
    "steuerlicheidentifikationsnummer_node.html (2026-11-24)",
    checksum="mod 11-10",
)
