"""Singapore identity numbers (NRIC, FIN), by their check letter, or behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import nric_is_valid
from otel_redact.detectors.context import abbreviated, near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["SG_NRIC_FIN"]


# In lower case, f may begin a hexadecimal number.
SG_NRIC_FIN = Detector(
    name="sg_nric_fin",
    entity="SG_NRIC_FIN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?P<value>[STFGMstgm][0-9]{7}[A-Za-z])|"
        + near(
            r"(?:nric|fin(?=[ _-]?(?:no|number)|[ ]?[:=#])|singapore[ ]id[a-z]*)",
            r"[STFGMstfgm][ -]?[0-9]{7}[ -]?[A-Za-z]",
        )
        + r")(?![A-Za-z0-9_])(?!-[A-Za-z0-9])"
    ),
    triggers=(
        *(Trigger(one + "0000000", then="[stfgm]0{7}[a-z](?![a-z0_])") for one in "stfgm"),
        *stems("nric", "singapore", "finn", value="0{7}"),
        *abbreviated("fin", value="0{7}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:nric|fin)(?:[_-]?fin)?(?:[_-]?(?:number|num|no))?",
    key_triggers=("nric", "fin"),
    validate=lambda text: nric_is_valid(text.replace(" ", "").replace("-", "")),
    validate_key_value=lambda text: len(text) == 9 and text[1:8].isdigit() and text[8].isalpha(),
    hits=("S1234567D", "NRIC: s1234567d", "G1234567X.", "FIN no F 1234567 N"),
    misses=("S1234567A", "S123456D", "f1234567n", "XS1234567D", "NRIC S1234567A", "fine s1234567"),
    key_hits=(("nric", "S1234567A"), ("user.nricNumber", "g1234567x")),
    key_misses=(("nric", "none"), ("fin", "ancial"), ("fin", "1234567")),
    source="https://www.ica.gov.sg/documents/ic and "
    "https://en.wikipedia.org/wiki/National_Registration_Identity_Card (2026-11-24)",
    checksum="mod 11",
)
