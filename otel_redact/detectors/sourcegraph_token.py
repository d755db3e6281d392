"""Sourcegraph access tokens: ``sgp_…``, ``sgd_…``, ``slk_…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["SOURCEGRAPH_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

SOURCEGRAPH_TOKEN = Detector(
    name="sourcegraph_token",
    entity="SOURCEGRAPH_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}|(?:sgd|sgs|slk)_[0-9a-f]{40,64})"
        r"(?![A-Za-z0-9_])"
    ),
    triggers=("sgp_", "sgd_", "sgs_", "slk_"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 9,
    priority=100,
    hits=(
        "SRC_ACCESS_TOKEN=sg" + "p_" + _HEX + _HEX[:8],
        "'sg" + "p_" + _HEX[:16] + "_" + _HEX + _HEX[:8] + "'",
        "token sg" + "p_local_" + _HEX[8:] + _HEX[:16],
        "license sl" + "k_" + _HEX * 2,
    ),
    misses=("sgp_short", "sgp_" + "0" * 40, "msgp_" + _HEX + _HEX[:8]),
    source="https://sourcegraph.com/docs/cli/how-tos/creating-an-access-token (2026-11-24)",
)
