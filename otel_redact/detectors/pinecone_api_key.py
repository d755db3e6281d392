"""Pinecone API keys: ``pcsk_…``, and a UUID behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.types import Detector, Group

__all__ = ["PINECONE_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_KEY = "pc" + "sk_4rT6y_" + _BODY + _BODY[:31]
_NAME = r"pinecone(?:[_ .-]?io)?[_ .-]?(?:(?:api|auth|access)[_ .-]?)?(?:key|token)"
_UUID_SOURCE = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9_-])"


def _is_key(text: str) -> bool:
    return len(text) >= 32 and len(set(text)) > 7 and not text.isalpha()


PINECONE_API_KEY = Detector(
    name="pinecone_api_key",
    entity="PINECONE_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>pcsk_[A-Za-z0-9]{4,10}_?[A-Za-z0-9]{20,}+)|"
        + behind(_NAME, _UUID_SOURCE)
        + ")"
    ),
    triggers=("pcsk_", "pinecone"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("pinecone",),
    validate=_is_key,
    validate_key_value=_is_key,
    priority=100,
    hits=(
        "PINECONE_API_KEY=" + _KEY,
        "Api-Key: " + _KEY,
        "PINECONE_API_KEY=" + _UUID,
        "pinecone.init(pinecone_api_key='" + _UUID + "')",
    ),
    misses=(
        "PINECONE_API_KEY=your_api_key_here",
        "pcsk_your_pinecone_key",
        "pinecone index " + _UUID,
        "PINECONE_API_KEY=00000000-0000-0000-0000-000000000000",
    ),
    key_hits=(("PINECONE_API_KEY", _UUID), ("pineconeApiKey", _UUID)),
    key_misses=(
        ("PINECONE_API_KEY", "your_api_key_here"),
        ("pinecone.environment", _UUID),
        ("pinecone_index", _UUID),
    ),
    source="https://docs.pinecone.io/guides/projects/manage-api-keys (2026-11-24)",
)
