"""HashiCorp Vault unseal and recovery keys: base64 or hex behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["VAULT_UNSEAL_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4UoXb7"

VAULT_UNSEAL_KEY = Detector(
    name="vault_unseal_key",
    entity="VAULT_UNSEAL_KEY",
    group=Group.SECRETS,
    pattern=near(
        r"(?:unseal|recovery)[_ -]?keys?",
        r"(?:[0-9a-f]{64}(?:[0-9a-f]{2})?(?![A-Za-z0-9+/=_-])|[A-Za-z0-9+/]{43,44}={0,2}(?![A-Za-z0-9+/=_-]))",
        distance=14,
    ),
    triggers=tuple(
        word + sign + "key" for word in ("unseal", "recovery") for sign in ("", " ", "_", "-")
    ),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    key_pattern=KEY_START
    + r"(?:unseal|recovery)[_-]?keys?(?:[_-]?(?:b64|base64|hex))?(?:[_-]?[0-9]{1,2})?",
    key_triggers=("unseal", "recovery"),
    validate_key_value=lambda text: len(text) >= 32 and " " not in text and looks_issued(text),
    priority=100,
    hits=(
        "Unseal Key 1: " + _KEY + "a",
        "Recovery Key 3: " + _KEY + "=",
        'unseal_key="' + _HEX * 2 + '"',
    ),
    misses=(
        "Unseal Key (will be hidden):",
        "Unseal Keys: 5, threshold 3",
        "unseal key fingerprint " + _HEX,
        "recovery_key: " + "x" * 44,
    ),
    key_hits=(
        ("unseal_keys_b64", _KEY + "="),
        ("recovery_key", _HEX * 2),
        ("unsealKey", _KEY + "="),
    ),
    key_misses=(("unseal_keys_b64", "none"), ("unseal_threshold", _KEY + "=")),
    source="https://developer.hashicorp.com/vault/docs/concepts/seal (2026-11-24)",
)
