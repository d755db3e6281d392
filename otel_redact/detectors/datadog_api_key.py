"""Datadog API keys: 32 hex digits behind their name, as in ``DD_API_KEY``."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["DATADOG_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_NAME = r"(?:datadog[A-Za-z0-9_. -]{0,24}?(?:key|token|secret)|(?<![A-Za-z0-9])dd[_-]?api[_-]?key)"

DATADOG_API_KEY = Detector(
    name="datadog_api_key",
    entity="DATADOG_API_KEY",
    group=Group.SECRETS,
    pattern=near(_NAME, r"(?<![_-])[0-9A-Za-z]{32}(?![A-Za-z0-9_-])", distance=14),
    triggers=("datadog", "ddapi", "dd_api", "dd-api"),
    validate=looks_issued,
    key_pattern=KEY_START + r"(?:datadog[A-Za-z_.-]{0,24}(?:key|token)|dd[_-]?api[_-]?key)",
    key_triggers=("datadog", "ddapi", "dd_api", "dd-api"),
    validate_key_value=lambda text: len(text) == 32 and text.isalnum() and looks_issued(text),
    priority=100,
    hits=(
        "DD_API_KEY=" + _HEX,
        "datadog_api_key: '" + _HEX[::-1] + "'",
        "curl -H 'DD-API-KEY: " + _HEX + "'",
        "my Datadog API key is " + _HEX + ".",
    ),
    misses=(
        "DD_API_KEY=<your key>",
        "datadog trace id " + _HEX,
        "datadog_api_key_id: 3f9a1c52-7b0e-4d68-9c21-e5f04a8b6d17",
        "addApiKey(" + _HEX + ")",
    ),
    key_hits=(("DD_API_KEY", _HEX), ("datadog.apiKey", _HEX)),
    key_misses=(("DD_API_KEY", "prod"), ("datadog_trace", _HEX), ("add_api_key_name", _HEX)),
    source="https://docs.datadoghq.com/account_management/api-app-keys (2026-11-24)",
)
