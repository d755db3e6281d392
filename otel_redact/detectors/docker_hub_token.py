"""Docker Hub access tokens: ``dckr_pat_ dckr_oat_``, and older UUIDs behind Docker's name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["DOCKER_HUB_TOKEN"]

_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"
_OLD = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

DOCKER_HUB_TOKEN = Detector(
    name="docker_hub_token",
    entity="DOCKER_HUB_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>dckr_[po]at_[A-Za-z0-9_-]{16,}+)|"
        + near(
            r"docker(?:[ _-]?hub)?[A-Za-z_. -]{0,16}?(?:token|password|key|secret)",
            r"(?<![_-])" + _OLD + r"(?![A-Za-z0-9-])",
            distance=16,
        )
        + ")"
    ),
    triggers=("dckr_", "docker"),
    validate=has_digit_or_upper,
    key_pattern=KEY_START + r"docker[A-Za-z_.-]{0,20}(?:token|password|key|secret)",
    key_triggers=("docker",),
    validate_key_value=lambda text: (
        re.fullmatch(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", text) is not None
    ),
    priority=100,
    hits=(
        "docker login -u me -p dck" + "r_pat_q7Zt2Lk9Xw4Bv8Nc1Rm6Yp3Hd5J",
        "'dck" + "r_oat_q7Zt2Lk9Xw4Bv8Nc1Rm6Yp3Hd5Js0Gf2'",
        "DOCKERHUB_TOKEN: " + _UUID,
    ),
    misses=(
        "dckr_pat_short",
        "dckr_pat_your_access_token_here",
        "docker image " + _UUID,
        "docker password: changed",
    ),
    key_hits=(("DOCKERHUB_TOKEN", _UUID), ("docker.hubToken", _UUID)),
    key_misses=(("DOCKERHUB_TOKEN", "none"), ("docker_page", _UUID)),
    source="https://docs.docker.com/security/access-tokens (2026-11-24)",
)
