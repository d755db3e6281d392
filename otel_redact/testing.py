"""Spans or OTLP bytes and canaries in, an error or nothing out; called by applications' tests.

The search looks at serialised OTLP, because an in-memory exporter shares its objects with the
application and hides leaks.
"""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from opentelemetry.sdk.trace import ReadableSpan

from otel_redact.errors import ConfigError, LeakError

__all__ = ["Leak", "assert_no_leak", "find_leaks"]

_MAX_JSON_LAYERS = 3
# Shorter pieces of base64 or varint bytes occur by chance in any protobuf message.
_MIN_BASE64_CHARACTERS = 6
_NUMBER_DIGITS = range(6, 20)
_MAX_SHOWN_LEAKS = 5
# AnyValue (opentelemetry/proto/common/v1/common.proto): int_value = 3 (varint), double_value = 4.
_INT_TAG = b"\x18"
_DOUBLE_TAG = b"\x21"
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Where a canary was found. Carries no text.

    Attributes:
        canary: index of the canary in the sequence that was given.
        length: its length in code points.
        form: how it was written: ``"text"``, ``"json x2"``, ``"percent"``, ``"base64"``,
            ``"number"``.
        source: index of the bytes object that has it; 0 for spans.
        offset: of its first byte there.
    """

    canary: int
    length: int
    form: str
    source: int
    offset: int


def assert_no_leak(
    spans_or_bytes: bytes | ReadableSpan | Iterable[bytes | ReadableSpan], canaries: Sequence[str]
) -> None:
    r"""Raise unless no canary occurs in what would go, or went, over the wire.

    Each canary is searched for as UTF-8 text (ASCII letters in any case), escaped by 1-3 layers of
    JSON, percent-encoded, as base64 at each of its three alignments, and, when it is all digits, as
    an OTLP number. Canaries under 5 bytes are not searched for as base64.

    Args:
        spans_or_bytes: decompressed OTLP request bytes, spans, or an iterable of either; spans are
            serialised together by the OTLP encoder first. Nothing in it is changed.
        canaries: the texts that must not be there, at least one.

    Raises:
        LeakError: a canary was found; the message has its index, length, form and offset only.
        ConfigError: the check could never fail: no canary, a blank one, no spans, no bytes, or
            compressed bytes.

    Example:
        >>> assert_no_leak(b"\n\x0f[EMAIL_ADDRESS]", ["alice@example.com"])
        >>> assert_no_leak(b"\n\x11alice@example.com", ["alice@example.com"])
        Traceback (most recent call last):
        otel_redact.errors.LeakError: canary 0 (17 characters) found as text at byte 2 of input 0
    """
    leaks = find_leaks(spans_or_bytes, canaries)
    if not leaks:
        return
    lines = [
        f"canary {leak.canary} ({leak.length} characters) found as {leak.form}"
        f" at byte {leak.offset} of input {leak.source}"
        for leak in leaks[:_MAX_SHOWN_LEAKS]
    ]
    if len(leaks) > _MAX_SHOWN_LEAKS:
        lines.append(f"and {len(leaks) - _MAX_SHOWN_LEAKS} more")
    raise LeakError("; ".join(lines))


def find_leaks(
    spans_or_bytes: bytes | ReadableSpan | Iterable[bytes | ReadableSpan], canaries: Sequence[str]
) -> list[Leak]:
    """Return the first place of each canary in each bytes object, in the canaries' order.

    Args:
        spans_or_bytes: as for :func:`assert_no_leak`.
        canaries: as for :func:`assert_no_leak`.

    Returns:
        A new list, empty when nothing was found.

    Raises:
        ConfigError: the search could never find anything; see :func:`assert_no_leak`.
    """
    _check_canaries(canaries)
    haystacks = [(source, source.lower()) for source in _to_bytes(spans_or_bytes)]
    leaks = []
    for index, canary in enumerate(canaries):
        needles = list(_needles(canary))
        for source, (exact, folded) in enumerate(haystacks):
            for form, offset in _first(needles, exact, folded):
                length = len(canary)
                leaks.append(
                    Leak(canary=index, length=length, form=form, source=source, offset=offset)
                )
    return leaks


def _check_canaries(canaries: Sequence[str]) -> None:
    if isinstance(canaries, str | bytes) or not all(isinstance(one, str) for one in canaries):
        raise ConfigError("canaries: expected a sequence of str, e.g. ['alice@example.com']")
    if not canaries:
        raise ConfigError("canaries: got none, so this check could never fail; give at least one")
    for index, canary in enumerate(canaries):
        if not canary.strip():
            raise ConfigError(f"canaries: number {index} is blank; give text that can be searched")


def _to_bytes(given: object) -> list[bytes]:
    if isinstance(given, bytes | ReadableSpan):
        given = [given]
    elif isinstance(given, str | Mapping) or not isinstance(given, Iterable):
        raise ConfigError(f"spans_or_bytes: got {type(given).__name__}, expected bytes or spans")
    spans: list[ReadableSpan] = []
    sources: list[bytes] = []
    for item in given:
        if isinstance(item, ReadableSpan):
            spans.append(item)
        elif isinstance(item, bytes):
            sources.append(item)
        else:
            kind = type(item).__name__
            raise ConfigError(f"spans_or_bytes: got an item of {kind}, expected bytes or spans")
    if any(source.startswith(_GZIP_MAGIC) for source in sources):
        raise ConfigError("spans_or_bytes: got gzip data; decompress it, or nothing is ever found")
    if spans:
        sources.insert(0, _encode(spans))
    if not any(sources):
        raise ConfigError("spans_or_bytes: got no spans and no bytes, so this could never fail")
    return sources


def _encode(spans: Sequence[ReadableSpan]) -> bytes:
    from opentelemetry.exporter.otlp.proto.common.trace_encoder import (  # noqa: PLC0415 - heavy
        encode_spans,
    )

    serialised: bytes = encode_spans(spans).SerializeToString()
    return serialised


def _first(
    needles: Sequence[tuple[str, bytes, bool]], exact: bytes, folded: bytes
) -> Iterator[tuple[str, int]]:
    for form, needle, ignores_case in needles:
        offset = folded.find(needle) if ignores_case else exact.find(needle)
        if offset >= 0:
            yield form, offset
            return


def _needles(canary: str) -> Iterator[tuple[str, bytes, bool]]:
    """Yield (form, bytes to find, whether case is ignored) for each way to write the canary."""
    raw = canary.encode("utf-8", "surrogatepass")
    yield "text", raw.lower(), True
    for ensure_ascii in (True, False):
        text = canary
        for layer in range(1, _MAX_JSON_LAYERS + 1):
            text = json.dumps(text, ensure_ascii=ensure_ascii)[1:-1]
            escaped = text.encode("utf-8", "surrogatepass")
            yield f"json x{layer}", escaped.lower(), True
            yield f"json x{layer}", escaped.replace(b"/", b"\\/").lower(), True
    for percent in (
        quote(raw, safe=""),
        quote(raw),
        quote(raw, safe="/?:@!$&'()*+,;="),
        quote_plus(raw),
    ):
        yield "percent", percent.encode("ascii").lower(), True
    for shift in range(3):
        core = _base64_core(raw, shift)
        if len(core) >= _MIN_BASE64_CHARACTERS:
            yield "base64", core, False
            yield "base64", core.translate(bytes.maketrans(b"+/", b"-_")), False
    if canary.isascii() and canary.isdigit() and len(canary) in _NUMBER_DIGITS:
        yield "number", _INT_TAG + _varint(int(canary)), False
        yield "number", _DOUBLE_TAG + struct.pack("<d", float(canary)), False


def _base64_core(raw: bytes, shift: int) -> bytes:
    """Return the base64 characters that only ``raw`` decides when ``shift`` bytes precede it."""
    first = -(-shift * 8 // 6)
    last = (shift + len(raw)) * 8 // 6
    return base64.b64encode(b"\0" * shift + raw)[first:last]


def _varint(number: int) -> bytes:
    """Return protobuf's variable-length integer: 7 bits a byte, lowest first."""
    groups = [number >> shift & 0x7F for shift in range(0, max(number.bit_length(), 1), 7)]
    return bytes([*(group | 0x80 for group in groups[:-1]), groups[-1]])
