"""Legacy server keys of Firebase Cloud Messaging, and registration tokens: ``…:APA91b…``."""

from __future__ import annotations

import string

from otel_redact.types import Detector, Group, Trigger

__all__ = ["FIREBASE_SERVER_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LETTERS = string.ascii_lowercase + "0_-"

FIREBASE_SERVER_KEY = Detector(
    name="firebase_server_key",
    entity="FIREBASE_SERVER_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{11,22}+:APA91[A-Za-z0-9_-]{60,200}+",
    triggers=(Trigger(":apa00", before=22, run=_LETTERS),),
    validate=lambda text: len(set(text)) > 20,
    priority=100,
    hits=(
        "Authorization: key=AA" + "AAq7Zt2Lk:APA" + "91b" + _BODY * 3 + _BODY[:14],
        "'AA" + "AA-_Zt2Lk:APA" + "91b" + _BODY * 3 + _BODY[:14] + "'",
        "FCM_SERVER_KEY=AA" + "AA9Xw4Bv8:APA" + "91b" + _BODY * 3 + _BODY[:14],
    ),
    misses=("AAAAq7Zt2Lk:APA91bshort", ":APA91b" + _BODY * 3, "AAAAq7Zt2Lk:APA91b" + "x" * 134),
    source="https://firebase.google.com/docs/cloud-messaging/auth-server (2026-11-24)",
)
