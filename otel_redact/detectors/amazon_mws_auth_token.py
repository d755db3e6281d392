"""Amazon seller credentials: MWS auth tokens ``amzn.mws.…``, Login with Amazon client secrets."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["AMAZON_MWS_AUTH_TOKEN"]

_UUID = "0a1b2c3d-4e5f-4071" + "-8293-a4b5c6d7e8f9"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"

AMAZON_MWS_AUTH_TOKEN = Detector(
    name="amazon_mws_auth_token",
    entity="AMAZON_MWS_AUTH_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
        r"|amzn1\.oa2-cs\.v[0-9]\.[0-9a-f]{40,}+)(?![A-Za-z0-9])"
    ),
    triggers=("amzn.mws.", "amzn0.oa0-cs.v0."),
    starts_word=True,
    priority=100,
    hits=(
        "MWS_AUTH_TOKEN=am" + "zn.mws." + _UUID,
        "use am" + "zn.mws." + _UUID + ", please",
        'LWA_CLIENT_SECRET="am' + "zn1.oa2-cs.v1." + _HEX * 2 + '"',
    ),
    misses=("amzn.mws.", "amzn1.application-oa2-client." + _HEX, "amzn.mws." + _HEX),
    source="https://developer-docs.amazon.com/sp-api/docs/connecting-to-the-selling-partner-api "
    "(2026-11-24)",
)
