"""The secret path of Discord webhooks; the host stays."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["DISCORD_WEBHOOK"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

DISCORD_WEBHOOK = Detector(
    name="discord_webhook",
    entity="DISCORD_WEBHOOK",
    group=Group.SECRETS,
    pattern=(
        r"(?i:discord(?:app)?\.com/api/(?:v[0-9]{1,2}/)?webhooks/)"
        r"(?P<value>[0-9]{15,22}/[A-Za-z0-9_-]{20,100}+)"
    ),
    triggers=("discord.com/api/", "discordapp.com/api/"),
    priority=100,
    hits=(
        "https://discord.com/api/webhooks/123456789012345678/" + _BODY + _BODY[:28],
        "url=https://canary.discordapp.com/api/v10/webhooks/1234567890123456789/"
        + _BODY
        + _BODY[:28],
        "ptb.discord.com/api/webhooks/123456789012345678/" + _BODY + "-_" + _BODY[:26] + "/slack",
    ),
    misses=(
        "https://discord.com/api/webhooks/",
        "https://discord.com/api/webhooks/{id}/{token}",
        "https://discord.com/channels/123456789012345678/123456789012345678",
    ),
    source="https://discord.com/developers/docs/resources/webhook#execute-webhook (2026-11-24)",
)
