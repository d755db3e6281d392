"""How much of a value is read; what is larger is replaced. Walkers, gate and probe keep to it."""

from __future__ import annotations

__all__ = ["MAX_JSON_LAYERS", "MAX_NODES", "MAX_TEXT_LENGTH", "LimitError"]

MAX_JSON_LAYERS = 4
"""JSON text inside JSON text: how many layers below the outermost are read."""
MAX_NODES = 500_000
"""Containers, strings and numbers of one value; more is taken for an attack and not walked."""
MAX_TEXT_LENGTH = 4 * 1024 * 1024
"""Code points of one string; a longer one is replaced unread (an OTLP/gRPC receiver takes messages
of 4 MiB by default, so it would not arrive).
Source: https://grpc.io/docs/guides/ "maximum message size", 2026-11-23."""


class LimitError(Exception):
    """A value is larger than what is walked; its message names the limit only."""
