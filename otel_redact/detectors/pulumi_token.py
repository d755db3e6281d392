"""Pulumi access tokens: ``pul-`` and forty hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["PULUMI_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

PULUMI_TOKEN = Detector(
    name="pulumi_token",
    entity="PULUMI_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pul-[0-9a-f]{40}(?![A-Za-z0-9])",
    triggers=("pul-",),
    starts_word=True,
    validate=lambda text: len(set(text)) > 8,
    priority=100,
    hits=(
        "PULUMI_ACCESS_TOKEN=pul" + "-" + _HEX + _HEX[:8],
        "'pul" + "-" + _HEX[4:] + _HEX[:12] + "'",
        "pulumi login with pul" + "-" + _HEX + _HEX[4:12],
    ),
    misses=(
        "pul-0a1b2c3d",
        "pul-0000000000000000000000000000000000000000",
        "im" + "pul-" + _HEX + _HEX[:8],
    ),
    source="https://www.pulumi.com/docs/administration/access-identity/access-tokens (2026-11-24)",
)
