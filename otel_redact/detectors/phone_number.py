"""Phone numbers: North American, international (``+``), national (0), any behind a word."""

from __future__ import annotations

from itertools import pairwise

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import ESCAPED, exactly, soon, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["PHONE_NUMBER"]

_BLANKS, _HYPHENS = r"\u00a0\u202f", r"\u2010-\u2013"
_EXOTIC = _BLANKS + _HYPHENS
_ALLOWED = frozenset("0123456789+()/.-# extEXT\u00a0\u202f\u2010\u2011\u2012\u2013")
_SHORTEST, _LONGEST = 7, 15
_GAP = rf"[ .{_BLANKS}{_HYPHENS}-]"
_DIGIT = rf"(?:[ ./{_BLANKS}{_HYPHENS}-]?\(?[0-9]|\){_GAP}?[0-9])"
_EXTENSION = r"(?:,?[ ]?(?:x|ext\.?|\#)[ ]?[0-9]{1,5})?"
# Trunk prefix 0, as in most of Europe, Asia and Australia.
_NATIONAL = (
    rf"0[1-9][0-9](?:[ .-][0-9]{{4}}{_GAP}|[{_EXOTIC}][0-9]{{4}}[{_EXOTIC}])[0-9]{{4}}"
    rf"|0[1-9][0-9]{{2}}[ -][0-9]{{3}}[ -][0-9]{{3,4}}"
    rf"|0[1-9][0-9]{{3}}[ -][0-9]{{3}}[ -]?[0-9]{{3}}"
    rf"|0[1-9](?P<pair>[ .-])[0-9]{{2}}(?:(?P=pair)[0-9]{{2}}){{3}}"
    rf"|\(0[1-9][0-9]{{0,4}}\)[ -]?[0-9]{{3,8}}(?:[ -][0-9]{{3,4}})?"
)
_KINDS = (
    r"(?:tele|cell[ _-]?|mobile[ _-]?|home[ _-]|work[ _-])?phones?|mobiles?|telefon|fax"
    r"|tel(?=[ .:\#_=(\"'0-9-]|n(?:umber|o|um))|whatsapp|cell(?=[ _]n(?:umber|o)|[ ]?[\#:])"
    r"|landline|hotline|contact[ ](?:number|no)|ph(?=[.:]|[ ]no)"
    r"|(?:call|text|ring|reach|contact|message)[ ](?:me|us|him|her|them)"
    r"(?:[ ](?:back|directly|any[ ]?time))?[ ](?:at|on|under|via)"
)
_THEN_GAP = rf"(?:[ .?-]|{ESCAPED})"
_THEN_DIGIT = rf"(?:[ ./?-]|{ESCAPED})?\(?0|\){_THEN_GAP}?0"
_THEN_NUMBER = rf"0(?:{_THEN_DIGIT}){{6}}"
_THEN_WHOM = "[a-z]+ (?:me|us|him|her|them)(?: back| directly| any ?time)? (?:at|on|under|via)"
_CALLS = ("call", "text", "ring", "reach", "contact", "message")


def _is_phone(text: str) -> bool:
    is_decimal = text.count(".") == 1 and text.lstrip("+").replace(".", "").isdigit()
    is_clause = text[3:4] == "." and text[7:8] == "-"  # DFARS 252.227-7013
    return (
        not (is_decimal or is_clause or _is_date(text) or _is_series(text))
        and _SHORTEST <= len(digits_of(text)) <= _LONGEST + 5
    )


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


def _is_series(text: str) -> bool:
    """Tell whether five pairs are numbers that rise or fall by the same step."""
    pairs = text.replace(".", " ").replace("-", " ").split()
    if len(pairs) != 5 or not all(len(pair) == 2 and pair.isdigit() for pair in pairs):
        return False
    return len({int(later) - int(pair) for pair, later in pairwise(pairs)}) == 1


def _has_phone_characters(text: str) -> bool:
    return _ALLOWED.issuperset(text) and _SHORTEST <= len(digits_of(text)) <= _LONGEST


