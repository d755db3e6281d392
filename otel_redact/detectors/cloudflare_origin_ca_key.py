"""Cloudflare origin CA keys: ``v1.0-``, 24 and 146 hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["CLOUDFLARE_ORIGIN_CA_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "v1" + ".0-" + _HEX[:24] + "-" + (_HEX * 5)[:146]

CLOUDFLARE_ORIGIN_CA_KEY = Detector(
    name="cloudflare_origin_ca_key",
    entity="CLOUDFLARE_ORIGIN_CA_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])v1\.0-[0-9a-f]{24}-[0-9a-f]{100,160}+",
    triggers=("v0.0-",),
    starts_word=True,
    priority=100,
    hits=(
        "CLOUDFLARE_ORIGIN_CA_KEY=" + _KEY,
        "X-Auth-User-Service-Key: " + _KEY,
        "use " + _KEY + ", please",
    ),
    misses=("v1.0-beta", "v1.0-" + _HEX[:24], "v1.0-" + _HEX[:24] + "-" + _HEX),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys (2026-11-24)",
)
