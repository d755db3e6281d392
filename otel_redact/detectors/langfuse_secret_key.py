"""Langfuse secret keys: ``sk-lf-`` and a UUID; the public ``pk-lf-`` is no secret."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["LANGFUSE_SECRET_KEY"]

_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_KEY = "sk-l" + "f-" + _UUID
_OTHER = "sk-l" + "f-" + _UUID.replace("-", "")

LANGFUSE_SECRET_KEY = Detector(
    name="langfuse_secret_key",
    entity="LANGFUSE_SECRET_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])sk-lf-[A-Za-z0-9][A-Za-z0-9-]{15,}+",
    triggers=("sk-lf-",),
    starts_word=True,
    validate=lambda text: looks_issued(text[6:]),
    priority=110,
    hits=(
        "LANGFUSE_SECRET_KEY=" + _KEY,
        "use " + _OTHER + ", please",
        '"' + _KEY + '"',
        "Authorization: Bearer " + _KEY,
    ),
    misses=("pk-lf-" + _UUID, "sk-lf-...", "sk-lf-your-secret-key-here", "sk-lf-1234567890"),
    source="https://langfuse.com/docs/api-and-data-platform/features/public-api (2026-11-24)",
)
