"""WireGuard's private and preshared keys: 32 bytes in base64 behind their name."""

from __future__ import annotations

from otel_redact.detectors.assignment import NAME_END
from otel_redact.detectors.boundary import KEY_START, WORD_START
from otel_redact.types import Detector, Group

__all__ = ["WIREGUARD_PRIVATE_KEY"]

_KEY = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJB" + "gB3fBmk="
_BASE64 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
_LENGTH = 44
_FEWEST_CHARACTERS = 12  # that differ: fillers have few


def _is_key(text: str) -> bool:
    return (
        len(text) == _LENGTH
        and text[-1] == "="
        and _BASE64.issuperset(text[:-1])
        and len(set(text)) >= _FEWEST_CHARACTERS
    )


WIREGUARD_PRIVATE_KEY = Detector(
    name="wireguard_private_key",
    entity="WIREGUARD_PRIVATE_KEY",
    group=Group.SECRETS,
    pattern=(
        rf"{WORD_START}(?i:(?:private|preshared)[_-]?key){NAME_END}"
        r"[ \t]{0,8}[=:][ \t]{0,8}(?:\\{0,3}[\"'])?"
        r"(?P<value>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=])"
    ),
    triggers=tuple(
        word + sign + "key" for word in ("private", "preshared") for sign in ("", "_", "-")
    ),
    key_pattern=KEY_START + r"(?:private|preshared)[_-]?key",
    key_triggers=tuple(
        word + sign + "key" for word in ("private", "preshared") for sign in ("", "_", "-")
    ),
    validate=_is_key,
    validate_key_value=_is_key,
    priority=60,
    hits=(
        "[Interface]\nPrivateKey = " + _KEY + "\nMTU = 1420",
        "PresharedKey=" + _KEY,
        '"private_key": "' + _KEY + '"',
        "preshared-key: " + _KEY,
    ),
    misses=(
        "PublicKey = " + _KEY,
        "PrivateKey = " + _KEY[:40],
        "PresharedKey = " + "a" * 23 + "A" * 19 + "A=",
        "private key: none",
    ),
    key_hits=(("PrivateKey", _KEY), ("wg0.preshared_key", _KEY)),
    key_misses=(("public_key", _KEY), ("PrivateKey", _KEY[:-1]), ("preshared_key_id", _KEY)),
    source="https://man7.org/linux/man-pages/man8/wg.8.html (2026-11-24)",
)
