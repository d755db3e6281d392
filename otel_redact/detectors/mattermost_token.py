"""Mattermost access tokens behind its name, and the key of incoming webhooks."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["MATTERMOST_TOKEN"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_VALUE = r"[a-z0-9]{26}"

MATTERMOST_TOKEN = Detector(
    name="mattermost_token",
    entity="MATTERMOST_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"mattermost[A-Za-z_. -]{0,20}?(?:token|key|secret|password|hooks/?)",
        r"(?<![_-])" + _VALUE + r"(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("mattermost",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START + r"mattermost[A-Za-z_.-]{0,20}(?:token|key|secret)",
    key_triggers=("mattermost",),
    validate_key_value=lambda text: re.fullmatch(_VALUE, text) is not None and looks_issued(text),
    priority=100,
    hits=(
        "MATTERMOST_TOKEN=" + _LOWER[:26],
        'mattermost_access_token: "' + _LOWER[4:30] + '"',
        "mattermost hooks/" + _LOWER[:26],
    ),
    misses=(
        "MATTERMOST_TOKEN=your_token",
        "mattermost post " + _LOWER[:26],
        "mattermost key: none",
    ),
    key_hits=(("MATTERMOST_TOKEN", _LOWER[:26]), ("mattermost.apiKey", _LOWER[4:30])),
    key_misses=(("MATTERMOST_TOKEN", "none"), ("mattermost_post", _LOWER[:26])),
    source="https://developers.mattermost.com/integrate/reference/personal-access-token "
    "(2026-11-24)",
)
