"""LaunchDarkly keys: ``sdk-``, ``mob-`` and ``api-`` before a UUID."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["LAUNCHDARKLY_KEY"]

_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

LAUNCHDARKLY_KEY = Detector(
    name="launchdarkly_key",
    entity="LAUNCHDARKLY_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:sdk|mob|api)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9-])"
    ),
    triggers=("sdk-", "mob-", "api-"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 8,
    priority=100,
    hits=(
        "LAUNCHDARKLY_SDK_KEY=sd" + "k-" + _UUID,
        "'mo" + "b-" + _UUID + "'",
        "Authorization: ap" + "i-" + _UUID,
    ),
    misses=("sdk-short", "sdk-00000000-0000-0000-0000-000000000000", "rest-api" + _UUID),
    source="https://launchdarkly.com/docs/home/account/api (2026-11-24)",
)
