"""Heroku API keys and tokens: ``HRKU-…``, or a UUID behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.types import Detector, Group

__all__ = ["HEROKU_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_KEY = "HR" + "KU-AA" + _BODY[:24] + "_" + _BODY + "x"
_NAME = r"heroku[_ .-]?(?:(?:api|auth|oauth|access|secret)[_ .-]?){0,2}(?:key|token|secret)"


def _is_key(text: str) -> bool:
    return (
        len(text) >= 35
        and " " not in text
        and not text.replace("-", "").isalpha()
        and len(set(text)) > 7
    )


HEROKU_API_KEY = Detector(
    name="heroku_api_key",
    entity="HEROKU_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>HRKU-[A-Za-z0-9_-]{30,}+)|"
        + behind(_NAME, r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=("hrku-", "heroku"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("heroku",),
    validate=_is_key,
    validate_key_value=_is_key,
    priority=100,
    hits=(
        "HEROKU_API_KEY=" + _KEY,
        "use HR" + "KU-" + _UUID + ", please",
        "HEROKU_API_KEY=" + _UUID,
        "the heroku api key is " + _UUID + ".",
        'heroku_auth_token: "' + _UUID + '"',
    ),
    misses=(
        "HEROKU_API_KEY=your_api_key_here",
        "HRKU-your-heroku-api-key-goes-here-please",
        "HEROKU_APP_ID=" + _UUID,
        "heroku app " + _UUID,
        "HEROKU_API_KEY=00000000-0000-0000-0000-000000000000",
    ),
    key_hits=(("HEROKU_API_KEY", _UUID), ("herokuApiKey", _UUID)),
    key_misses=(
        ("HEROKU_API_KEY", "your_api_key_here"),
        ("heroku_app_id", _UUID),
        ("heroku.app", _UUID),
    ),
    source="https://devcenter.heroku.com/articles/platform-api-quickstart (2026-11-24)",
)
