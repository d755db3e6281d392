"""What signs a request to AWS: signature, session token and credential in a URL or header."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["AWS_SIGNED_URL"]

_SIGNATURE = "fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024"
_URL = "https://b.s3.eu-west-1.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256"

# Whoever has the URL has the object; its host and path stay.
AWS_SIGNED_URL = Detector(
    name="aws_signed_url",
    entity="AWS_SIGNED_URL",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?i:x-amz-(?:signature|security-token|credential))(?:\\{0,3}[\"'])?"
        r"[ ]?[=:][ ]?(?:\\{0,3}[\"'])?(?P<value>[A-Za-z0-9%/+=._~-]{16,}+)"
        r"|(?i:aws4-hmac-sha256[ ]credential)=[^ ,\r\n]{16,256}+,[ ]?(?i:signedheaders)="
        r"[a-z0-9;-]{1,512}+,[ ]?(?i:signature)=(?P<value>[0-9a-f]{32,}+))"
    ),
    triggers=("x-amz-signature", "x-amz-security-token", "x-amz-credential", "aws0-hmac-sha000 "),
    starts_word=True,
    validate=has_digit_or_upper,
    priority=70,
    hits=(
        _URL + "&X-Amz-Expires=900&X-Amz-Signature=" + _SIGNATURE + "&x-id=GetObject",
        _URL + "&X-Amz-Security-Token=" + "IQoJb3JpZ2luX2VjEJr%2F%2F%2F%2F%2FwEaCWV1" + "&a=b",
        "?x-amz-credential=" + "QKIDEXAMPLEQKIDE%2F20261124%2Feu-west-1%2Fs3%2Faws4_request",
        "AWS4-HMAC-SHA256 Credential=" + "QKIDEXAMPLEQKIDE/20261124/x/s3/aws4_request, "
        "SignedHeaders=host;x-amz-date, Signature=" + _SIGNATURE,
    ),
    misses=(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "X-Amz-Date=20261124T000000Z&X-Amz-Expires=900",
        "X-Amz-Signature=<signature>",
        "SignedHeaders=host;x-amz-security-token",
        "x-amz-signature-mode-of-the-request",
    ),
    source="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html "
    "(2026-11-24)",
)
