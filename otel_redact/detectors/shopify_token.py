"""Shopify access tokens and app secrets: ``shpat_ shpca_ shppa_ shpss_ shptka_`` and siblings."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["SHOPIFY_TOKEN"]

_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KINDS = ("at", "ca", "pa", "ss", "tka", "ua", "rt", "it", "sb")

SHOPIFY_TOKEN = Detector(
    name="shopify_token",
    entity="SHOPIFY_TOKEN",
    group=Group.SECRETS,
    pattern=(
        rf"(?<![A-Za-z0-9])(?:shp(?:{'|'.join(_KINDS)})_[0-9A-Fa-f]{{24,}}+|prtapi_[0-9a-f]{{32}})"
        r"(?![A-Za-z0-9_])"
    ),
    triggers=(*("shp" + kind + "_" for kind in _KINDS), "prtapi_"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 8,
    priority=100,
    hits=(
        "X-Shopify-Access-Token: shp" + "at_" + _HEX,
        "'shp" + "ss_" + _HEX + "'",
        "SHOPIFY_PASSWORD=shp" + "pa_" + _HEX,
        "'shp" + "ca_" + _HEX.upper() + "'",
        "theme --password shp" + "tka_" + _HEX,
    ),
    misses=("shpat_short", "shpat_" + "0" * 32, "shpat_" + _LOWER, "mashpat_" + _HEX),
    source="https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing and "
    "https://shopify.dev/changelog/app-secret-key-length-has-increased (2026-11-24)",
)
