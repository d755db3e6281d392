"""WooCommerce REST API keys: ``ck_`` and ``cs_`` and forty hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["WOOCOMMERCE_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

WOOCOMMERCE_KEY = Detector(
    name="woocommerce_key",
    entity="WOOCOMMERCE_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])c[ks]_[0-9a-f]{40}(?![A-Za-z0-9_])",
    triggers=tuple(Trigger(kind, then=kind + "[a-f0]{40}") for kind in ("ck_", "cs_")),
    starts_word=True,
    validate=lambda text: len(set(text)) > 8,
    priority=100,
    hits=(
        "consumer_key=c" + "k_" + _HEX + _HEX[:8],
        "'c" + "s_" + _HEX[8:] + _HEX[:16] + "'",
        "basic c" + "k_" + _HEX + _HEX[4:12],
    ),
    misses=("ck_short", "cs_" + "0" * 40, "check_" + _HEX + _HEX[:8]),
    source="https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication (2026-11-24)",
)
