"""Databricks tokens ``dapi…`` and OAuth secrets ``dose…``: 32 hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["DATABRICKS_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "da" + "pi" + _HEX
_OTHER = "da" + "pi" + _HEX + "-2"
_THIRD = "do" + "se" + _HEX

DATABRICKS_TOKEN = Detector(
    name="databricks_token",
    entity="DATABRICKS_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:dapi|dose|dkea)[0-9a-f]{32}(?:-[0-9]{1,2})?(?![A-Za-z0-9])",
    triggers=("dapi", "dose0", *("dose" + letter for letter in "abcdef"), "dkea"),
    starts_word=True,
    validate=lambda text: len(set(text[4:])) > 7,
    priority=100,
    hits=(
        "DATABRICKS_TOKEN=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _THIRD + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("dapi" + "0" * 32, "dapi" + _HEX[:20], "dapiyourtokenhere", "xdapi" + _HEX),
    source="https://docs.databricks.com/dev-tools/auth/pat (2026-11-24)",
)
