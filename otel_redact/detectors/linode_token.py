"""Linode (Akamai) tokens: 64 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["LINODE_TOKEN"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = _HEX * 2
_NAME = (
    r"(?:linode|akamai)(?:[_ .-]?cli)?"
    r"[_ .-]?(?:(?:api|auth|access|personal)[_ .-]?){0,2}(?:key|token)"
)

LINODE_TOKEN = Detector(
    name="linode_token",
    entity="LINODE_TOKEN",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9a-f]{64}(?![A-Za-z0-9_-])"),
    triggers=("linode", "akamai"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("linode", "akamai"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "LINODE_TOKEN=" + _KEY,
        '{"linode_token": "' + _KEY + '"}',
        "the linode api key is " + _KEY + ".",
        'os.environ["LINODE_TOKEN"] = "' + _KEY + '"',
    ),
    misses=(
        "LINODE_TOKEN=your_api_key_here",
        "LINODE_TOKEN=" + _KEY[:12],
        "request of linode: " + _KEY,
        "LINODE_TOKEN = os.environ['LINODE_TOKEN']",
    ),
    key_hits=(("LINODE_TOKEN", _KEY), ("linodeApiKey", _KEY)),
    key_misses=(
        ("LINODE_TOKEN", "your_api_key_here"),
        ("LINODE_TOKEN_name", _KEY),
        ("linode.model", _KEY),
    ),
    source="https://techdocs.akamai.com/linode-api/reference/get-started (2026-11-24)",
)
