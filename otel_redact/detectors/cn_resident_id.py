"""Chinese resident identity numbers: place, birth date, serial, check character."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import exactly
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["CN_RESIDENT_ID"]

_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)"
_is_valid = is_number("iso7064.mod_11_2")
_SHAPES = tuple("000000" + one + "00000000" + two + "000" for one in ("", " ") for two in ("", " "))


def _is_resident_id(text: str) -> bool:
    return _is_valid(text.replace(" ", "").upper())


def _is_resident_id_by_key(text: str) -> bool:
    compact = text.replace(" ", "")
    return len(compact) == 18 and compact[:17].isdigit() and compact[17] in "0123456789Xx"


CN_RESIDENT_ID = Detector(
    name="cn_resident_id",
    entity="CN_RESIDENT_ID",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9_])(?<![0-9][.,-])" + _PROVINCE + r"[0-9]{4}[ ]?(?:18|19|20)[0-9]{2}"
        r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[ ]?[0-9]{3}[0-9Xx]"
        r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=exactly(
        *(digits + end for digits in _SHAPES for end in "0x"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:(?:cn|chinese|china)[_-]?(?:resident[_-]?)?id|resident[_-]?id|id[_-]?card|shenfenzheng"
    r"|sfz|identity[_-]?card)(?:[_-]?(?:number|num|no))?",
    key_triggers=(
        *("cn_", "cn-", "cni", "cnr", "chin", "resident", "idcard", "id_card", "id-card"),
        *("shenfenzheng", "sfz", "identity"),
    ),
    validate=_is_resident_id,
    validate_key_value=_is_resident_id_by_key,
    hits=(
        "110105194912312631",
        "我的身份证号是11010519491231002X谢谢",
        "身份证 110105 19491231 002x",
    ),
    misses=(
        "110105194912310021",
        "110105194913310020",
        "0.110105194912312631",
        "1101051949123126310",
        "910105194912312",
    ),
    key_hits=(("id_card", "110105194912310021"), ("sfz", "11010519491231002X")),
    key_misses=(("id_card", "front.png"), ("id_card", "1101051949")),
    source="https://openstd.samr.gov.cn/bzgk/gb/ (GB 11643-1999) and "
    "https://en.wikipedia.org/wiki/Resident_Identity_Card (2026-11-24)",
    checksum="mod 11-2",
)
