"""AWS access key ids: ``AKIA…`` (long-term), ``ASIA…`` (temporary), ``ABIA…``, ``ACCA…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["AWS_ACCESS_KEY_ID"]

# Ids of users, roles and groups (AIDA, AROA, AGPA …) have the same shape and are no credentials.
AWS_ACCESS_KEY_ID = Detector(
    name="aws_access_key_id",
    entity="AWS_ACCESS_KEY_ID",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16,124}+(?![A-Za-z0-9])",
    triggers=("akia", "asia", "abia", "acca", "a0t"),
    starts_word=True,
    validate=lambda text: len(set(text[4:])) > 5,
    priority=100,
    hits=(
        "aws_access_key_id = AKIA" + "IOSFODNN7EXAMPLE",
        "'ASIA" + "Y34FZKBOKMUTVV7A'",
        "AWSAccessKeyId=ABIA" + "ABCDEFGH23456723&x=1",
    ),
    misses=(
        "AKIA" + "iosfodnn7example",
        "AKIA" + "X" * 16,
        "AKIASHORT",
        "SLOVAKIA" + "ABCDEFGHIJKLMNOP",
        "AROA" + "IOSFODNN7EXAMPLE",
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
    "#identifiers-unique-ids (2026-11-24)",
)
