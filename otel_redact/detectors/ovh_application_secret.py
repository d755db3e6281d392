"""OVH application secrets and consumer keys: 32 letters and digits behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["OVH_APPLICATION_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_NAME = (
    r"(?<![A-Za-z])ovh(?:[_ .-]?cloud)?"
    r"[_ .-]?(?:(?:application|app|consumer|api)[_ .-]?)?(?:key|token|secret)"
)

OVH_APPLICATION_SECRET = Detector(
    name="ovh_application_secret",
    entity="OVH_APPLICATION_SECRET",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{32}(?![A-Za-z0-9_-])"),
    triggers=("ovh",),
    key_pattern=KEY_START + _NAME,
    key_triggers=("ovh",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "OVH_APPLICATION_SECRET=" + _BODY,
        '{"ovh_application_secret": "' + _BODY + '"}',
        "the ovh api key is " + _BODY + ".",
        'os.environ["OVH_APPLICATION_SECRET"] = "' + _BODY + '"',
    ),
    misses=(
        "OVH_APPLICATION_SECRET=your_api_key_here",
        "OVH_APPLICATION_SECRET=" + _BODY[:12],
        "request of ovh: " + _BODY,
        "OVH_APPLICATION_SECRET = os.environ['OVH_APPLICATION_SECRET']",
    ),
    key_hits=(("OVH_APPLICATION_SECRET", _BODY), ("ovhApiKey", _BODY)),
    key_misses=(
        ("OVH_APPLICATION_SECRET", "your_api_key_here"),
        ("OVH_APPLICATION_SECRET_name", _BODY),
        ("ovh.model", _BODY),
    ),
    source="https://eu.api.ovh.com (2026-11-24)",
)
