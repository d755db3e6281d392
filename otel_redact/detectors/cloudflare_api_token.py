"""Cloudflare API tokens and global keys: ``cfut_ cfat_ cfk_``, or behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group, Trigger

__all__ = ["CLOUDFLARE_API_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "cf" + "ut_" + _BODY + _BODY[:8] + "0a1b2c3d"
_NAME = (
    r"(?:cloudflare(?:[_ -]?(?:api|global|account|dns|zone|workers|r2)){0,2}[_ -]?(?:key|token)"
    r"|(?<![A-Za-z])cf[_-](?:(?:api|global|account|dns)[_-]){0,2}(?:key|token)|x-auth-key)"
)
_SHORT = tuple(Trigger(one, then=one + "[a-z_-]{0,16}(?:key|token)") for one in ("cf_", "cf-"))

CLOUDFLARE_API_TOKEN = Detector(
    name="cloudflare_api_token",
    entity="CLOUDFLARE_API_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>cf(?:k|ut|at)_[A-Za-z0-9_-]{36,}+)|"
        + behind(_NAME, r"(?:[A-Za-z0-9_-]{40}|[0-9a-f]{37})(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=("cfk_", "cfut_", "cfat_", "cloudflare", *_SHORT, "x-auth-key"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("cloudflare", "cf_", "cf-", "x-auth-key"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "CLOUDFLARE_API_TOKEN=" + _KEY,
        "use " + _KEY + ", please",
        "CLOUDFLARE_API_TOKEN=" + _BODY + _BODY[:8],
        "X-Auth-Key: " + _HEX + _HEX[:5],
        "the cloudflare api token is " + _BODY + _BODY[:8] + ".",
        "CF_API_KEY=" + _HEX + _HEX[:5],
    ),
    misses=(
        "CLOUDFLARE_API_TOKEN=your_api_token_here",
        "cfut_" + _BODY[:20],
        "cloudflare zone " + _HEX,
        "CLOUDFLARE_ACCOUNT_ID=" + _HEX,
        "cf_api_key_of_the_zone_and_of_the_account",
    ),
    key_hits=(("CLOUDFLARE_API_TOKEN", _BODY + _BODY[:8]), ("X-Auth-Key", _HEX + _HEX[:5])),
    key_misses=(
        ("CLOUDFLARE_API_TOKEN", "your_api_token_here"),
        ("cloudflare_account_id", _HEX),
        ("cf-ray", _HEX),
    ),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/token-formats "
    "(2026-11-24)",
)
