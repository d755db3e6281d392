"""AWS secret access keys: forty base64 characters behind their name, or any value by key."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group

__all__ = ["AWS_SECRET_ACCESS_KEY"]

_KEY = "wJalrXUtnFEMI/K7MDENG" + "/bPxRfiCYEXAMPLEKEY"


def _is_given(text: str) -> bool:
    return not is_stand_in(text)


AWS_SECRET_ACCESS_KEY = Detector(
    name="aws_secret_access_key",
    entity="AWS_SECRET_ACCESS_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?i:secret[_ -]?access[_ -]?key|aws[_ -]?secret(?:[_ -]?key)?)"
        r"(?:\\{0,3}[\"'\]]){0,2}[ \t]{0,3}(?:=>|:=|[:=]|is|,)?[ \t]{0,3}(?:\\{0,3}[\"'])?"
        r"(?P<value>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])"
    ),
    triggers=tuple(
        first + sign + second
        for first, second in (("secret", "access"), ("aws", "secret"))
        for sign in ("", "_", " ", "-")
    ),
    key_pattern=KEY_START + r"secret[_-]?access[_-]?key",
    key_triggers=("secretaccess", "secret_access", "secret-access"),
    validate_key_value=_is_given,
    priority=60,
    hits=(
        "aws_secret_access_key = " + _KEY,
        '{"SecretAccessKey": "' + _KEY + '"}',
        "export AWS_SECRET_ACCESS_KEY=" + _KEY,
        "my aws secret key is " + _KEY + ".",
    ),
    misses=(
        "aws_secret_access_key = ${AWS_SECRET}",
        "sha da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "SecretAccessKey: see the vault",
        "secret_access_key_id",
    ),
    key_hits=(("SecretAccessKey", _KEY), ("aws.secret_access_key", "short")),
    key_misses=(("SecretAccessKey", "null"), ("secret_access_key_name", _KEY)),
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html (2026-11-23)",
)
