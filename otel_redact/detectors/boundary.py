"""Pieces of pattern source that say where a word or a key part begins; used by detectors."""

from __future__ import annotations

__all__ = ["KEY_START", "WORD_START"]

WORD_START = r"(?:(?<![A-Za-z0-9])|(?<=[a-z0-9])(?=[A-Z]))"
"""In text: not inside a word; ``_``, ``-``, ``.`` and a camelCase hump do start one."""

KEY_START = r"(?:[^\n]*(?:[^A-Za-z0-9\n]|(?-i:(?<=[a-z0-9])(?=[A-Z]))))?"
"""In a key: any path before the part, as in ``db.password``, ``x-api-key``, ``userPassword``."""
