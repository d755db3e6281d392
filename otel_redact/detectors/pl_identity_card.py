"""Polish identity card numbers: three letters, six digits; behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["PL_IDENTITY_CARD"]

_WEIGHTS = (7, 3, 1, 0, 7, 3, 1, 7, 3)


def _is_card(text: str) -> bool:
    values = [int(character, 36) for character in text.replace(" ", "")]
    total = sum(value * weight for value, weight in zip(values, _WEIGHTS, strict=True))
    return total % 10 == values[3]


def _is_card_by_key(text: str) -> bool:
    return len(text) in (9, 10) and text[:3].isalpha() and digits_of(text) == text[-6:]


PL_IDENTITY_CARD = Detector(
    name="pl_identity_card",
    entity="PL_IDENTITY_CARD",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:dow[o\u00f3]d(?:u|em)?(?:[ ]osobist(?:y|ego|ym))?"
            r"|(?:id|identity)[ _-]card)",
            r"[A-Za-z]{3}[ ]?[0-9]{6}",
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=(
        *stems("dowod", "dow?d", value="[a-z]{3}[ ]?0{6}"),
        *stems(
            *(i + s + "card" for i in ("id", "identity") for s in " _-"), value="[a-z]{3}[ ]?0{6}"
        ),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:dowod(?:[_-]?osobisty)?|nr[_-]?dowodu)(?:[_-]?(?:numer|nr))?",
    key_triggers=("dowod",),
    validate=_is_card,
    validate_key_value=_is_card_by_key,
    hits=(
        "dowód osobisty: ABS123456",
        "Seria i numer dowodu ABS 123456",
        "identity card ABS123456.",
    ),
    misses=("ABS123456", "dowód osobisty: ABS123457", "dowód: zgubiony", "dowod AB123456"),
    key_hits=(("dowod_osobisty", "ABS123457"), ("nr_dowodu", "ABS 123456")),
    key_misses=(("dowod", "zgubiony"), ("dowod", "AB1234567")),
    source="https://pl.wikipedia.org/wiki/Dow%C3%B3d_osobisty_w_Polsce (2026-11-24)",
    checksum="weights 7-3-1",
)
