"""Base64 of images, sound, video and documents without a data URI around it, by its first bytes."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group, Trigger

__all__ = ["BASE64_MEDIA"]

_SHORTEST = 120
_BASE64 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-\r\n")
# What the signatures of PNG, JPEG, GIF, RIFF (WAV, WebP, AVI), PDF, ID3, Ogg, FLAC, Matroska, ZIP
# (Office documents), gzip and TIFF are in base64; MP4 has its own at the fifth byte.
_STARTS = (
    *("iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR", "JVBERi0", "SUQz", "T2dnUw", "ZkxhQ", "GkXfo"),
    *("UEsDB", "H4sIA", "SUkqA", "TU0AK"),
)
_MP4 = "Z0eX[AB]"
_BODY = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef0123456789" * 4


def _is_base64(text: str) -> bool:
    return len(text) >= _SHORTEST and _BASE64.issuperset(text)


# Sound without a header (PCM, as speech APIs send it) starts with anything: only a key tells it.
BASE64_MEDIA = Detector(
    name="base64_media",
    entity="MEDIA",
    group=Group.MEDIA,
    pattern=(
        rf"(?<![A-Za-z0-9+])(?:(?:{'|'.join(_STARTS)})|AAAA[A-Za-z0-9+/]{{2}}{_MP4})"
        rf"(?:[A-Za-z0-9+/_-]|\\?[\r\n]){{{_SHORTEST - 12},}}+={{0,2}}"
    ),
    triggers=(
        *("ivborw0kggo", "/0j/", "r0lgod", "uklgr", "jvberi0", "suqz", "t0dnuw", "zkxhq", "gkxfo"),
        *("uesdb", "h0sia", "sukqa", "tu0ak"),
        Trigger("z0ex", before=6),
    ),
    key_pattern=KEY_START
    + r"(?:b64(?:[_-]?json)?|(?:[A-Za-z]{1,16}[_-]?)?base64(?:[_-]?[A-Za-z]{1,16})?)",
    key_triggers=("b00", "base00"),
    validate_key_value=_is_base64,
    priority=190,
    hits=(
        "iVBORw0KGgoAAAANSUhEUgAA" + _BODY,
        '"data": "/9j/4AAQSkZJRgABAQAA' + _BODY + '"',
        "AAAAIGZ0eXBpc29tAAACAGlz" + _BODY + "==",
    ),
    misses=(
        "iVBORw0KGgo is how a PNG starts",
        "see /9j/ in the log",
        "UklGRiQAAABXQVZF",
        _BODY,
    ),
    key_hits=(("b64_json", _BODY), ("image_base64", _BODY)),
    key_misses=(("b64_json", "short"), ("base64_media", "plain words " * 20), ("data", _BODY)),
    source="https://en.wikipedia.org/wiki/List_of_file_signatures (2026-11-24)",
)
