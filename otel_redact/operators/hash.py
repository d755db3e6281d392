"""A found piece becomes a token that is the same wherever the same piece is found."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import Final

__all__ = ["HashOperator"]

_PROCESS_KEY = os.urandom(32)
_HEX_DIGITS = 12


class HashOperator:
    """Replace a piece by ``[ENTITY:…]`` with 12 hex digits of its keyed HMAC-SHA256.

    Two equal texts have equal tokens under one key; without the key a token cannot be searched for
    by trying out texts.

    Args:
        key: the secret; text is taken as UTF-8. ``None`` or empty: a random key of this process,
            so tokens compare within one run only.

    Source: https://www.rfc-editor.org/rfc/rfc2104 (2026-11-23).
    """

    name: Final = "hash"

    def __init__(self, key: str | bytes | None = None) -> None:
        """Keep the key; ``repr`` does not show it."""
        self._key = key.encode() if isinstance(key, str) else key or b""
        if not self._key:
            self._key = _PROCESS_KEY

    def __call__(self, text: str, entity: str) -> str:
        """Return ``[entity:token]``."""
        data = text.encode("utf-8", "surrogatepass")
        token = hmac.new(self._key, data, hashlib.sha256).hexdigest()[:_HEX_DIGITS]
        return f"[{entity}:{token}]"

    def __repr__(self) -> str:
        """Show that there is a key, not which."""
        return "HashOperator(key=…)"
