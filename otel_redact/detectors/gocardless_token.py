"""GoCardless access tokens: ``live_…`` and ``sandbox_…`` behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["GOCARDLESS_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_VALUE = r"(?:live|sandbox)_[A-Za-z0-9_-]{40}"

GOCARDLESS_TOKEN = Detector(
    name="gocardless_token",
    entity="GOCARDLESS_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"go[_-]?cardless[A-Za-z_. -]{0,20}?",
        _VALUE + r"(?![A-Za-z0-9_-])",
        distance=12,
    ),
    triggers=("gocardless", "go_cardless", "go-cardless"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    key_pattern=KEY_START + r"go[_-]?cardless[A-Za-z_.-]{0,20}",
    key_triggers=("gocardless", "go_cardless", "go-cardless"),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "GOCARDLESS_ACCESS_TOKEN=li" + "ve_" + _BODY,
        'gocardless_token: "sand' + "box_" + _BODY[::-1] + '"',
        "gocardlessToken = 'li" + "ve_" + _BODY[:30] + "-_" + _BODY[:8] + "'",
    ),
    misses=("GOCARDLESS_TOKEN=live_token", "gocardless live_" + "x" * 40, "live_" + _BODY),
    key_hits=(
        ("GOCARDLESS_TOKEN", "li" + "ve_" + _BODY),
        ("gocardless.accessToken", "sand" + "box_" + _BODY),
    ),
    key_misses=(("GOCARDLESS_TOKEN", "none"), ("gocardless_mandate", _BODY)),
    source="https://developer.gocardless.com/getting-started/api/making-your-first-request "
    "(2026-11-24)",
)
