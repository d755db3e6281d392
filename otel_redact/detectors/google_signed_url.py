"""Signatures of signed Google Cloud URLs; the URL's host and path stay."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["GOOGLE_SIGNED_URL"]

_SIGNATURE = "247a2aa45f169edf4d187d54e7cc46e4731b1e6273242c4f4c39a1d2507a0e58706e25e3a85a7dbb"
_URL = "https://storage.googleapis.com/b/o?X-Goog-Algorithm=GOOG4-RSA-SHA256"

GOOGLE_SIGNED_URL = Detector(
    name="google_signed_url",
    entity="GOOGLE_SIGNED_URL",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?i:x-goog-signature)[=:][ ]?(?P<value>[0-9A-Fa-f]{32,}+)"
        r"|GoogleAccessId=[A-Za-z0-9%@._-]{1,256}+&Expires=[0-9]{1,20}+"
        r"&Signature=(?P<value>[A-Za-z0-9+/%_-]{32,}+={0,2}))"
    ),
    triggers=("x-goog-signature", "googleaccessid="),
    starts_word=True,
    validate=has_digit_or_upper,
    priority=70,
    hits=(
        _URL + "&X-Goog-Expires=900&X-Goog-Signature=" + _SIGNATURE,
        "?x-goog-signature=" + _SIGNATURE[:40] + "&x=1",
        "https://storage.googleapis.com/b/o?GoogleAccessId=robot&Expires=1764000000&Signature="
        + "ZKx3%2Bv8Nc1Rm6q7Zt2Lk9Xw4Bv8Nc1Rm6q7Zt2Lk9%3D",
    ),
    misses=(
        "X-Goog-SignedHeaders=host",
        "X-Goog-Signature=<signature>",
        "GoogleAccessId=robot&Expires=1764000000",
        "x-goog-signature=da39a3ee",
    ),
    source="https://cloud.google.com/storage/docs/authentication/signatures (2026-11-24)",
)
