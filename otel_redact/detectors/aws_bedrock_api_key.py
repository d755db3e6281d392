"""Amazon Bedrock API keys: long-term ``ABSK…`` and short-term ``bedrock-api-key-…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["AWS_BEDROCK_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "AB" + "SKQmVkcm9ja0FQSUtleS1" + _BODY * 3 + "aBcD="

AWS_BEDROCK_API_KEY = Detector(
    name="aws_bedrock_api_key",
    entity="AWS_BEDROCK_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:ABSK[A-Za-z0-9+/]{60,}+={0,2}"
        r"|bedrock-api-key-[A-Za-z0-9+/_-]{40,}+={0,2}(?:&Version=[0-9])?)"
    ),
    triggers=("absk", "bedrock-api-key-"),
    starts_word=True,
    validate=lambda text: looks_issued(text[4:]) and len(set(text)) > 20,
    priority=100,
    hits=(
        "AWS_BEARER_TOKEN_BEDROCK=" + _KEY,
        "use " + _KEY + " here",
        "AWS_BEARER_TOKEN_BEDROCK=bedrock"
        + "-api-key-YmVkcm9jay5hbWF6b25hd3MuY29tLz9BY3Rpb24"
        + _BODY * 3,
    ),
    misses=(
        "ABSK",
        "bedrock-api-key-your-key-here-please-set-it-before-you-start",
        "ABSK" + "X" * 100,
        "bedrock-api-key-short1",
        "TABSK" + _BODY * 3,
    ),
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html (2026-11-24)",
)
