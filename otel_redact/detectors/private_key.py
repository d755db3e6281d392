"""Private key blocks (PEM, OpenSSH, PGP, SSH2); one without an END line runs to the text's end."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["PRIVATE_KEY"]

_BASE64 = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"


def _begin(kind: str) -> str:
    return f"-----BEGIN {kind}PRIVATE" + " KEY-----"


PRIVATE_KEY = Detector(
    name="private_key",
    entity="PRIVATE_KEY",
    group=Group.SECRETS,
    pattern=(
        r"-{4,5}[ ]?BEGIN [A-Z0-9 ]{0,32}PRIVATE KEY(?: BLOCK)?[ ]?-{4,5}"
        r"(?:[^-]++|-(?!-{3,4}[ ]?END [A-Z0-9 ]{0,32}PRIVATE KEY))*+"
        r"(?:-{4,5}[ ]?END [A-Z0-9 ]{0,32}PRIVATE KEY(?: BLOCK)?[ ]?-{0,5})?"
    ),
    triggers=tuple(Trigger(sign + "begin ", before=4, first="----") for sign in ("-", "- ")),
    priority=100,
    hits=(
        _begin("") + "\n" + _BASE64 + "\n-----END PRIVATE KEY-----",
        "x " + _begin("RSA ") + r"\n" + _BASE64 + r"\n-----END RSA PRIVATE KEY----- y",
        _begin("OPENSSH ") + "\n" + _BASE64 + "\ncut",
        _begin("ENCRYPTED ") + _BASE64 + "-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN PGP PRIVATE " + "KEY BLOCK-----\n" + _BASE64 + "\n",
    ),
    misses=(
        "-----BEGIN PUBLIC KEY-----\n" + _BASE64 + "\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\n" + _BASE64,
        "BEGIN PRIVATE KEY without dashes",
        "-----END PRIVATE KEY-----",
    ),
    source="https://www.rfc-editor.org/rfc/rfc7468#section-10 (2026-11-23)",
)
