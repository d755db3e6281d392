"""SendGrid API keys: ``SG.``, an identifier, a full stop, the secret."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["SENDGRID_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

SENDGRID_API_KEY = Detector(
    name="sendgrid_api_key",
    entity="SENDGRID_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,32}+\.[A-Za-z0-9_-]{16,64}+",
    triggers=("sg.",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[3:]) and len(set(text)) > 14,
    priority=100,
    hits=(
        "SENDGRID_API_KEY=S" + "G." + _BODY[:22] + "." + _BODY + "abc",
        "Authorization: Bearer S" + "G." + _BODY[:20] + "-_." + _BODY + "_-Z",
        "'S" + "G." + _BODY[8:30] + "." + _BODY + "a1B" + "'",
    ),
    misses=(
        "SG.short.short",
        "SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "MSG." + _BODY[:22] + "." + _BODY,
        "SG.submodule_of_the_package.function_with_a_long_name",
    ),
    source="https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys (2026-11-24)",
)
