"""Medicare beneficiary identifiers, ``1EG4-TE5-MK73``, by the kind of each character."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["US_MBI"]

_LETTERS = "ACDEFGHJKMNPQRTUVWXY"
_LETTER, _EITHER = f"[{_LETTERS}]", f"[{_LETTERS}0-9]"
_FIRST = f"[1-9]{_LETTER}{_EITHER}[0-9]"
_SECOND, _THIRD = f"{_LETTER}{_EITHER}[0-9]", f"{_LETTER}{{2}}[0-9]{{2}}"
_THEN = "0-[a-z][a-z0]0-[a-z]{2}00(?![a-z0_])"

US_MBI = Detector(
    name="us_mbi",
    entity="US_MBI",
    group=Group.PII,
    pattern=(
        rf"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_-])(?P<value>{_FIRST}-{_SECOND}-{_THIRD})|"
        + near(
            r"(?:medicare|mbi|beneficiary)",
            rf"(?i:{_FIRST}[ -]?{_SECOND}[ -]?{_THIRD})",
            distance=40,
        )
        + r")(?![A-Za-z0-9_])(?!-[A-Za-z0-9])"
    ),
    triggers=(
        *(Trigger("0-" + letter.lower(), before=3, first="0", then=_THEN) for letter in _LETTERS),
        *stems("medicare", "mbi", "beneficiary", value="0[a-z][a-z0]0"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:mbi|medicare(?:[_-]?beneficiary)?(?:[_-]?(?:id|number|no)))"
    r"(?:[_-]?(?:number|num|no))?",
    key_triggers=("mbi", "medicare"),
    validate_key_value=lambda text: len(text) in (11, 13) and 4 <= len(digits_of(text)) <= 8,
    hits=(
        "1EG4-TE5-MK73",
        "Medicare number: 1EG4TE5MK73",
        "my MBI is 1eg4-te5-mk73.",
        "beneficiary 9AA9-AA9-AA99, plan B",
    ),
    misses=(
        "1EG4TE5MK73",
        "1eg4-te5-mk73",
        "0EG4-TE5-MK73",
        "1SG4-TE5-MK73",
        "1EG4-TE5-MK7",
        "medicare part 1EG4-TE5-MKK3",
    ),
    key_hits=(("mbi", "1EG4TE5MK73"), ("patient.medicareNumber", "1EG4-TE5-MK73")),
    key_misses=(("mbi", "none"), ("combined", "1EG4TE5MK73"), ("medicare", "1EG4TE5MK73")),
    source="https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-with-format.pdf "
    "(2026-11-24)",
)
