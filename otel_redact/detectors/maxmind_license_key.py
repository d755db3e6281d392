"""MaxMind license keys: 40 characters that end in ``_mmk``; older ones, 16, behind its name."""

from __future__ import annotations

import re
import string

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group, Trigger

__all__ = ["MAXMIND_LICENSE_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_WORD = "[a-z]*(?:[A-Z][a-z]{2,})*[0-9]{0,4}|[A-Z]+[0-9]{0,4}"


def _is_key(text: str) -> bool:
    parts = re.split("[_-]", text.removesuffix("_mmk"))
    return len(set(text)) > 8 and not all(re.fullmatch(_WORD, part) for part in parts)


MAXMIND_LICENSE_KEY = Detector(
    name="maxmind_license_key",
    entity="MAXMIND_LICENSE_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9_])(?P<value>[A-Za-z0-9]{6}_[A-Za-z0-9_]{24,48}?_mmk)(?![A-Za-z0-9_])|"
        + near(
            r"(?:maxmind|geoip2?|geolite2?)[A-Za-z0-9_. -]{0,24}?key",
            r"(?<![_-])[A-Za-z0-9]{16}(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=(
        Trigger("_mmk", before=55, run=string.ascii_letters + string.digits + "_"),
        *("maxmind", "geoip", "geolite"),
    ),
    validate=_is_key,
    key_pattern=KEY_START + r"(?:maxmind|geoip2?|geolite2?)[A-Za-z0-9_.-]{0,24}key",
    key_triggers=("maxmind", "geoip", "geolite"),
    validate_key_value=lambda text: len(text) in (16, 40) and _is_key(text),
    priority=100,
    hits=(
        "license_key=Q7Zt2L_" + _BODY[:29] + "_mm" + "k&suffix=tar.gz",
        "LicenseKey a1B2c3_" + _BODY[8:37] + "_mm" + "k",
        "MAXMIND_LICENSE_KEY: '" + _BODY[:16] + "'",
    ),
    misses=(
        "alloc_page_mmk",
        "XXXXXX_XXXXXXXXXXXXXXXXXXXXXXXXXXXXX_mmk",
        "MAXMIND_LICENSE_KEY: your_license_key",
        "geoip key: MaxMindDatabases",
    ),
    key_hits=(("MAXMIND_LICENSE_KEY", _BODY[:16]), ("geoip.licenseKey", _BODY[:16])),
    key_misses=(("MAXMIND_LICENSE_KEY", "none"), ("maxmind_account", _BODY[:16])),
    source="https://dev.maxmind.com/geoip/release-notes/2023-03-16-changes-to-maxmind-license-keys"
    " (2026-11-24)",
)
