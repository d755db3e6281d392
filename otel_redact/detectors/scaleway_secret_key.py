"""Scaleway secret keys: a UUID behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.types import Detector, Group

__all__ = ["SCALEWAY_SECRET_KEY"]

_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_NAME = (
    r"(?:scaleway|(?<![A-Za-z])scw(?=[_ .-]|secret))"
    r"[_ .-]?(?:(?:api|secret|auth)[_ .-]?)?(?:key|token|secret)"
)

SCALEWAY_SECRET_KEY = Detector(
    name="scaleway_secret_key",
    entity="SCALEWAY_SECRET_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9_-])"),
    triggers=("scaleway", "scw_", "scw-", "scw.", "scw ", "scwsecret"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("scaleway", "scw_", "scw-", "scw.", "scw ", "scwsecret"),
    validate=lambda text: len(text) == 36 and len(set(text)) > 7,
    validate_key_value=lambda text: len(text) == 36 and len(set(text)) > 7,
    priority=100,
    hits=(
        "SCW_SECRET_KEY=" + _UUID,
        '{"scw_secret_key": "' + _UUID + '"}',
        "the scaleway api key is " + _UUID + ".",
        'os.environ["SCW_SECRET_KEY"] = "' + _UUID + '"',
    ),
    misses=(
        "SCW_SECRET_KEY=your_api_key_here",
        "SCW_SECRET_KEY=" + _UUID[:12],
        "request of scaleway: " + _UUID,
        "SCW_SECRET_KEY = os.environ['SCW_SECRET_KEY']",
    ),
    key_hits=(("SCW_SECRET_KEY", _UUID), ("scalewayApiKey", _UUID)),
    key_misses=(
        ("SCW_SECRET_KEY", "your_api_key_here"),
        ("SCW_SECRET_KEY_name", _UUID),
        ("scaleway.model", _UUID),
    ),
    source="https://www.scaleway.com/en/docs/iam/concepts (2026-11-24)",
)
