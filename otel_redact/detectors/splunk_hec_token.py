"""Splunk HTTP event collector tokens: a UUID behind its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["SPLUNK_HEC_TOKEN"]

_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_UUID_PATTERN = r"(?<![_-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9_-])"

SPLUNK_HEC_TOKEN = Detector(
    name="splunk_hec_token",
    entity="SPLUNK_HEC_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?i:splunk)[ ](?P<value>"
        + _UUID_PATTERN
        + r")|"
        + near(
            r"(?:splunk[A-Za-z0-9_. -]{0,24}?(?:token|key|hec)|(?<![A-Za-z0-9])hec[_ -]?token)",
            _UUID_PATTERN,
            distance=14,
        )
        + ")"
    ),
    triggers=("splunk", "hectoken", "hec_token", "hec-token", "hec token"),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"(?:splunk[A-Za-z_.-]{0,24}|hec[_-]?)token",
    key_triggers=("splunk", "hectoken", "hec_token", "hec-token"),
    validate_key_value=lambda text: len(text) == 36 and text.count("-") == 4 and looks_issued(text),
    priority=100,
    hits=(
        "SPLUNK_HEC_TOKEN=" + _UUID,
        "Authorization: Splunk " + _UUID,
        "hec_token: '" + _UUID.upper() + "'",
    ),
    misses=(
        "splunk search id " + _UUID,
        "SPLUNK_HEC_TOKEN=00000000-0000-0000-0000-000000000000",
        "SPLUNK_TOKEN=<token>",
    ),
    key_hits=(("SPLUNK_HEC_TOKEN", _UUID), ("hecToken", _UUID)),
    key_misses=(("SPLUNK_HEC_TOKEN", "none"), ("splunk_search", _UUID)),
    source="https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector"
    " (2026-11-24)",
)
