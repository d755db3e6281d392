"""E2B API keys ``e2b_…`` and access tokens ``sk_e2b_…``: 40 hexadecimal digits."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["E2B_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "e2" + "b_" + _HEX + _HEX[:8]
_OTHER = "sk" + "_e2" + "b_" + _HEX + _HEX[:8]

E2B_API_KEY = Detector(
    name="e2b_api_key",
    entity="E2B_API_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:sk_)?e2b_[0-9a-f]{32,}+(?![A-Za-z0-9])",
    triggers=("e0b_", "sk_e0b_"),
    starts_word=True,
    validate=lambda text: len(set(text[4:])) > 7,
    priority=100,
    hits=(
        "E2B_API_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("e2b_code_interpreter_template", "e2b_" + "0" * 40, "e2b_" + _HEX[:20]),
    source="https://e2b.dev/docs/api-key (2026-11-24)",
)
