"""HubSpot private app tokens (``pat-na1-…``), personal access keys, older keys behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["HUBSPOT_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_VALUE = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_REGIONS = ("na", "eu", "ap", "au", "ca")

HUBSPOT_TOKEN = Detector(
    name="hubspot_token",
    entity="HUBSPOT_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?:(?<![A-Za-z0-9])(?P<value>pat-(?:{'|'.join(_REGIONS)})[0-9]{{1,2}}-{_VALUE})"
        r"|(?<![A-Za-z0-9+/])(?P<value>CiR(?:uYT|ldT|hcD)[A-Za-z0-9+/]{60,300}+={0,2})|"
        + near(
            r"(?:hubspot[A-Za-z_. -]{0,20}?(?:key|token|secret|password)|hapi[_-]?key)",
            rf"(?<![_-]){_VALUE}(?![A-Za-z0-9-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(
        *("pat-" + region + "0" for region in _REGIONS),
        *("ciruyt", "cirldt", "cirhcd", "hubspot", "hapikey", "hapi_key", "hapi-key"),
    ),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"(?:hubspot[A-Za-z_.-]{0,20}(?:key|token)|hapi[_-]?key)",
    key_triggers=("hubspot", "hapikey", "hapi_key", "hapi-key"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None,
    priority=100,
    hits=(
        "HUBSPOT_ACCESS_TOKEN=pa" + "t-na1-" + _UUID,
        "Bearer pa" + "t-eu1-" + _UUID,
        "https://api.hubapi.com/contacts/v1?hapikey=" + _UUID,
        "personalAccessKey: Ci" + "RuYTEt" + _BODY * 2 + "==",
    ),
    misses=(
        "pat-na1-short",
        "pat-na1-00000000-0000-0000-0000-000000000000",
        "hubspot key: none",
        "hubspot contact " + _UUID,
    ),
    key_hits=(("HUBSPOT_API_KEY", _UUID), ("hapikey", _UUID)),
    key_misses=(("HUBSPOT_API_KEY", "none"), ("hubspot_contact", _UUID)),
    source="https://developers.hubspot.com/docs/guides/apps/private-apps/overview (2026-11-24)",
)
