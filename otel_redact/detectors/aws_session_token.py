"""AWS session tokens: the long base64 text of temporary credentials, by its head or its name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group

__all__ = ["AWS_SESSION_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_TOKEN = "IQoJb3Jp" + "Z2luX2VjEJr//////////wEaCXVzLWVhc3Qt" + _BODY * 6 + "=="
_BASE64 = r"(?:[A-Za-z0-9/+=_-]|%(?:2[BbFf]|3[Dd]))"
_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+=_-%")


def _is_token(text: str) -> bool:
    return len(text) >= 100 and _CHARACTERS.issuperset(text) and len(set(text)) > 20


AWS_SESSION_TOKEN = Detector(
    name="aws_session_token",
    entity="AWS_SESSION_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9+/])(?P<value>(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdz|[AF]QoDYXdz)"
        + _BASE64
        + "{24,}+)"
        r"|(?i:(?:session|security)[_-]?token)(?:\\{0,3}[\"'\]]){0,2}[ \t]{0,3}(?:=>|:="
        r"|[:=,>])[ \t]{0,3}(?:\\{0,3}[\"'])?" + rf"(?P<value>{_BASE64}{{100,}}+))"
    ),
    triggers=(
        "iqojb0jpz0lux0vj",
        "fwogzxivyxdz",
        "fqogzxivyxdz",
        "aqodyxdz",
        "fqodyxdz",
        *(kind + sign + "token" for kind in ("session", "security") for sign in ("", "_", "-")),
    ),
    key_pattern=KEY_START + r"(?:session|security)[_-]?token",
    key_triggers=(
        "sessiontoken",
        "session_token",
        "session-token",
        "securitytoken",
        "security_token",
        "security-token",
    ),
    validate=lambda text: len(set(text)) > 12,
    validate_key_value=_is_token,
    priority=100,
    hits=(
        "aws_session_token = " + _TOKEN,
        "&X-Amz-Security-Token=" + _TOKEN.replace("/", "%2F") + "&X-Amz-Date=x",
        "<SessionToken>" + _TOKEN + "</SessionToken>",
        "use " + _TOKEN + " here",
        '"SessionToken": "' + "A" + "QoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT" * 3 + '"',
    ),
    misses=(
        "aws_session_token = ${AWS_SESSION_TOKEN}",
        "IQoJb3JpZ2luX2Vj",
        "session_token=" + _BODY[:12],
        "SessionToken: see the vault",
    ),
    key_hits=(
        ("SessionToken", _TOKEN),
        ("aws_session_token", _TOKEN),
        ("X-Amz-Security-Token", _TOKEN),
    ),
    key_misses=(
        ("SessionToken", "see the vault"),
        ("session_token_name", _BODY),
        ("session_token", _BODY + "." + _BODY * 5),
    ),
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html (2026-11-24)",
)
