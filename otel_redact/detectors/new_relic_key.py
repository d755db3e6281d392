"""New Relic keys: user (``NRAK-``), ingest (``…FFFFNRAL``), insert, query, browser, mobile."""

from __future__ import annotations

import string

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper, looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["NEW_RELIC_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UPPER = "Q7ZT2LK9XW4BV8NC1RM6" + "YP3HD5JS0GF2TA8QE4UO"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_HEX_RUN = "0123456789abcdefABCDEFux"

NEW_RELIC_KEY = Detector(
    name="new_relic_key",
    entity="NEW_RELIC_KEY",
    group=Group.SECRETS,
    # A licence key has 40 characters: 32 hex digits, of a regional one the first six say where it
    # reports to, and a constant end. Older ones are plain hex and need the name.
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>NR(?:AK|AA|II|IQ|RA|SP|BR|JS|MA)-[A-Za-z0-9_-]{16,}+"
        r"|(?:[a-z]{2}[0-9]{2}x{2})?[0-9a-f]{26,36}FFFFNRAL(?![A-Za-z0-9])"
        r"|AA[0-9a-f]{40}-NRMA(?![A-Za-z0-9]))|"
        + near(
            r"new[_ -]?relic[A-Za-z0-9_. -]{0,24}?key",
            r"(?<![_-])(?:[0-9a-f]{40}|[a-z]{2}[0-9]{2}x{2}[0-9a-f]{34}|[a-z0-9]{64})(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=(
        *("nrak-", "nraa-", "nrii-", "nriq-", "nrra-", "nrsp-", "nrbr-", "nrjs-", "nrma-"),
        Trigger("ffffnral", before=42, run=string.hexdigits + string.ascii_letters),
        Trigger("-nrma", before=42, run=string.hexdigits),
        *("newrelic", "new_relic", "new-relic", "new relic"),
    ),
    validate=lambda text: len(set(text)) > 9 and has_digit_or_upper(text[5:]),
    key_pattern=KEY_START + r"new[_-]?relic[A-Za-z_.-]{0,24}key",
    key_triggers=("newrelic", "new_relic", "new-relic"),
    validate_key_value=lambda text: len(text) == 40 and text.isalnum() and looks_issued(text),
    priority=100,
    hits=(
        "NEW_RELIC_API_KEY=NR" + "AK-" + _UPPER[:27],
        "license_key: '" + _HEX + "FFFF" + "NRAL'",
        "Api-Key: eu01" + "xx" + _HEX[:26] + "FFFF" + "NRAL",
        'NewRelic.withApplicationToken("A' + "A" + _HEX + _HEX[:8] + "-NR" + 'MA")',
        "X-Insert-Key: NR" + "II-" + _BODY[:32],
        'licenseKey:"NR' + "JS-" + _HEX[:19] + '"',
        "NEW_RELIC_LICENSE_KEY=" + _HEX + _HEX[:8],
    ),
    misses=(
        "NRAK-XXXXXXXXXXXXXXXXXXXXXXXXXXX",
        "new relic build da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "NEW_RELIC_LICENSE_KEY=<license key>",
        "snrak-" + _UPPER[:27],
        "0000000000000000000000000000000000FFFFNRAL",
    ),
    key_hits=(
        ("NEW_RELIC_LICENSE_KEY", _HEX + _HEX[:8]),
        ("newrelic.licenseKey", _HEX + "FFFF" + "NRAL"),
    ),
    key_misses=(("NEW_RELIC_LICENSE_KEY", "none"), ("new_relic_app", _HEX + _HEX[:8])),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys (2026-11-24)",
)
