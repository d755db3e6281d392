"""Swiss and Liechtenstein insurance numbers (AHV, AVS): 756 and an EAN check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["CH_AHV"]

CH_AHV = Detector(
    name="ch_ahv",
    entity="CH_AHV",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>756(?P<sign>[. ])[0-9]{4}(?P=sign)[0-9]{4}(?P=sign)[0-9]{2})|"
        + near(
            r"(?:ahv(?:-?n?(?:ummer|r)?)?|avs|ahvn13|navs13|oasi|sozialversicherungsnummer"
            r"|versichertennummer|num[e\u00e9]ro[ ]avs)",
            r"756[ .-]?[0-9]{4}[ .-]?[0-9]{4}[ .-]?[0-9]{2}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("000.0000.0000.00", "000 0000 0000 00"),
        *stems("ahv", "avs", "navs", "oasi", value="000[ .-]?0000"),
        *stems("sozialversicherungsn", "versichertenn", "numero avs", "num?ro avs", value="000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:ahv|n?avs|oasi)(?:n?13|[_-]?(?:nummer|number|num|no|nr))?",
    key_triggers=("ahv", "avs", "oasi"),
    validate=is_number("ch.ssn"),
    validate_key_value=has_digits(13),
    hits=("756.9217.0769.85", "AHV-Nr. 7562668041793", "numéro AVS : 756 9217 0769 85"),
    misses=("756.9217.0769.86", "7562668041793", "757.9217.0769.85", "AHV fehlt"),
    key_hits=(("ahv_nummer", "756.9217.0769.86"), ("navs13", "7562668041793")),
    key_misses=(("ahv", "fehlt"), ("avs", "12")),
    source="https://www.zas.admin.ch/zas/en/home/partenaires-et-institutions-/navs13.html "
    "(2026-11-24)",
    checksum="EAN-13",
)
