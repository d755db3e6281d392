"""Microsoft Entra client secrets: 40 characters, the fourth to sixth a digit and ``Q~``."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["AZURE_CLIENT_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "a1B8" + "Q~" + _BODY + "cD"

AZURE_CLIENT_SECRET = Detector(
    name="azure_client_secret",
    entity="AZURE_CLIENT_SECRET",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9~_.-])[A-Za-z0-9~_.-]{3}[0-9]Q~[A-Za-z0-9~_.-]{30,36}"
    r"(?![A-Za-z0-9~_-])",
    triggers=(Trigger("0q~", before=3),),
    priority=100,
    hits=(
        "AZURE_CLIENT_SECRET=" + _KEY,
        '{"client_secret": "' + _KEY + '"}',
        "use " + _KEY + " here",
    ),
    misses=("abc8Q~short", "8Q~" + _BODY, "abc" + "8q~" + _BODY[:32]),
    source="https://learn.microsoft.com/purview/sit-defn-client-secret-api-key (2026-11-24)",
)