# A bare run of ten digits is a number, not a phone, unless a word or key says so.
PHONE_NUMBER = Detector(
    name="phone_number",
    entity="PHONE_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_+])(?<![0-9][.-])(?:"
        rf"(?P<value>(?:1{_GAP})?"
        rf"(?:\([2-9][0-9]{{2}}\){_GAP}?[0-9]{{3}}{_GAP}?"
        rf"|[2-9][0-9]{{2}}(?:[.-][0-9]{{3}}{_GAP}|[{_HYPHENS}][0-9]{{3}}[{_EXOTIC}]))"
        rf"[0-9]{{4}}{_EXTENSION})"
        rf"|(?P<value>\+\(?1(?:{_DIGIT}){{10}}{_EXTENSION})"
        rf"|(?P<value>\+\(?[2-9](?:{_DIGIT}){{7,14}})"
        rf"|(?<![0-9][ ])(?P<value>{_NATIONAL})(?![ ][0-9]))"
        rf"|(?i:{_KINDS})(?i:[ _-]?(?:numbers?|num|no\.?|\#))?(?![A-Za-z])[^\r\n0-9+]{{0,16}}?(?:"
        rf"(?P<value>(?:\+|\(\+?)?[0-9](?:{_DIGIT}){{9,14}}{_EXTENSION})"
        rf"|(?P<value>0[1-9](?:{_DIGIT}){{7,9}})"
        rf"|(?P<value>[2-9][0-9]{{2}}{_GAP}[0-9]{{4}}{_EXTENSION}))"
        rf"|(?i:number[ ]is)[ ](?P<value>0[1-9][0-9]{{0,3}}[ -][0-9](?:{_DIGIT}){{5,7}})"
        r")(?![A-Za-z0-9_])(?![.-][0-9])"
    ),
    triggers=(
        Trigger("(000)", before=2, then=rf"\(000\){_THEN_GAP}?000{_THEN_GAP}?0000"),
        *(
            Trigger("000" + sign + "000", before=2, then=rf"000[.?-]000{_THEN_GAP}0000")
            for sign in ".-"
        ),
        Trigger("000?000?0000", before=2),
        *(Trigger(one, then=rf"\+\(?0(?:{_THEN_DIGIT}){{7}}") for one in ("+0", "+(0")),
        *(Trigger("(" + "0" * count + ")", then=r"\(0{2,6}\)[ -]?000") for count in range(2, 7)),
        *(Trigger("000" + sign + "0000", then=rf"000[ .-]0000{_THEN_GAP}0000") for sign in " .-"),
        "000?0000?0000",
        *(Trigger("0000" + sign + "000", then="0000[ -]000[ -]000") for sign in " -"),
        *(Trigger("00000" + sign + "000", then="00000[ -]000[ -]?000") for sign in " -"),
        *exactly(*(sign.join(["00"] * 5) for sign in " .-")),
        *stems("phone", "telephone", "cellphone", "telefon", value=_THEN_NUMBER),
        *stems("mobile", "fax", "whatsapp", "landline", "hotline", value=_THEN_NUMBER),
        *stems("contact n", "ph.", "ph:", "ph no", value=_THEN_NUMBER),
        *stems("cell n", "cell_n", "cell#", "cell #", "cell:", "cell :", value=_THEN_NUMBER),
        Trigger("tel", then="tel(?:n(?:o|um)|(?![a-z]))" + soon(_THEN_NUMBER)),
        *(
            Trigger(f"{call} {whom}", then=_THEN_WHOM + soon(_THEN_NUMBER))
            for call in _CALLS
            for whom in ("me", "us", "h", "them")
        ),
        Trigger("number is", then="number is 0{2,5}[ -]0"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:(?:(?:tele|cell|mobile)?[_-]?phone|mobile|cell(?:ular)?|tel|fax"
    r"|msisdn|whatsapp|landline)s?(?:[_-]?(?:number|num|no)s?)?|contact[_-]?(?:number|no))",
    key_triggers=(
        *("phone", "mobile", "tel", "fax", "msisdn", "whatsapp", "cell", "landline"),
        *("contactn", "contact_n", "contact-n"),
    ),
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
        "415\u2011555\u20112671",
        "(020) 7946 0958",
        "020 7946 0958",
        "07700 900123",
        "06 12 34 56 78",
        "my number is 09-7625400",
        "Tel. (home): 0049 30 901820",
        "text me at 415 555 2671",
        "office phone 555-0199",
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
        "DFARS 252.227-7013",
        "01 02 03 04 05",
        "12 06 12 34 56 78",
        "phone 15, released 2026-11-23 10:00",
        "call me at 10:30",
    ),
    key_hits=(("phone", "4155552671"), ("user.phoneNumber", "555 0199"), ("mobile", "07700900123")),
    key_misses=(("phone", "iPhone 15"), ("phone", "123"), ("telemetry", "4155552671")),
    source="https://www.itu.int/rec/T-REC-E.164 and https://nanpa.com/numbering (2026-11-23)",
)
