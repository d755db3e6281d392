"""Zoho access and refresh tokens: ``1000.`` and twice 32 hex digits, behind a name or a quote."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["ZOHO_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

ZOHO_TOKEN = Detector(
    name="zoho_token",
    entity="ZOHO_TOKEN",
    group=Group.SECRETS,
    # Numbers with four digits before the point are everywhere; what stands before it narrows them.
    pattern=(
        r"(?<=[Tt][Oo][Kk][Ee][Nn](?:=|:|[ ]|:[ ]|[ ]=[ ])|[Cc][Oo][Dd][Ee]="
        r"|[\"'(>])1000\.[0-9a-f]{32}\.[0-9a-f]{32}"
        r"(?![A-Za-z0-9])"
    ),
    triggers=tuple(
        Trigger(sign + "0000.", skip=len(sign))
        for sign in (
            *("token=", "token ", "token:", "token: ", "token = ", "code="),
            *('"', "'", "(", ">"),
        )
    ),
    validate=lambda text: len(set(text)) > 9,
    priority=100,
    hits=(
        "Authorization: Zoho-oauthtoken 10" + "00." + _HEX + "." + _HEX[::-1],
        '"refresh_token":"10' + "00." + _HEX + "." + _HEX[::-1] + '"',
        "ZOHO_REFRESH_TOKEN=10" + "00." + _HEX[::-1] + "." + _HEX,
    ),
    misses=("token=1000.50", '"1000.0"', "'1000." + "0" * 32 + "." + "0" * 32 + "'"),
    source="https://www.zoho.com/crm/developer/docs/api/v8/access-refresh.html (2026-11-24)",
)
