"""Bank identifier codes (BIC, SWIFT), behind their name, by their country."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind, named
from otel_redact.types import Detector, Group

__all__ = ["SWIFT_CODE"]

_CODES = (
    "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
    "BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
    "EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR "
    "HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI "
    "LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA "
    "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU "
    "RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO "
    "TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
_COUNTRIES = frozenset(_CODES.split())


def _is_bic(text: str) -> bool:
    code = text.replace(" ", "").upper()
    return len(code) in (8, 11) and code[4:6] in _COUNTRIES


def _is_bic_by_key(text: str) -> bool:
    return _is_bic(text) and text.isascii() and text[:6].replace(" ", "").isalpha()


# SWIFT is also a language: without a sign or another word, only a code with a digit or XXX counts.
SWIFT_CODE = Detector(
    name="swift_code",
    entity="SWIFT_CODE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + behind(
            r"(?:bic(?=[ :=#(\"'`_/\]-])(?:[ ]?[/_-][ ]?swift|[ ]swift|[ ]?\(swift\))?"
            r"|swift[ ]?[/_-][ ]?bic|swift[ ]bic|swift[ ]?\(bic\)"
            r"|swift(?=[ _-](?:code|number|no|id|address)|[\"'`\]]{0,2}[ ]?[:=#(]"
            r"|[ ]is[ ]|[ ](?-i:[A-Z]{6}[A-Z0-9]{0,4}(?:[0-9]|XXX))))(?:[ ]?address)?",
            r"[A-Z]{4}[ ]?[A-Z]{2}[ ]?[A-Z0-9]{2}(?:[ ][A-Z0-9]{3}(?<=[ ][0-9X]{3})|[A-Z0-9]{3})?",
        )
        + r"(?![A-Za-z0-9_])"
    ),
    triggers=named("bic", "swift", value="[a-z]{4}[ ]?[a-z]{2}[ ]?[a-z0]{2}"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:swift|bic)(?:[_-]?(?:swift|bic))?(?:[_-]?(?:code|number|no|id))?",
    key_triggers=("swift", "bic"),
    validate=_is_bic,
    validate_key_value=_is_bic_by_key,
    hits=(
        "BIC: DEUTDEFF",
        "SWIFT/BIC NEDSZAJJXXX",
        "the swift code is CHASUS33.",
        "BIC COBA DE FF 500",
        "Swift DEUTDEFF500",
    ),
    misses=(
        "DEUTDEFF",
        "Swift PROGRAMS are fast",
        "BIC: DEUTZZFF",
        "bic: deutdeff",
        "aerobic: DEUTDEFF",
        "swift code: pending",
    ),
    key_hits=(("bic", "DEUTDEFF"), ("bank.swiftCode", "NEDSZAJJXXX")),
    key_misses=(("bic", "none"), ("swift_version", "DEUTDEFF"), ("swift", "5.9.2")),
    source="https://www.iso.org/standard/84108.html and https://en.wikipedia.org/wiki/ISO_9362 "
    "(2026-11-24)",
)
