"""Snowflake session tokens ``ver:1-hint:…``, and access tokens behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["SNOWFLAKE_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "ver:1-" + "hint:1234567890-ETMsDgAAA" + _BODY * 2
_NAME = (
    r"snowflake[_ .-]?(?:(?:oauth|access|session|auth|pat|programmatic)[_ .-]?){0,2}(?:token|pat)"
)

SNOWFLAKE_TOKEN = Detector(
    name="snowflake_token",
    entity="SNOWFLAKE_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>ver:[0-9]-hint:[0-9]{1,20}-[A-Za-z0-9+/_-]{24,}+={0,2})|"
        + behind(_NAME, r"[A-Za-z0-9_-]{40,}+(?:\.[A-Za-z0-9_-]{10,}+){0,2}")
        + ")"
    ),
    triggers=("ver:0-hint:", "snowflake"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("snowflake",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        'Authorization: Snowflake Token="' + _KEY + '"',
        "use " + _KEY + " here",
        "SNOWFLAKE_TOKEN=" + _BODY + "-" + _BODY,
        "the snowflake access token is " + _BODY * 2 + ".",
    ),
    misses=(
        "SNOWFLAKE_TOKEN=your_token_here",
        "ver:1-hint:1",
        "snowflake account " + _BODY,
        "SNOWFLAKE_TOKEN=/snowflake/session/token",
    ),
    key_hits=(("SNOWFLAKE_TOKEN", _BODY + "-" + _BODY), ("snowflakeAccessToken", _BODY)),
    key_misses=(
        ("SNOWFLAKE_TOKEN", "your_token_here"),
        ("snowflake.account", _BODY),
        ("snowflake_token_file", _BODY),
    ),
    source="https://docs.snowflake.com/en/user-guide/programmatic-access-tokens (2026-11-24)",
)
