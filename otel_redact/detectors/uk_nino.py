"""British national insurance numbers, ``AB 12 34 56 C``, by the rules of their prefix."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["UK_NINO"]

_PREFIX = "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_SPACED = "|".join(
    f"[0-9]{{2}}{sign}[0-9]{{2}}{sign}[0-9]{{2}}{sign}?" for sign in ("[ ]", "[.]", "-")
)
_DIGITS = f"(?:[0-9]{{6}}[ .-]?|{_SPACED})"
_THEN = "(?:(?<=[a-z]{2})|(?<=[a-z]{2}[ .-]))00[ .-]?00[ .-]?00[ .-]?[a-d](?![a-z0_])"


# Without gaps and in lower case, letters of which all are hexadecimal may be part of a digest.
UK_NINO = Detector(
    name="uk_nino",
    entity="UK_NINO",
    group=Group.PII,
    pattern=(
        rf"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.-])(?P<value>"
        rf"{_PREFIX}[ .-]?{_DIGITS}[A-D]|(?i:{_PREFIX}[ .-]{_DIGITS}[A-D])"
        rf"|(?![a-f]{{2}})(?i:{_PREFIX}[0-9]{{6}}[A-D]))|"
        + near(
            r"(?:national[ _-]?insurance|ninos?|ni[ _-](?:number|no)|n\.i\.)",
            rf"(?i:{_PREFIX}[ .-]?[0-9]{{2}}[ .-]?[0-9]{{2}}[ .-]?[0-9]{{2}}[ .-]?[A-D]?)",
        )
        + r")(?![A-Za-z0-9_])(?!-[A-Za-z0-9])"
    ),
    triggers=(
        *(
            Trigger(f"000000{last}{letter}", before=3, then=_THEN)
            for last in ("", " ", ".", "-")
            for letter in "abcd"
        ),
        *(
            Trigger(f"00{sign}00{sign}00{last}{letter}", before=3, then=_THEN)
            for sign in " .-"
            for last in ("", sign)
            for letter in "abcd"
        ),
        *stems(*("national" + sign + "insurance" for sign in ("", " ", "_", "-")), value="00"),
        *stems("nino", "ni number", "ni no", "ni_n", "ni-n", "n.i.", value="00"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:nino|national[_-]?insurance(?:[_-]?(?:number|num|no))?"
    r"|ni[_-]?(?:number|no))",
    key_triggers=("nino", "insurance", "ni_n", "ni-n", "ninumber"),
    validate_key_value=lambda text: len(text) <= 16 and len(digits_of(text)) == 6,
    hits=(
        "AB 12 34 56 C",
        "AA123456B",
        "hh 01 02 03 d",
        "tw987654a.",
        "NINO: PR 123612C",
        "national insurance number is YZ 61 48 68 B",
        "AB-12-34-56-C",
    ),
    misses=(
        "AB 12 34 56 E",
        "FQ 00 00 00 C",
        "BG123612A",
        "ce123456a",
        "nino: nt 99 88 77 a",
        "XAB123456C",
        "AB1234567C",
    ),
    key_hits=(("nino", "AB123456C"), ("nationalInsuranceNumber", "ab 12 34 56")),
    key_misses=(("nino", "none"), ("casanino", "AB123456"), ("nino", "AB12")),
    source="https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110 "
    "(2026-11-24)",
)
