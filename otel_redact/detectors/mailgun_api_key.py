"""Mailgun keys: ``key-…``, ``pubkey-…``, and newer ones and signing keys behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["MAILGUN_API_KEY"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_NEW = r"[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"

MAILGUN_API_KEY = Detector(
    name="mailgun_api_key",
    entity="MAILGUN_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9_-])(?P<value>(?:pub)?key-[0-9a-z]{32}|"
        rf"{_NEW})(?![A-Za-z0-9_-])"
        r"|"
        + near(
            r"mailgun[A-Za-z_. -]{0,24}?(?:key|token|secret|password)",
            rf"(?<![_-])(?:{_NEW}|[0-9a-f]{{32}})(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(
        *(Trigger(one, then=one + "[a-z0]{32}") for one in ("key-", "pubkey-")),
        Trigger(pattern="-[a-f0]{8}-[a-f0]{8}[^a-z0_-]", before=32, run="0123456789abcdef"),
        "mailgun",
    ),
    validate=lambda text: len(set(text)) > 11 and looks_issued(text),
    key_pattern=KEY_START + r"mailgun[A-Za-z_.-]{0,24}(?:key|token|secret)",
    key_triggers=("mailgun",),
    validate_key_value=lambda text: re.fullmatch(rf"{_NEW}|[0-9a-f]{{32}}", text) is not None,
    priority=100,
    hits=(
        "curl --user 'api:ke" + "y-" + _LOWER[:32] + "'",
        "'pubke" + "y-" + _HEX + "'",
        "MAILGUN_API_KEY=" + _HEX + "-0a1b2c3d-4e5f6071",
        "the key " + _HEX[::-1] + "-0a1b2c3d-4e5f6071 is old",
        "mailgun_signing_key: " + _HEX,
    ),
    misses=(
        "key-" + "0" * 32,
        "build " + _HEX + "-0a1b2c3d-4e5f6071-x",
        "primary-key-" + _HEX,
        "mailgun message " + _HEX,
        "MAILGUN_API_KEY=your-api-key",
    ),
    key_hits=(("MAILGUN_API_KEY", _HEX + "-0a1b2c3d-4e5f6071"), ("mailgun.signingKey", _HEX)),
    key_misses=(("MAILGUN_API_KEY", "none"), ("mailgun_domain", _HEX)),
    source="https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt (2026-11-24)",
)
