"""API keys of RubyGems.org: ``rubygems_`` and hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["RUBYGEMS_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

RUBYGEMS_API_KEY = Detector(
    name="rubygems_api_key",
    entity="RUBYGEMS_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])rubygems_[0-9a-f]{32,64}+(?![A-Za-z0-9_])",
    triggers=("rubygems_",),
    starts_word=True,
    validate=lambda text: len(set(text[9:])) > 5,
    priority=100,
    hits=(
        ":rubygems_api_key: ruby" + "gems_" + _HEX + _HEX[:16],
        "'ruby" + "gems_" + _HEX[:16] + _HEX + "'",
        "GEM_HOST_API_KEY is ruby" + "gems_" + _HEX + _HEX[8:24],
    ),
    misses=(
        "rubygems_api_key",
        "rubygems_0000000000000000000000000000000000000000000000000",
        "rubygems_version_3_4_10",
    ),
    source="https://guides.rubygems.org/api-key-scopes (2026-11-24)",
)
