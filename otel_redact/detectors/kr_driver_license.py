"""Korean driver licence numbers: region, year, serial and check, with dashes."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import exactly, near, stems
from otel_redact.types import Detector, Group

__all__ = ["KR_DRIVER_LICENSE"]

_REGION = "(?:1[1-9]|2[0-8])"

KR_DRIVER_LICENSE = Detector(
    name="kr_driver_license",
    entity="KR_DRIVER_LICENSE",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        rf"(?P<value>{_REGION}-[0-9]{{2}}-[0-9]{{6}}-[0-9]{{2}})|"
        + near(
            r"(?:driver'?s?[ _-]?licen[cs]e|driving[ _-]?licen[cs]e)",
            _REGION + r"[ -]?[0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{2}",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("00-00-000000-00"),
        *stems("driver", "driving", value="00[ -]?00[ -]?0{6}"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:driver'?s?|driving)[_-]?licen[cs]e(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("driver", "driving"),
    validate_key_value=has_digits(12),
    hits=("11-21-123456-78", "운전면허 28-05-123456-01", "driver's license: 11 21 123456 78"),
    misses=("31-21-123456-78", "112112345678", "11-21-12345-78", "driver 112112345678"),
    key_hits=(("driver_license", "112112345678"), ("driverLicenseNumber", "11-21-123456-78")),
    key_misses=(("driver_license", "class B"), ("driver", "112112345678")),
    source="https://www.safedriving.or.kr/ (2026-11-24)",
)
