"""Slack tokens: ``xoxb- xoxp- xoxa- xoxe- xoxr- xoxs- xoxc- xoxd- xoxo-`` and ``xapp-``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["SLACK_TOKEN"]

SLACK_TOKEN = Detector(
    name="slack_token",
    entity="SLACK_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:xox[abcdeoprs](?:\.xox[a-z])?-[A-Za-z0-9%/+=-]{10,}+"
        r"|xapp-[A-Za-z0-9-]{10,}+)"
    ),
    triggers=("xox", "xapp-"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[5:]),
    priority=100,
    hits=(
        "SLACK_BOT_TOKEN=xox" + "b-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx",
        "'xox" + "p-23984754863-2348975623103'",
        "xap" + "p-1-A0123456789-1234567890123-0123456789abcdef",
        "xox" + "e.xox" + "p-1-Mi0yLTEyMzQ1Njc4",
    ),
    misses=("xoxb-", "xoxb-your-token", "xoxo-love-and-kisses", "boxoxb-123456789012-abc"),
    source="https://docs.slack.dev/authentication/tokens (2026-11-23)",
)
