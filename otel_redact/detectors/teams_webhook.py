"""The secret path of Microsoft Teams webhooks, and the signature of Power Automate workflows."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["TEAMS_WEBHOOK"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_GUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_TENANT = "3f9a1c52-7b0e-4d68-9c21-" + "e5f04a8b6d17"
_CONNECTOR = "https://contoso.webhook.office.com/webhookb2/" + _TENANT + "@" + _TENANT

TEAMS_WEBHOOK = Detector(
    name="teams_webhook",
    entity="TEAMS_WEBHOOK",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?i:(?:webhook|outlook)\.office(?:365)?\.com/webhook(?:b2)?/)"
        rf"(?P<value>{_GUID}(?:@{_GUID})?/(?i:incomingwebhook)/[A-Za-z0-9_-]{{16,}}+"
        r"(?:/[A-Za-z0-9_-]{8,}+){0,3})"
        r"|(?i:(?:logic\.azure|api\.powerplatform)\.com)(?::443)?/[^ \t\r\n\"'<>?]{8,400}+\?"
        r"[^ \t\r\n\"'<>]{0,300}?(?<=[?&;])sig=(?P<value>[A-Za-z0-9%_-]{16,}+))"
    ),
    triggers=(
        *("webhook.office.com/w", "outlook.office.com/w", "webhook.office000.com/w"),
        *("outlook.office000.com/w", "logic.azure.com", "api.powerplatform.com"),
    ),
    priority=110,
    hits=(
        _CONNECTOR + "/IncomingWebhook/" + _HEX + "/" + _TENANT,
        "url=https://outlook.office.com/webhook/"
        + _TENANT
        + "@"
        + _TENANT
        + "/IncomingWebhook/"
        + _HEX,
        "https://prod-00.westus.logic.azure.com:443/workflows/"
        + _HEX
        + "/triggers/manual/paths/invoke"
        "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=" + _BODY,
        "https://default1.0a.environment.api.powerplatform.com:443/powerautomate/automations/direct/"
        "workflows/"
        + _HEX
        + "/triggers/manual/paths/invoke?api-version=1&sig="
        + _BODY[:20]
        + "-_Z",
    ),
    misses=(
        "https://contoso.webhook.office.com/webhookb2/",
        "https://outlook.office.com/mail/inbox",
        "https://prod-00.westus.logic.azure.com/workflows/" + _HEX + "/triggers",
    ),
    source="https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/"
    "add-incoming-webhook (2026-11-24)",
)
