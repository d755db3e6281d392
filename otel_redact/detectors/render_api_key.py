"""Render API keys: ``rnd_`` and 28 or more letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["RENDER_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "rn" + "d_" + _BODY[:28]

RENDER_API_KEY = Detector(
    name="render_api_key",
    entity="RENDER_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])rnd_[A-Za-z0-9]{24,}+",
    triggers=("rnd_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "RENDER_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=(
        "rnd_your_api_key_here",
        "rnd_generator_state_of_the_world",
        "rnd_" + "x" * 32,
        "rnd_" + _BODY[:10],
    ),
    source="https://api-docs.render.com/reference/authentication (2026-11-24)",
)
