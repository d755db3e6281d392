"""Phone numbers: North American with separators, international with ``+``, any behind a word."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.types import Detector, Group, Trigger

__all__ = ["PHONE_NUMBER"]

_ALLOWED = frozenset("0123456789+()/.-# extEXT")
_SHORTEST, _LONGEST = 7, 15


def _is_phone(text: str) -> bool:
    is_decimal = text.count(".") == 1 and text.lstrip("+").replace(".", "").isdigit()
    return not (is_decimal or _is_date(text))


def _is_date(text: str) -> bool:
    if "19" not in text and "20" not in text:
        return False
    for sign in "-./":
        parts = text.lstrip("+").replace(" ", sign).split(sign)
        if any(
            len(year) == 4 and year[:2] in ("19", "20") and len(month) == len(day) == 2
            for year, month, day in zip(parts, parts[1:], parts[2:], strict=False)
        ):
            return True
    return False


def _has_phone_characters(text: str) -> bool:
    return _ALLOWED.issuperset(text) and _SHORTEST <= len(digits_of(text)) <= _LONGEST


# A bare run of ten digits is a number, not a phone, unless a word or key says so.
PHONE_NUMBER = Detector(
    name="phone_number",
    entity="PHONE_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?=[0-9+(]|(?i:tel|cell|phone|mobile|fax|whatsapp))"
        r"(?:(?<![A-Za-z0-9_+])(?<![0-9][.-])(?:"
        r"(?P<value>(?:1[ .-])?"
        r"(?:\([2-9][0-9]{2}\)[ .-]?[0-9]{3}[ .-]?|[2-9][0-9]{2}[.-][0-9]{3}[ .-])"
        r"[0-9]{4}(?:[ ]?(?:x|ext\.?)[ ]?[0-9]{1,5})?)"
        r"|(?P<value>\+1(?:[ .-]?\(?[0-9]|\)[ .-]?[0-9]){10}(?:[ ]?(?:x|ext\.?)[ ]?[0-9]{1,5})?)"
        r"|(?P<value>\+[2-9](?:[ ./-]?\(?[0-9]|\)[ .-]?[0-9]){7,14}))"
        r"|(?i:(?:tele|cell[ _-]?|mobile[ _-]?)?phone|mobile|tel|fax|whatsapp)"
        r"(?i:[ _-]?(?:number|num|no\.?|\#))?[\"']?(?:[ ]?[:=]|[ ]is)?[ ]?[\"']?"
        r"(?P<value>\(?[0-9](?:[ .-]?\(?[0-9]|\)[ .-]?[0-9]){9,14})"
        r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        Trigger("(000)", before=2),
        *(
            Trigger("000" + first + "000" + second + "0000", before=2)
            for first in ".-"
            for second in " .-"
        ),
        *("+0", "phone", "telephone", "cellphone"),
        *("mobile", "fax", "whatsapp"),
        *("tel" + sign for sign in (*" _-#\"':=(0", "n")),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:(?:tele|cell|mobile)?[_-]?phone|mobile|tel|fax|msisdn|whatsapp)s?"
    r"(?:[_-]?(?:number|num|no)s?)?",
    key_triggers=("phone", "mobile", "tel", "fax", "msisdn", "whatsapp"),
    validate=_is_phone,
    validate_key_value=_has_phone_characters,
    hits=(
        "call (415) 555-2671 now",
        "415-555-2671",
        "1-800-555-0199 x42",
        "415.555.2671.",
        "+14155552671",
        "+1 415 555 2671 500 items",
        "+44 20 7946 0958",
        "+49 (0)30 901820",
        "phone: 4155552671",
        "my mobile number is 07700 900123, thanks",
    ),
    misses=(
        "4155552671",
        "epoch 1764000000 or 1764000000123",
        "2026-11-23T12:34:56+0530",
        "sizes 256 512 1024",
        "078-05-1120",
        "order 12-415-555-2671-99",
        "+12.5 -3.25 100.75 +35236450.6",
        "telemetry 1764000000",
        "@@ -1234,56 +2345,67 @@",
        "GMT +2 2026-11-23 10:00",
    ),
    key_hits=(("phone", "4155552671"), ("user.phoneNumber", "555 0199"), ("mobile", "07700900123")),
    key_misses=(("phone", "iPhone 15"), ("phone", "123"), ("telemetry", "4155552671")),
    source="https://www.itu.int/rec/T-REC-E.164 and https://nanpa.com/numbering (2026-11-23)",
)
