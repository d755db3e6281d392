"""Data URIs in base64: an image, a recording or a file in the middle of a text."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["DATA_URI"]

_PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"

# Other data URIs (`data:text/html,…`, `;utf8,<svg …`) are text, and read as such.
DATA_URI = Detector(
    name="data_uri",
    entity="MEDIA",
    group=Group.MEDIA,
    pattern=(
        r"(?i:data:)(?:[A-Za-z0-9!#$&^_+-]{1,40}/[A-Za-z0-9!#$&^_+.-]{1,80})?"
        r"(?:;[A-Za-z0-9_-]{1,20}=[A-Za-z0-9\"'_.+-]{1,40}){0,4}(?i:;base64,)"
        r"[A-Za-z0-9+/_%-]*+={0,2}"
    ),
    triggers=(Trigger(";base00,", before=400, first="data:"),),
    priority=200,
    hits=(
        "look: data:image/gif;base64," + _PIXEL + " there",
        "![cat](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA)",
        "DATA:audio/wav;codecs=1;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEA",
        "data:;base64,SGVsbG8sIHdvcmxkIQ==",
    ),
    misses=(
        "data:text/html,%3Ch1%3EHello%3C%2Fh1%3E",
        "data: image/png;base64,AAAA",
        "encode it as ;base64, please",
        "data:image/svg+xml;utf8,<svg/>",
    ),
    source="https://www.rfc-editor.org/rfc/rfc2397 (2026-11-24)",
)
