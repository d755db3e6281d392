"""A text in, what it may stand for besides what it says out; the engine searches that too.

The decoders work on each other's output: ``%EF%BC%A0`` is a wide ``@``, and that is an ``@``.
"""

from __future__ import annotations

from collections.abc import Iterator

from otel_redact.decoders.base64 import BASE64
from otel_redact.decoders.decoded import Decoded
from otel_redact.decoders.decoder import Decoder
from otel_redact.decoders.invisible import INVISIBLE
from otel_redact.decoders.json_escape import JSON_ESCAPE
from otel_redact.decoders.percent import PERCENT
from otel_redact.decoders.wide import WIDE

__all__ = ["readings"]

_ESCAPE_LAYERS = 3
_ROUNDS = 2  # so `%2540` and a wide `%40` are read, `%252540` is not
_IN_A_ROUND = (PERCENT, INVISIBLE, WIDE)


def readings(text: str) -> Iterator[Decoded | None]:
    """Yield what a text may stand for, each reading once; None after work that gave none.

    Args:
        text: a leaf's. Takes time linear in its length.
    """
    plain = _rounds(text, None)
    yield plain
    layer: Decoded | None = None
    for _ in range(_ESCAPE_LAYERS):
        below = layer
        layer = _apply(JSON_ESCAPE, text, below)
        yield None
        if layer is below:
            break
    unescaped = _rounds(text, layer) if layer else None
    if unescaped is not None and (plain is None or unescaped.text != plain.text):
        yield unescaped
    seen: set[tuple[str, str | None, tuple[int, int]]] = set()
    for below in (None, plain, unescaped):
        for one in BASE64.decode(below.text if below else text):
            run = one.on(below)
            known = (run.text, run.key, run.span(0, 1))
            if known not in seen:
                seen.add(known)
                yield run


def _rounds(text: str, decoded: Decoded | None) -> Decoded | None:
    """Return a text without percent-encoding, invisible and wide characters.

    Args:
        text: a leaf's.
        decoded: what became of it already.

    Returns:
        ``decoded`` where there are none.
    """
    for _ in range(_ROUNDS):
        before = decoded
        for decoder in _IN_A_ROUND:
            decoded = _apply(decoder, text, decoded)
        if decoded is before:
            break
    return decoded


def _apply(decoder: Decoder, text: str, below: Decoded | None) -> Decoded | None:
    """Return one more step, or ``below`` where the decoder changes nothing."""
    for one in decoder.decode(below.text if below else text):
        return one.on(below)
    return below
