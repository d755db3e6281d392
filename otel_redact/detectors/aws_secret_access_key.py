"""AWS secret access keys: forty base64 characters behind their name or id, or any value by key."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.shape import has_digit_or_upper, is_stand_in
from otel_redact.types import Detector, Group

__all__ = ["AWS_SECRET_ACCESS_KEY"]

_KEY = "wJalrXUtnFEMI/K7MDENG" + "/bPxRfiCYEXAMPLEKEY"
_NAMES = (("secret", "access"), ("aws", "secret"))


def _is_given(text: str) -> bool:
    return not is_stand_in(text)


def _is_key(text: str) -> bool:
    return has_digit_or_upper(text) and len(set(text)) > 9


# The console's CSV, `curl --user` and URLs have the secret right behind its access key id.
AWS_SECRET_ACCESS_KEY = Detector(
    name="aws_secret_access_key",
    entity="AWS_SECRET_ACCESS_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?i:secret[_ .-]?access[_ .-]?key|aws[_ .-]?secret(?:[_ .-]?key)?)"
        r"(?:\\{0,3}[\"'`\]]){0,2}[ \t]{0,8}(?:=>|:=|={1,3}|[:,>]|is|)[ \t]{0,8}"
        r"(?:\\{0,3}[\"'`(]){0,2}"
        r"|(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}[\"']?[,:;|\t ][ ]?[\"']?)"
        r"(?P<value>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])"
    ),
    triggers=(
        *(first + sign + second for first, second in _NAMES for sign in ("", "_", " ", "-", ".")),
        *("akia", "asia"),
    ),
    key_pattern=KEY_START + r"(?:secret[_.-]?access[_.-]?key|aws[_.-]?secret(?:[_.-]?key)?)",
    key_triggers=tuple(
        first + sign + second for first, second in _NAMES for sign in ("", "_", "-", ".")
    ),
    validate=_is_key,
    validate_key_value=_is_given,
    priority=60,
    hits=(
        "aws_secret_access_key = " + _KEY,
        '{"SecretAccessKey": "' + _KEY + '"}',
        "export AWS_SECRET_ACCESS_KEY=" + _KEY,
        "my aws secret key is " + _KEY + ".",
        "<SecretAccessKey>" + _KEY + "</SecretAccessKey>",
        "aws.secretKey=" + _KEY,
    ),
    misses=(
        "aws_secret_access_key = ${AWS_SECRET}",
        "aws_secret_access_key = " + "x" * 40,
        "sha da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "SecretAccessKey: see the vault",
        "secret_access_key_id",
        "AKIA" + "SHORT," + _KEY,
    ),
    key_hits=(
        ("SecretAccessKey", _KEY),
        ("aws.secret_access_key", "short"),
        ("AWS_SECRET_KEY", _KEY),
    ),
    key_misses=(("SecretAccessKey", "null"), ("secret_access_key_name", _KEY)),
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html (2026-11-24)",
)
