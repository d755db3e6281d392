"""Netlify access tokens: ``nfp_…`` and its siblings, older ones behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["NETLIFY_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_KINDS = ("p", "c", "o", "u", "b")

NETLIFY_TOKEN = Detector(
    name="netlify_token",
    entity="NETLIFY_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>nf[pcoub]_[A-Za-z0-9]{30,}+)|"
        + near(
            r"netlify[A-Za-z_. -]{0,20}?(?:token|key|secret)",
            r"(?<![_-])[A-Za-z0-9_-]{40,46}(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(
        *(Trigger(f"nf{kind}_", then=f"nf{kind}_[a-z0]{{30}}") for kind in _KINDS),
        "netlify",
    ),
    validate=lambda text: looks_issued(text[4:]) and len(set(text)) > 9,
    key_pattern=KEY_START + r"netlify[A-Za-z_.-]{0,20}(?:token|key|secret)",
    key_triggers=("netlify",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9_-]{40,46}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "NETLIFY_AUTH_TOKEN=nfp" + "_" + _BODY[:36],
        "'nfc" + "_" + _BODY[:36] + "'",
        "netlify_token: " + _BODY + "-_Z",
    ),
    misses=(
        "nfp_short",
        "nfp_" + "x" * 36,
        "netlify key: your-netlify-personal-access-token-goes-here",
        "conf" + "p_" + _BODY,
    ),
    key_hits=(("NETLIFY_AUTH_TOKEN", _BODY + "-_Z"), ("netlify.accessToken", _BODY + "-_Z")),
    key_misses=(("NETLIFY_AUTH_TOKEN", "none"), ("netlify_page", _BODY + "-_Z")),
    source="https://docs.netlify.com/api/get-started/#authentication (2026-11-24)",
)
