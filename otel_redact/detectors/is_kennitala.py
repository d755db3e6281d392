"""Icelandic identity numbers (kennitala), by date and check digit, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import named, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["IS_KENNITALA"]

# Denmark's numbers look the same; what is named so is none of them.
IS_KENNITALA = Detector(
    name="is_kennitala",
    entity="IS_KENNITALA",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(r"(?:kennitala|kt\.?)", r"[0-7][0-9](?:0[1-9]|1[0-2])[0-9]{2}-?[0-9]{3}[089]")
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *stems("kennitala", value="0{6}"),
        *named("kt", value="0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"kennitala",
    key_triggers=("kennitala",),
    validate=is_number("is_.kennitala"),
    validate_key_value=has_digits(10),
    priority=1,
    hits=("kennitala: 120174-3399", "kt. 1201743399", "Kennitala 120174-3399."),
    misses=("1201743399", "kennitala 120174-3398", "kt. 12", "kennitala vantar"),
    key_hits=(("kennitala", "1201743398"), ("user.kennitala", "120174-3399")),
    key_misses=(("kennitala", "vantar"), ("kennitala", "1201")),
    source="https://www.skra.is/english/people/me-and-my-family/about-id-numbers/ (2026-11-24)",
    checksum="mod 11",
)
