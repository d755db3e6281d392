"""Discord bot tokens (identifier in base64, time, signature), and client secrets by name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["DISCORD_BOT_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
_FORM = r"[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}+(?![A-Za-z0-9_-])"

DISCORD_BOT_TOKEN = Detector(
    name="discord_bot_token",
    entity="DISCORD_BOT_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?:(?<![A-Za-z0-9_-])(?P<value>(?=[MNO][DTjz][AEIMQUYcgk][wxyz0-5]){_FORM})|"
        + near(r"discord[A-Za-z_. -]{0,24}?|(?-i:Bot(?= ))", r"(?<![_-])" + _FORM, distance=16)
        + "|"
        + near(
            r"discord[A-Za-z_. -]{0,24}?(?:secret|token|key)",
            r"(?<![_-])(?:[0-9a-f]{64}|[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])",
            distance=16,
        )
        + r"|(?<![A-Za-z0-9_])(?P<value>mfa\.[A-Za-z0-9_-]{80,100}+)(?![A-Za-z0-9_-]))"
    ),
    triggers=(
        Trigger(pattern=r"\.[a-z0_-]{6}\.[a-z0_-]{27}", before=28, run=_URL_SAFE),
        *("discord", "bot ", "mfa."),
    ),
    validate=lambda text: len(set(text)) > 14 and looks_issued(text.replace(".", "")),
    key_pattern=KEY_START + r"discord[A-Za-z_.-]{0,24}(?:secret|token|key)",
    key_triggers=("discord",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[0-9a-f]{64}|[A-Za-z0-9_-]{32}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "client.run('MTk4NjIyNDgzNDcxOTI1MjQ4" + ".Cl2FMQ." + _BODY[:27] + "')",
        "Authorization: Bot Nzk5MjgxNDk0NDc2NDU1OTg3" + ".YABS5g." + _BODY[:38],
        "DISCORD_TOKEN=OTk5MjgxNDk0NDc2NDU1OTg3MQ" + ".GabcDE." + _BODY[:38],
        "DISCORD_CLIENT_SECRET=" + _BODY[:31] + "_",
        "discord: 'MZ1yGvKTjE0rY0cV8i47CjAa" + ".uRHQPq." + _BODY[:27] + "'",
        "mf" + "a." + _BODY * 2 + "_-Zz",
    ),
    misses=(
        "MTk4NjIyNDgzNDcxOTI1MjQ4.short.abc",
        "MTk4NjIyNDgzNDcxOTI1MjQ4",
        "Module.Submod.function_name_of_thirty_chars",
        "discord.ext.commands.Bot",
    ),
    key_hits=(("DISCORD_CLIENT_SECRET", _BODY[:32]), ("discord.publicKey", _BODY[:32])),
    key_misses=(("DISCORD_CLIENT_SECRET", "none"), ("discord_page", _BODY[:32])),
    source="https://discord.com/developers/docs/reference#authentication (2026-11-24)",
)
