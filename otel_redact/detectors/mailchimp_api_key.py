"""Mailchimp API keys: 32 hexadecimal digits and the data centre, such as ``-us12``."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["MAILCHIMP_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

MAILCHIMP_API_KEY = Detector(
    name="mailchimp_api_key",
    entity="MAILCHIMP_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9_-])[0-9a-f]{32}-us[0-9]{1,2}(?![A-Za-z0-9_-])",
    triggers=(Trigger("-us0", before=32, run="0abcdef"),),
    validate=lambda text: len(set(text[:32])) > 5,
    priority=100,
    hits=(
        "MAILCHIMP_API_KEY=" + _HEX + "-us" + "12",
        "'" + _HEX[::-1] + "-us" + "3'",
        "anystring:" + _HEX[16:] + _HEX[:16] + "-us" + "21",
    ),
    misses=(
        _HEX + "-2",
        _HEX + "-al32",
        _HEX.upper() + "-us2",
        _HEX[:15] + "-us2",
        "0" * 32 + "-us1",
    ),
    source="https://mailchimp.com/developer/marketing/guides/quick-start (2026-11-24)",
)
