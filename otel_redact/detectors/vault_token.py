"""HashiCorp Vault tokens (``hvs. hvb. hvr.``), older ones (``s.``), and AppRole secret ids."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["VAULT_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

VAULT_TOKEN = Detector(
    name="vault_token",
    entity="VAULT_TOKEN",
    group=Group.SECRETS,
    # Code is full of `s.`, so an older token needs a quote or `=` in front of it, or the name.
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>hv[bclrs]\.[A-Za-z0-9_-]{20,}+(?:\.[A-Za-z0-9]{4,8})?(?![A-Za-z0-9]))"
        r"|(?P<value>(?<=[\"'=])s\.[A-Za-z0-9]{24}(?:\.[A-Za-z0-9]{5})?(?![A-Za-z0-9_.(]))"
        r"|(?P<value>(?<![A-Za-z0-9])b\.AAAAAQ[A-Za-z0-9_-]{60,}+)|"
        + near(
            r"vault[A-Za-z0-9_. -]{0,24}?token",
            r"[sb]\.[A-Za-z0-9]{24}(?:\.[A-Za-z0-9]{5})?(?![A-Za-z0-9_.(])",
            distance=14,
        )
        + "|"
        + near(
            r"(?:vault|app[_-]?role)[A-Za-z0-9_. -]{0,24}?secret[_ -]?id",
            r"(?<![_-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=(
        *("hvs.", "hvb.", "hvr.", "hvc.", "hvl."),
        *(Trigger(sign + "s.", skip=1, then=r"\\*" + sign + r"s\.[a-z0]{24}") for sign in "\"'="),
        *("b.aaaaaq", "vault", "approle", "app_role", "app-role"),
    ),
    validate=lambda text: looks_issued(text.partition(".")[2] or text) and len(set(text)) > 7,
    priority=100,
    hits=(
        "VAULT_TOKEN=hv" + "s." + _BODY[:24],
        "token hv" + "b.AAAAAQ" + _BODY * 3,
        "'hv" + "s.CAESI" + _BODY + "-_" + _BODY + ".Qe4Uo'",
        '"client_token": "' + "s." + _BODY[:24] + '"',
        "X-Vault-Token: s." + _BODY[8:32],
        "VAULT_SECRET_ID=" + _UUID,
    ),
    misses=(
        "hvs.",
        "hvs.io/documentation/getting-started",
        "hvs.getSomethingWithALongName(1)",
        "x = s.someMethodNameOfTwentySeven(y)",
        "'s.getAttributeByNameAndType2'",
        "vault path " + _UUID,
    ),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens (2026-11-24)",
)
