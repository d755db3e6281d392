"""Embedded media become what they are, how much, and a digest; the operator of ``MEDIA``."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

__all__ = ["DescribeOperator"]

_DATA_URI = re.compile(r"data:([A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+)?[^,]*,")
# A header is content too: only these are repeated, whatever else stands there.
_KNOWN_TYPES = frozenset(
    f"{top}/{kind}"
    for top, kinds in (
        ("image", ("png", "jpeg", "jpg", "gif", "webp", "bmp", "tiff", "heic", "avif", "svg+xml")),
        ("audio", ("mpeg", "mp3", "wav", "x-wav", "wave", "ogg", "opus", "flac", "mp4", "aac")),
        ("video", ("mp4", "webm", "ogg", "quicktime", "mpeg", "x-msvideo")),
        ("application", ("pdf", "zip", "gzip", "json", "xml", "octet-stream")),
        ("text", ("plain", "html", "css", "csv", "xml", "markdown", "javascript")),
        ("font", ("woff", "woff2", "ttf", "otf")),
    )
    for kind in kinds
)
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_URL_SAFE = str.maketrans("-_", "+/")
_DIGEST_LENGTH = 12  # hexadecimal digits: 48 bits tell the images of one trace apart
_UNITS = ("B", "KB", "MB", "GB")
_STEP = 1024
# First bytes of files, and where in them: https://www.iana.org/assignments/media-types and
# https://en.wikipedia.org/wiki/List_of_file_signatures (2026-11-24).
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AVI ", "video/x-msvideo"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftyp", "video/mp4"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
)


class DescribeOperator:
    """Say media type, size and digest: two traces of one image still look alike.

    The type is what a data URI's header says, if it is a well-known one, else what the first bytes
    are; the size is that of the decoded bytes.

    >>> DescribeOperator()("data:image/png;base64,iVBORw0KGgo=", "MEDIA")
    '[image/png 8 B sha256:4c4b6a3be131]'
    """

    name: Final = "describe"

    def __call__(self, text: str, entity: str) -> str:
        """Return ``[type size sha256:digits]``."""
        del entity
        import hashlib  # noqa: PLC0415 - heavy: only where there are media

        header = _DATA_URI.match(text)
        content = _decoded(text[header.end() :] if header else text)
        said = (header[1] or "").lower() if header else ""
        kind = said if said in _KNOWN_TYPES else _sniffed(content)
        digest = hashlib.sha256(content).hexdigest()[:_DIGEST_LENGTH]
        return f"[{kind} {_size(len(content))} sha256:{digest}]"


def _decoded(payload: str) -> bytes:
    """Return the bytes that base64 says, as far as it goes; a cut end is left out."""
    compact = _NO_BASE64.sub("", payload.translate(_URL_SAFE))
    try:
        return base64.b64decode(compact[: len(compact) // 4 * 4] + _tail(compact))
    except binascii.Error:
        return payload.encode("utf-8", "surrogatepass")


def _tail(compact: str) -> str:
    """Return the last one to three characters of base64 with their padding, if they say a byte."""
    rest = compact[len(compact) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def _sniffed(content: bytes) -> str:
    for place, signature, kind in _SIGNATURES:
        if content.startswith(signature, place):
            return kind
    return "application/octet-stream"


def _size(count: int) -> str:
    unit = 0
    amount = float(count)
    while amount >= _STEP and unit < len(_UNITS) - 1:
        amount /= _STEP
        unit += 1
    return f"{amount:.0f} {_UNITS[unit]}"
