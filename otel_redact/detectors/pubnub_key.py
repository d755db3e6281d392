"""PubNub secret, publish and subscribe keys: ``sec-c-…``, ``pub-c-…``, ``sub-c-…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["PUBNUB_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

PUBNUB_KEY = Detector(
    name="pubnub_key",
    entity="PUBNUB_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:sec-c-[A-Za-z0-9+/=_-]{40,64}+"
        r"|[ps]ub-c-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
    ),
    triggers=("sec-c-", "pub-c-", "sub-c-"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 9,
    priority=100,
    hits=(
        "PUBNUB_SECRET_KEY=se" + "c-c-" + _BODY + _BODY[:8],
        "'su" + "b-c-" + _UUID + "'",
        "publish with pu" + "b-c-" + _UUID,
    ),
    misses=("sec-c-short", "sub-c-section-of-the-text", "sec-c-" + "x" * 48),
    source="https://www.pubnub.com/docs/general/setup/account-setup (2026-11-24)",
)
