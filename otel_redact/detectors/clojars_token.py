"""Clojars deploy tokens: ``CLOJARS_…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["CLOJARS_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

CLOJARS_TOKEN = Detector(
    name="clojars_token",
    entity="CLOJARS_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])CLOJARS_[0-9a-f]{48,}+(?![A-Za-z0-9_])",
    triggers=("clojars_",),
    starts_word=True,
    validate=lambda text: len(set(text[8:])) > 5,
    priority=100,
    hits=(
        ":password CLOJ" + "ARS_" + _HEX + _HEX[:28],
        "'CLOJ" + "ARS_" + _HEX[4:] + _HEX + "'",
        "deploy with CLOJ" + "ARS_" + _HEX + _HEX[4:],
    ),
    misses=("CLOJARS_PASSWORD", "CLOJARS_" + "0" * 60, "CLOJARS_USERNAME_AND_DEPLOY_TOKEN"),
    source="https://github.com/clojars/clojars-web/wiki/Deploy-Tokens (2026-11-24)",
)
