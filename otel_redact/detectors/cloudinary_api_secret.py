"""Cloudinary API secrets: in ``cloudinary://key:secret@cloud``, or behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["CLOUDINARY_API_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

CLOUDINARY_API_SECRET = Detector(
    name="cloudinary_api_secret",
    entity="CLOUDINARY_API_SECRET",
    group=Group.SECRETS,
    pattern=(
        r"(?:cloudinary://[0-9]{6,20}+:(?P<value>[A-Za-z0-9_-]{16,64}+)(?=@)|"
        + near(
            r"cloudinary[A-Za-z0-9_. -]{0,24}?secret",
            r"(?<![_-])[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=("cloudinary",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 9,
    priority=100,
    hits=(
        "CLOUDINARY_URL=cloudinary" + "://123456789012345:" + _BODY[:27] + "@acme",
        "cloudinary_api_secret: '" + _BODY[:20] + "-_" + _BODY[:5] + "'",
        "CLOUDINARY_API_SECRET=" + _BODY[8:35],
    ),
    misses=(
        "cloudinary://<key>:<secret>@<cloud>",
        "cloudinary image " + _BODY[:27],
        "CLOUDINARY_API_SECRET=your_cloudinary_api_secrets",
    ),
    source="https://cloudinary.com/documentation/cloudinary_credentials_tutorial (2026-11-24)",
)
