"""Access tokens of Gitea, Forgejo, Gogs, Codeberg: forty hexadecimal digits behind their name."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["GITEA_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

GITEA_TOKEN = Detector(
    name="gitea_token",
    entity="GITEA_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"(?:gitea|forgejo|gogs|codeberg)[A-Za-z_. -]{0,24}?(?:token|secret|password|key)",
        r"(?<![_-])(?:gt[orp]_[A-Za-z0-9]{40,60}|[0-9a-f]{40})(?![A-Za-z0-9_-])",
        distance=16,
    ),
    triggers=("gitea", "forgejo", "gogs", "codeberg"),
    validate=lambda text: len(set(text)) > 7,
    key_pattern=KEY_START + r"(?:gitea|forgejo|gogs|codeberg)[A-Za-z_.-]{0,24}(?:token|secret|key)",
    key_triggers=("gitea", "forgejo", "gogs", "codeberg"),
    validate_key_value=lambda text: re.fullmatch("[0-9a-f]{40}", text) is not None,
    priority=100,
    hits=(
        "GITEA_TOKEN=" + _HEX + _HEX[:8],
        'forgejo_api_token: "' + _HEX[8:] + _HEX[:16] + '"',
        "codeberg access token is " + _HEX + _HEX[4:12],
    ),
    misses=("gitea commit " + _HEX + _HEX[:8], "GITEA_TOKEN=your_token", "gogs key: none"),
    key_hits=(("GITEA_TOKEN", _HEX + _HEX[:8]), ("forgejo.apiToken", _HEX[8:] + _HEX[:16])),
    key_misses=(("GITEA_TOKEN", "none"), ("gitea_commit", _HEX + _HEX[:8])),
    source="https://docs.gitea.com/development/api-usage#authentication (2026-11-24)",
)
