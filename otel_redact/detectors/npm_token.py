"""Access tokens of the npm registry: ``npm_…``, and what ``.npmrc`` files had before."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["NPM_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

NPM_TOKEN = Detector(
    name="npm_token",
    entity="NPM_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>npm_[A-Za-z0-9]{24,}+)"
        r"|_authToken[\"']?[ ]?[=:][ ]?[\"']?"
        r"(?P<value>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))"
    ),
    triggers=("npm_", "_authtoken"),
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 9,
    priority=100,
    hits=(
        "//registry.npmjs.org/:_authToken=npm" + "_" + _BODY[:36],
        "NPM_TOKEN is 'npm" + "_" + _BODY[:36] + "'",
        "//registry.npmjs.org/:_authToken=" + _UUID,
    ),
    misses=(
        "npm_config_registry_and_proxy_settings",
        "//registry.npmjs.org/:_authToken=${NPM_TOKEN}",
        "npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "npm_lifecycle_event",
    ),
    source="https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format and "
    "https://docs.npmjs.com/cli/configuring-npm/npmrc (2026-11-24)",
)
