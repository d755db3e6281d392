"""1Password service account tokens: ``ops_`` and base64 of a JSON object."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["ONEPASSWORD_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

ONEPASSWORD_TOKEN = Detector(
    name="onepassword_token",
    entity="ONEPASSWORD_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])ops_eyJ[A-Za-z0-9+/_-]{32,}+={0,2}",
    triggers=("ops_eyj",),
    starts_word=True,
    validate=lambda text: len(set(text)) > 12,
    priority=100,
    hits=(
        "OP_SERVICE_ACCOUNT_TOKEN=op" + "s_eyJ" + _BODY * 6,
        "token: 'op" + "s_eyJ" + _BODY + "-_" + _BODY + "==',",
        "export OP=op" + "s_eyJ" + _BODY * 2,
    ),
    misses=("ops_eyJ...", "ops_eyJ" + "x" * 40, "devops_eyJ" + _BODY),
    source="https://developer.1password.com/docs/service-accounts/security (2026-11-24)",
)
