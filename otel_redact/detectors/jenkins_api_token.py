"""Jenkins API tokens: ``11`` and 32 hexadecimal digits behind its name, and crumbs."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["JENKINS_API_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

JENKINS_API_TOKEN = Detector(
    name="jenkins_api_token",
    entity="JENKINS_API_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"jenkins[A-Za-z_. -]{0,24}?(?:token|key|password|crumb)",
        r"(?<![_-])(?:11[0-9a-f]{32}|[0-9a-f]{64}|[0-9a-f]{32})(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("jenkins",),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"jenkins[A-Za-z_.-]{0,24}(?:token|key|password|crumb)",
    key_triggers=("jenkins",),
    validate_key_value=lambda text: (
        re.fullmatch("(?:11)?[0-9a-f]{32}|[0-9a-f]{64}", text) is not None
    ),
    priority=100,
    hits=(
        "JENKINS_API_TOKEN=11" + _HEX,
        'jenkins_token: "' + _HEX + '"',
        "Jenkins-Crumb: " + _HEX * 2,
    ),
    misses=("jenkins build " + _HEX, "JENKINS_API_TOKEN=your_token", "jenkins key: none"),
    key_hits=(("JENKINS_API_TOKEN", "11" + _HEX), ("jenkins.token", _HEX)),
    key_misses=(("JENKINS_API_TOKEN", "none"), ("jenkins_build", _HEX)),
    source="https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients "
    "(2026-11-24)",
)
