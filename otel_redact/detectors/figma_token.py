"""Figma tokens: personal ``figd_``, OAuth ``figo_ figu_ figor_ figur_``, older ones by name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["FIGMA_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_KINDS = ("d", "o", "u", "r", "or", "ur", "oh", "uh", "dr", "dh")

FIGMA_TOKEN = Detector(
    name="figma_token",
    entity="FIGMA_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?:(?<![A-Za-z0-9])(?P<value>fig(?:{'|'.join(_KINDS)})_[A-Za-z0-9_-]{{20,}}+)|"
        + near(
            r"figma[A-Za-z_. -]{0,20}?(?:token|key|secret)",
            r"(?<![_-])[0-9]{4,7}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9-])",
            distance=16,
        )
        + ")"
    ),
    triggers=(*("fig" + kind + "_" for kind in _KINDS), "figma"),
    validate=lambda text: has_digit_or_upper(text[5:]) and len(set(text)) > 9,
    key_pattern=KEY_START + r"figma[A-Za-z_.-]{0,20}(?:token|key|secret)",
    key_triggers=("figma",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[0-9]{4,7}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", text) is not None
    ),
    priority=100,
    hits=(
        "X-FIGMA-TOKEN: fig" + "d_" + _BODY,
        "'fig" + "u_" + _BODY[:20] + "-" + _BODY[:19] + "'",
        "FIGMA_TOKEN=12345-" + _UUID,
    ),
    misses=(
        "figd_short",
        "fig_caption_of_the_third_figure",
        "figd_" + "x" * 40,
        "figma file " + _UUID,
    ),
    key_hits=(("FIGMA_TOKEN", "12345-" + _UUID), ("figma.accessToken", "12345-" + _UUID)),
    key_misses=(("FIGMA_TOKEN", "none"), ("figma_page", "12345-" + _UUID)),
    source="https://developers.figma.com/docs/rest-api/authentication (2026-11-24)",
)
