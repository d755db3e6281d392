"""Google Cloud Storage HMAC access ids: ``GOOG`` and 20 characters, ``GOOG1`` and 56."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["GOOGLE_HMAC_KEY_ID"]

# Like the id of an AWS access key, which it stands for.
GOOGLE_HMAC_KEY_ID = Detector(
    name="google_hmac_key_id",
    entity="GOOGLE_HMAC_KEY_ID",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])GOOG(?:[A-Z0-9]{20}|1[A-Z0-9]{56})(?![A-Za-z0-9])",
    triggers=(Trigger("goog", then="goog[a-z0]{20}"),),
    starts_word=True,
    validate=lambda text: not (text.isalpha() and text[4] == "L") and len(set(text)) > 9,
    priority=100,
    hits=(
        "GS_ACCESS_KEY_ID=GO" + "OG7ZT2LK9XW4BV8NC1RM6T",
        "use GO" + "OG1E" + "Q7ZT2LK9XW4BV8NC1RM6TY3H" * 2 + "PQRSTUV" + ", please",
        "AWSAccessKeyId=GO" + "OGTS7C7FUP3AIRVJTE2BCD&x=1",
    ),
    misses=(
        "GOOGLECLOUDSTORAGEACCESS",
        "GOOGLE",
        "GOOG" + "X" * 20,
        "GOOGLE_APPLICATION_CREDENTIALS",
    ),
    source="https://cloud.google.com/storage/docs/authentication/hmackeys (2026-11-24)",
)
