"""Italian identity card numbers, on paper and electronic, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.types import Detector, Group

__all__ = ["IT_IDENTITY_CARD"]

_NUMBER = "[A-Z]{2}[ ]?[0-9]{7}|[0-9]{7}[A-Z]{2}|C[A-Z][0-9]{5}[A-Z]{2}"


def _is_card(text: str) -> bool:
    compact = text.replace(" ", "")
    return len(compact) == 9 and compact.isalnum() and len(digits_of(compact)) in (5, 7)


IT_IDENTITY_CARD = Detector(
    name="it_identity_card",
    entity="IT_IDENTITY_CARD",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:carta[ _-](?:d['\u2019]|di[ _-])?identit(?:\u00e0|\u00c0|a'?)"
            r"|cie(?=[: =#\"'_])|c\.i\.|identity[ _-]card|id[ _-]card)",
            rf"(?i:{_NUMBER})",
            distance=30,
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=(
        *stems(*("carta" + sign for sign in " _-")),
        *abbreviated("cie"),
        *stems("c.i.", "identity card", "identity_card", "identity-card"),
        *stems("id card", "id_card", "id-card"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:carta[_-]?(?:d[_-]?|di[_-]?)?identita|cie|identity[_-]?card|id[_-]?card)"
    r"(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("carta", "cie", "identity", "idcard", "id_card", "id-card"),
    validate_key_value=_is_card,
    hits=(
        "carta d'identità CA00000AA",
        "Carta di identità n. AA 1234567 del comune",
        "CIE: 1234567AA",
        "Italian identity card number CA12345BB.",
    ),
    misses=("CA00000AA", "carta di credito AA1234567", "CIE: scaduta", "identity card AA123456"),
    key_hits=(("carta_identita", "CA00000AA"), ("identityCard", "AA1234567")),
    key_misses=(("identity_card", "front"), ("cie", "2"), ("carta_identita", "AA12345")),
    source="https://www.cartaidentita.interno.gov.it/en/cie/cie-characteristics/ (2026-11-24)",
)
