"""JSON web tokens, signed, unsigned and encrypted: base64url parts from ``eyJ`` on."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["JWT"]

_HEADER = "eyJ" + "hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
_CLAIMS = "eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0"

JWT = Detector(
    name="jwt",
    entity="JSON_WEB_TOKEN",
    group=Group.SECRETS,
    # With `alg: dir` the second of an encrypted token's five parts is empty.
    pattern=(
        r"(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,}+\."
        r"(?:\.[A-Za-z0-9_-]{8,}+|[A-Za-z0-9_-]{8,}+)(?:\.[A-Za-z0-9_-]*+){0,3}"
    ),
    triggers=("eyj",),
    starts_word=True,
    priority=50,
    hits=(
        "jwt " + _HEADER + "." + _CLAIMS + ".dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
        "'" + _HEADER + "." + _CLAIMS + "'",
        "id " + _HEADER + "." + _CLAIMS + ".",
        "jwe " + _HEADER + "..48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYI.XFBoMYUZodetZdv",
    ),
    misses=("eyJ", _HEADER, "eyJhbGciOi.short", "greyJacketsAndMore.somethingElse"),
    source="https://www.rfc-editor.org/rfc/rfc7519#section-3 (2026-11-23)",
)
