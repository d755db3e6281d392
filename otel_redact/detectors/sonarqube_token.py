"""SonarQube and SonarCloud tokens: ``squ_ sqp_ sqa_`` and older ones behind their name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["SONARQUBE_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SONARQUBE_TOKEN = Detector(
    name="sonarqube_token",
    entity="SONARQUBE_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>sq[upab]_[0-9a-f]{40})(?![A-Za-z0-9])|"
        + near(
            r"sonar(?:qube|cloud)?[A-Za-z_. -]{0,20}?(?:token|login|key|secret)",
            r"(?<![_-])[0-9A-Za-z]{40}(?![A-Za-z0-9])",
            distance=16,
        )
        + ")"
    ),
    triggers=(*("sq" + kind + "_" for kind in "upab"), "sonar"),
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 8,
    key_pattern=KEY_START + r"sonar[A-Za-z_.-]{0,20}(?:token|login|key|secret)",
    key_triggers=("sonar",),
    validate_key_value=lambda text: re.fullmatch(r"[0-9a-f]{40}", text) is not None,
    priority=100,
    hits=(
        "SONAR_TOKEN=squ" + "_" + _HEX + _HEX[:8],
        "-Dsonar.token=sqp" + "_" + _HEX[4:] + _HEX[:12],
        "'sqa" + "_" + _HEX[8:] + _HEX[:16] + "'",
        "mvn sonar:sonar -Dsonar.login=" + _HEX + _HEX[:8],
    ),
    misses=(
        "squ_short",
        "squ_" + "0" * 40,
        "sonar.projectKey=my_project",
        "sonar commit " + _HEX + _HEX[:8],
    ),
    key_hits=(("SONAR_TOKEN", _HEX + _HEX[:8]), ("sonar.login", _HEX + _HEX[:8])),
    key_misses=(("SONAR_TOKEN", "none"), ("sonar_page", _HEX + _HEX[:8])),
    source="https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens "
    "(2026-11-24)",
)
