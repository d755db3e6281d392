"""Datadog application keys and access tokens: ``ddapp_ ddpat_ ddsat_``, or 40 behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["DATADOG_APPLICATION_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_NAME = (
    r"(?:datadog[A-Za-z0-9_. -]{0,24}?(?:key|token|secret)"
    r"|(?<![A-Za-z0-9])dd[_-]?app(?:lication)?[_-]?key)"
)

DATADOG_APPLICATION_KEY = Detector(
    name="datadog_application_key",
    entity="DATADOG_APPLICATION_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9_])(?P<value>dd(?:app|pat|sat)_[A-Za-z0-9_]{20,}+)|"
        + near(_NAME, r"(?<![_-])[0-9A-Za-z]{40}(?![A-Za-z0-9_-])", distance=14)
        + ")"
    ),
    triggers=("ddapp", "ddpat_", "ddsat_", "datadog", "dd_app", "dd-app"),
    validate=lambda text: looks_issued(text.removeprefix("ddapp_")),
    key_pattern=KEY_START + r"(?:datadog[A-Za-z_.-]{0,24}|dd[_-]?)app(?:lication)?[_-]?key",
    key_triggers=("datadog", "ddapp", "dd_app", "dd-app"),
    validate_key_value=lambda text: len(text) == 40 and text.isalnum() and looks_issued(text),
    priority=100,
    hits=(
        "DD_APP_KEY=" + _HEX + _HEX[:8],
        "DD-APPLICATION-KEY: dda" + "pp_" + _BODY[:34],
        "Authorization: Bearer ddp" + "at_" + _BODY,
        "'dds" + "at_" + _BODY[:34] + "'",
        "datadog.app_key = '" + _HEX[::-1] + _HEX[:8] + "'",
    ),
    misses=(
        "weapon_m4a1_hy_ddpat_urb_light_large",
        "ddapp_message_disk_space_notification",
        "datadog commit da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "DD_APP_KEY=your_application_key_goes_right_here_ok1",
    ),
    key_hits=(("DD_APP_KEY", _HEX + _HEX[:8]), ("datadog_application_key", _HEX + _HEX[:8])),
    key_misses=(("DD_APP_KEY", "prod"), ("app_key", _HEX + _HEX[:8]), ("dd_app_key_id", _HEX)),
    source="https://docs.datadoghq.com/account_management/personal-access-tokens and https://"
    "docs.aws.amazon.com/secretsmanager/latest/userguide/mes-partner-DatadogApplicationKey.html "
    "(2026-11-24)",
)
