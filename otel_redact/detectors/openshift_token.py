"""OpenShift OAuth access tokens: ``sha256~…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["OPENSHIFT_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

OPENSHIFT_TOKEN = Detector(
    name="openshift_token",
    entity="OPENSHIFT_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])sha256~[A-Za-z0-9_-]{40,48}+(?![A-Za-z0-9_-])",
    triggers=("sha000~",),
    starts_word=True,
    priority=100,
    hits=(
        "oc login --token=sha2" + "56~" + _BODY + "abc",
        "'sha2" + "56~" + _BODY + "_-Z'",
        "Bearer sha2" + "56~" + _BODY[:20] + "-" + _BODY[:22],
    ),
    misses=("sha256~short", "sha256:" + _HEX + _HEX, "sha256~" + _BODY + _BODY),
    source="https://docs.redhat.com/en/documentation/openshift_container_platform/4.17/html/"
    "authentication_and_authorization/managing-oauth-access-tokens (2026-11-24)",
)
