"""Contentful tokens: ``CFPAT-…``, and delivery and preview tokens behind its name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["CONTENTFUL_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

CONTENTFUL_TOKEN = Detector(
    name="contentful_token",
    entity="CONTENTFUL_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>CFPAT-[A-Za-z0-9_-]{32,}+)|"
        + near(
            r"contentful[A-Za-z_. -]{0,32}?(?:token|key)",
            r"(?<![_-])[A-Za-z0-9_=-]{43}(?![A-Za-z0-9_=-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("cfpat-", "contentful"),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    key_pattern=KEY_START + r"contentful[A-Za-z_.-]{0,32}(?:token|key)",
    key_triggers=("contentful",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[A-Za-z0-9_=-]{43}", text) is not None and looks_issued(text)
    ),
    priority=100,
    hits=(
        "CONTENTFUL_MANAGEMENT_TOKEN=CFP" + "AT-" + _BODY + "abc",
        "'CFP" + "AT-" + _BODY[:20] + "-_" + _BODY[:21] + "'",
        "contentful_delivery_api_token: " + _BODY + "-_Z",
    ),
    misses=(
        "CFPAT-short",
        "CFPAT-" + "x" * 43,
        "CONTENTFUL_TOKEN=your-contentful-delivery-api-token-goes-here",
    ),
    key_hits=(("CONTENTFUL_TOKEN", _BODY + "-_Z"), ("contentful.previewToken", _BODY + "-_Z")),
    key_misses=(("CONTENTFUL_TOKEN", "none"), ("contentful_page", _BODY + "-_Z")),
    source="https://www.contentful.com/developers/docs/references/authentication (2026-11-24)",
)
