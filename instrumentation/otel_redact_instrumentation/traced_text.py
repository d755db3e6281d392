"""Arguments and results in, the texts of attributes out; `traced_call` asks."""

from __future__ import annotations

import json
from typing import NamedTuple

from otel_redact_instrumentation.traced_value import Encoder

__all__ = ["Encoded", "encode"]


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class Encoded(NamedTuple):
    """One attribute's text; its ``repr`` shows none of it.

    Attributes:
        text: a text as it was, anything else as JSON.
        mime_type: of the text.
        limited: a part of it is ``[redacted]``, because the value is too deep or too large.
    """

    text: str
    mime_type: str
    limited: bool

    def __repr__(self) -> str:
        """Show the length only."""
        return f"Encoded(length={len(self.text)}, mime_type={self.mime_type!r})"


def encode(value: object) -> Encoded:
    """Return what is recorded of a value.

    Args:
        value: anything; see ``Encoder.plain``.

    Raises:
        Exception: whatever a field's own code raises; RecursionError where the stack ends first.
    """
    encoder = Encoder()
    plain = encoder.plain(value)
    if isinstance(plain, str):
        return Encoded(_encodable(plain), "text/plain", encoder.limited)
    text = _json(plain)
    return Encoded(_encodable(text), "application/json", encoder.limited)


def _encodable(text: str) -> str:
    """Replace lone surrogates, which no OTLP message can carry."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode()
