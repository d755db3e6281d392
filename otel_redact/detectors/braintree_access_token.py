"""Braintree access tokens (``access_token$production$…``), and private keys behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["BRAINTREE_ACCESS_TOKEN"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

BRAINTREE_ACCESS_TOKEN = Detector(
    name="braintree_access_token",
    entity="BRAINTREE_ACCESS_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>access_token\$(?:production|sandbox|development|qa)"
        r"\$[0-9a-z]{12,20}\$[0-9a-f]{32})"
        r"|"
        + near(
            r"braintree[A-Za-z_. -]{0,20}?(?:key|secret|token)",
            r"(?<![_-])[0-9a-f]{32}(?![A-Za-z0-9_-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("access_token$", "braintree"),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"braintree[A-Za-z_.-]{0,20}(?:key|secret|token)",
    key_triggers=("braintree",),
    validate_key_value=lambda text: re.fullmatch(r"[0-9a-f]{32}", text) is not None,
    priority=100,
    hits=(
        "access_to" + "ken$production$" + _LOWER[:16] + "$" + _HEX,
        "'access_to" + "ken$sandbox$" + _LOWER[8:24] + "$" + _HEX + "'",
        "BRAINTREE_PRIVATE_KEY=" + _HEX,
    ),
    misses=(
        "access_token$production",
        "braintree_merchant_id=" + _LOWER[:16],
        "$access_token$nothing$here",
    ),
    key_hits=(("BRAINTREE_PRIVATE_KEY", _HEX), ("braintree.publicKey", _HEX)),
    key_misses=(("BRAINTREE_PRIVATE_KEY", "none"), ("braintree_page", _HEX)),
    source="https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens "
    "(2026-11-24)",
)
