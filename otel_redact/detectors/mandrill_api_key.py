"""Mandrill (Mailchimp Transactional) API keys, behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["MANDRILL_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_VALUE = r"(?:md-)?[A-Za-z0-9_-]{22}"

MANDRILL_API_KEY = Detector(
    name="mandrill_api_key",
    entity="MANDRILL_API_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"(?:mandrill|mailchimp[ _-]?transactional)[A-Za-z_. -]{0,20}?(?:key|password|token)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("mandrill", "mailchimp"),
    validate=looks_issued,
    key_pattern=KEY_START + r"mandrill[A-Za-z_.-]{0,20}(?:key|password|token)",
    key_triggers=("mandrill",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "MANDRILL_API_KEY=md" + "-" + _BODY[:22],
        "mandrill key: '" + _BODY[:22] + "'",
        "mailchimp_transactional_api_key = " + _BODY[4:26],
    ),
    misses=(
        "MANDRILL_API_KEY=your_mandrill_api_key_",
        "mandrill message " + _BODY[:22],
        "mandrill key: none",
    ),
    key_hits=(("MANDRILL_API_KEY", _BODY[:22]), ("mandrill.apiKey", "md" + "-" + _BODY[:22])),
    key_misses=(("MANDRILL_API_KEY", "none"), ("mandrill_id", _BODY[:22])),
    source="https://mailchimp.com/developer/transactional/guides/quick-start (2026-11-24)",
)
