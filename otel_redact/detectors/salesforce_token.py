"""Salesforce session and refresh tokens: ``00D….!….`` and ``5Aep861…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["SALESFORCE_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

SALESFORCE_TOKEN = Detector(
    name="salesforce_token",
    entity="SALESFORCE_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?!A[A-Za-z0-9._]{60,}+"
        r"|5Aep861[A-Za-z0-9._]{40,}+|3MVG9[A-Za-z0-9._]{60,120}+)"
    ),
    triggers=(Trigger("00d", then="00d[a-z0]{12}"), "0aep000", "0mvg0"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 16,
    priority=100,
    hits=(
        "SF_ACCESS_TOKEN=00" + "D50000000IehZ!AQcAQH0" + _BODY * 2,
        "'00" + "D5g000004HXYZEA2!AR8AQ" + _BODY + "._" + _BODY + "'",
        "refresh 5A" + "ep861" + _BODY + "._" + _BODY,
        "client_id=3MV" + "G9" + _BODY * 2,
    ),
    misses=("00D50000000IehZ", "00D50000000IehZ!short", "100D50000000IehZ!AQ" + _BODY * 2),
    source="https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_access_tokens.htm "
    "(2026-11-24)",
)
