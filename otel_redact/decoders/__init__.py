"""Decoders: ways to spell a text so that no trigger shows, each undone; `engines.decoding` asks."""

from __future__ import annotations

from otel_redact.decoders.base64 import BASE64
from otel_redact.decoders.invisible import INVISIBLE
from otel_redact.decoders.json_escape import JSON_ESCAPE
from otel_redact.decoders.percent import PERCENT
from otel_redact.decoders.wide import WIDE

__all__ = ["DECODERS"]

DECODERS = (JSON_ESCAPE, PERCENT, INVISIBLE, WIDE, BASE64)
