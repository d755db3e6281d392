"""Adobe client secrets: ``p8e-…``, and older ones behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["ADOBE_CLIENT_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

ADOBE_CLIENT_SECRET = Detector(
    name="adobe_client_secret",
    entity="ADOBE_CLIENT_SECRET",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>p8e-[A-Za-z0-9_-]{20,64}+)|"
        + near(
            r"adobe[A-Za-z0-9_. -]{0,24}?(?:secret|token|key)",
            r"(?<![_-])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=(
        Trigger("p0e-", then="p0e-[a-z0_-]{20}"),
        Trigger("adobe", then="adobe[a-z0_. -]{0,24}?(?:secret|token|key)"),
    ),
    validate=lambda text: len(set(text)) > 7 and looks_issued(text.removeprefix("p8e-")),
    priority=100,
    hits=(
        "CLIENT_SECRET=p8" + "e-" + _BODY[:32],
        "client_secret=p8"
        + "e-"
        + _BODY[:12]
        + "-"
        + _BODY[:11]
        + "_"
        + _BODY[:7]
        + "&grant_type=a",
        "ADOBE_CLIENT_SECRET: '" + _UUID + "'",
    ),
    misses=("p8e-your-client-secret-goes-here", "adobe document " + _UUID, "zp8e-" + _BODY[:32]),
    source="https://developer.adobe.com/developer-console/docs/guides/authentication (2026-11-24)",
)
