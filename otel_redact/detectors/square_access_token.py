"""Square access tokens (``EAAA…``, ``sq0atp-``), application secrets (``sq0csp-``)."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["SQUARE_ACCESS_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_KINDS = ("atp", "csp", "acp", "ats", "cgb", "prp")

SQUARE_ACCESS_TOKEN = Detector(
    name="square_access_token",
    entity="SQUARE_ACCESS_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?<![A-Za-z0-9])(?:(?:sandbox-)?sq0(?:{'|'.join(_KINDS)})-[A-Za-z0-9_\\-]{{20,}}+"
        r"|(?<![+/_-])EAAA[A-Za-z0-9_-]{60}(?![A-Za-z0-9_+/=-])"
        r"|(?<![+/_-])EQAA[A-Za-z0-9_-]{60}(?![A-Za-z0-9_+/=-]))"
    ),
    triggers=(
        *("sq0" + kind + "-" for kind in _KINDS),
        *("sandbox-sq0" + kind + "-" for kind in _KINDS),
        *("eaaa", "eqaa"),
    ),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[7:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "SQUARE_ACCESS_TOKEN=EA" + "AAE" + _BODY + _BODY[:19],
        "'sq0" + "atp-" + _BODY[:22] + "'",
        "sandbox-sq0" + "csp-" + _BODY + "_-Z",
        "refresh EQ" + "AAE" + _BODY + _BODY[:19],
    ),
    misses=(
        "sq0idp-" + _BODY[:22],
        "sq0atp-short",
        "EAAA" + "A" * 60,
        "EAAAshort",
        "sq0csp-" + "x" * 43,
    ),
    source="https://developer.squareup.com/docs/build-basics/access-tokens (2026-11-24)",
)
