"""Ethereum private keys: 32 bytes in hexadecimal behind the words for one."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START, WORD_START
from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group

__all__ = ["ETHEREUM_PRIVATE_KEY"]

_KEY = "4c0883a69102937d6231471b5dbb6204" + "fe5129617082792ae468d01a3f362318"
_HEX = frozenset("0123456789abcdefABCDEF")
_DIGITS = 64
_FEWEST_DIGITS = 6


def _is_private_key(text: str) -> bool:
    digits = text.removeprefix("0x")
    return len(digits) == _DIGITS and _HEX.issuperset(digits) and len(set(digits)) >= _FEWEST_DIGITS


# Transactions and hashes look the same, so a word must say what it is.
ETHEREUM_PRIVATE_KEY = Detector(
    name="ethereum_private_key",
    entity="ETHEREUM_PRIVATE_KEY",
    group=Group.CRYPTO,
    pattern=WORD_START
    + near(r"priv(?:ate)?[ _-]?keys?", r"0x[0-9A-Fa-f]{64}+(?![A-Za-z0-9])", distance=32),
    triggers=tuple(
        word + sign + "key" for word in ("private", "priv") for sign in ("", " ", "_", "-")
    ),
    key_pattern=KEY_START + r"(?:priv(?:ate)?[_-]?keys?|(?:wallet|deployer|signer|owner)[_-]?key)",
    key_triggers=(
        *(word + sign + "key" for word in ("private", "priv") for sign in ("", "_", "-")),
        *(
            word + sign + "key"
            for word in ("wallet", "deployer", "signer", "owner")
            for sign in ("", "_", "-")
        ),
    ),
    validate=_is_private_key,
    validate_key_value=_is_private_key,
    priority=60,
    hits=(
        "private key: 0x" + _KEY,
        "PRIVATE_KEY=0x" + _KEY + "\n",
        "my wallet's private key is this one: 0x" + _KEY + ".",
        '"privateKey": "0x' + _KEY + '"',
    ),
    misses=(
        "transaction 0x" + _KEY,
        "private key: 0x" + "0" * 64,
        "private key id 0x" + _KEY[:40],
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    key_hits=(("privateKey", "0x" + _KEY), ("deployer_key", _KEY), ("wallet.priv_key", _KEY)),
    key_misses=(("private_key_hash", "0x" + _KEY), ("privateKey", "0x" + "0" * 64), ("key", _KEY)),
    source="https://ethereum.org/en/developers/docs/accounts/ (2026-11-24)",
)
