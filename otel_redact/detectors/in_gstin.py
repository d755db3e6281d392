"""Indian goods and services tax numbers, by their check character."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["IN_GSTIN"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"

# A person's holds the permanent account number.
IN_GSTIN = Detector(
    name="in_gstin",
    entity="IN_GSTIN",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?P<value>"
        r"[0-9]{2}[A-Z]{3}[ABCFGHJKLPT][A-Z][0-9]{4}[A-Z][1-9]Z[0-9A-Z])|"
        + near(
            r"(?:gst(?:in)?|goods[ ]and[ ]services)",
            r"(?i:[0-9]{2}[ ]?[A-Z]{5}[0-9]{4}[A-Z][ ]?[1-9A-Z]Z[0-9A-Z])",
        )
        + r")(?![A-Za-z0-9_])"
    ),
    triggers=(
        *(Trigger("0000" + letter + "0z", before=7) for letter in _LETTERS),
        *stems("gst", "goods and", value="00[ ]?[a-z]{5}0000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"gst(?:in?)?(?:[_-]?(?:number|num|no))?",
    key_triggers=("gst",),
    validate=is_number("in_.gstin"),
    validate_key_value=lambda text: len(text) == 15 and text.isalnum() and text[:2].isdigit(),
    priority=1,
    hits=("27AAPFU0939F1ZV", "GSTIN: 27aapfu0939f1zv", "gst no. 27 AAPFU0939F 1ZV."),
    misses=(
        "27AAPFU0939F1ZO",
        "27aapfu0939f1zv",
        "99AAPFU0939F1ZV",
        "X27AAPFU0939F1ZV",
        "27AAPFU0939F1Z",
    ),
    key_hits=(("gstin", "27AAPFU0939F1ZV"), ("vendor.gstNumber", "27aapfu0939f1zo")),
    key_misses=(("gstin", "none"), ("gstreamer", "27AAPFU0939F1ZO"), ("gst", "18%")),
    source="https://www.gst.gov.in and "
    "https://en.wikipedia.org/wiki/Goods_and_Services_Tax_(India) (2026-11-24)",
    checksum="Luhn mod 36",
)
