"""The secret path of Slack webhooks, also of workflows and response URLs; the host stays."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["SLACK_WEBHOOK"]

SLACK_WEBHOOK = Detector(
    name="slack_webhook",
    entity="SLACK_WEBHOOK",
    group=Group.SECRETS,
    pattern=(
        r"(?i:hooks\.slack(?:-gov)?\.com(?:/|%2f)"
        r"(?:services|workflows|triggers|commands|actions|app)(?:/|%2f))"
        r"(?P<value>[A-Za-z0-9_-]{3,32}(?:/|%2[Ff])[A-Za-z0-9%/_-]{8,256}+)"
    ),
    triggers=("hooks.slack",),
    priority=100,
    hits=(
        "https://hooks.slack.com/services/" + "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
        "url=https://hooks.slack.com/workflows/" + "T0AAAAAAA/A0BBBBBBB/123456789/abcDEF",
        "hooks.slack-gov.com/services/" + "T11111111/B11111111/AbCdEfGhIjKlMnOp",
        "https://hooks.slack.com/triggers/" + "E0AAAAAAA/1234567890123/0a1b2c3d4e5f6071",
        "response_url: https://hooks.slack.com/commands/" + "T0AAAAAAA/1234567890/AbCdEfGh",
        "url=https%3A%2F%2Fhooks.slack.com%2Fservices%2F" + "T0AAAAAAA%2FB0BBBBBBB%2FAbCdEfGhIjKl",
    ),
    misses=(
        "https://hooks.slack.com/services/",
        "https://hooks.slack.com/docs/T00000000/B00000000",
        "https://api.slack.com/messaging/webhooks",
    ),
    source="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks (2026-11-24)",
)
