"""Slack tokens: ``xoxb- xoxp- xoxa- xoxe- xoxr- xoxs- xoxc- xoxd- xoxo- xapp- xwfp-``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["SLACK_TOKEN"]

_LEAST = 4


def _is_token(text: str) -> bool:
    given = sum(character.isdigit() or character.isupper() for character in text[5:])
    return given >= _LEAST and "xxxx" not in text.lower()


# A token that token rotation made has one more prefix: `xoxe.xoxb-`, `xoxe.xapp-`.
SLACK_TOKEN = Detector(
    name="slack_token",
    entity="SLACK_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:xox[a-z]\.)?(?:xox[abcdeoprs]|xapp|xwfp)-[A-Za-z0-9%/+=_-]{10,}+"
    ),
    triggers=("xox", "xapp-", "xwfp-"),
    starts_word=True,
    validate=_is_token,
    priority=100,
    hits=(
        "SLACK_BOT_TOKEN=xox" + "b-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx",
        "'xox" + "p-23984754863-2348975623103'",
        "xap" + "p-1-A0123456789-1234567890123-0123456789abcdef",
        "xox" + "e.xox" + "p-1-Mi0yLTEyMzQ1Njc4",
        "xox" + "e.xap" + "p-1-Mi0yLTEyMzQ1Njc4",
        "xwf" + "p-1234567890-AbCdEfGh0123",
        "cookie d is xox" + "d-3qIzGZqQTcJK0M%2Fabc%2B123%3D",
    ),
    misses=(
        "xoxb-",
        "xoxb-your-token",
        "xapp-1-your-app-token",
        "xoxb-1234567890-xxxxxxxxxx",
        "xoxo-love-and-kisses",
        "boxoxb-123456789012-abc",
    ),
    source="https://docs.slack.dev/authentication/tokens (2026-11-24)",
)
