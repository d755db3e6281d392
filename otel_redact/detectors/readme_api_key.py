"""ReadMe API keys: ``rdme_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["README_API_KEY"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

README_API_KEY = Detector(
    name="readme_api_key",
    entity="README_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])rdme_[A-Za-z0-9]{60,}+",
    triggers=("rdme_",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[5:]) and len(set(text)) > 10,
    priority=100,
    hits=(
        "README_API_KEY=rdm" + "e_" + _LOWER + _LOWER[:30],
        "rdme openapi --key=rdm" + "e_" + _LOWER[8:] + _LOWER[:38],
        "'rdm" + "e_" + _LOWER[:30] + _LOWER + "'",
    ),
    misses=("rdme_short", "hardme_" + _LOWER * 2, "rdme_" + "x" * 70),
    source="https://docs.readme.com/main/reference/intro-authentication (2026-11-24)",
)
