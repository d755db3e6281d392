"""Telegram bot tokens: the bot's number, a colon, and 35 characters."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["TELEGRAM_BOT_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

TELEGRAM_BOT_TOKEN = Detector(
    name="telegram_bot_token",
    entity="TELEGRAM_BOT_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![0-9])(?:(?<![A-Za-z0-9])|(?<=bot))"
        r"[0-9]{6,16}+(?::|%3[Aa])A[A-Za-z0-9_-]{32,36}+(?![A-Za-z0-9_-])"
    ),
    triggers=tuple(Trigger("000000" + sign + "a", before=16, run="0") for sign in (":", "%0a")),
    validate=lambda text: len(set(text)) > 16 and looks_issued(text[-34:]),
    priority=100,
    hits=(
        "https://api.telegram.org/bot110201543:A" + "AHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe",
        "TELEGRAM_BOT_TOKEN=7213808860:A" + "A" + _BODY[:33],
        "'123456:A" + "BC-DEF" + _BODY[:28] + "'",
        "url=https%3A%2F%2Fapi.telegram.org%2Fbot7213808860%3AA" + "A" + _BODY[:33] + "%2FgetMe",
    ),
    misses=(
        "110201543:AAHdqTcv",
        "12345678:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "foo:A" + "AHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
        "20261124:an-identifier-of-many-words-like-this",
    ),
    source="https://core.telegram.org/bots/api#authorizing-your-bot (2026-11-24)",
)
