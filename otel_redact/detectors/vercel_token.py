"""Vercel tokens and keys: ``vcp_ vci_ vca_ vcr_ vck_``, ``vercel_blob_rw_``, or behind the name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["VERCEL_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "vc" + "p_" + _BODY + _BODY[:24]
_NAME = r"vercel[_ .-]?(?:(?:api|auth|access|deploy)[_ .-]?)?(?:key|token|secret)"


def _is_token(text: str) -> bool:
    return (
        len(text) >= 24
        and text.isascii()
        and " " not in text
        and len(set(text)) > 9
        and looks_issued(text[4:])
    )


VERCEL_TOKEN = Detector(
    name="vercel_token",
    entity="VERCEL_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>vc[piark]_[A-Za-z0-9_-]{24,}+"
        r"|vercel_blob_rw_[A-Za-z0-9]{8,24}_[A-Za-z0-9]{20,}+)|"
        + behind(_NAME, r"[A-Za-z0-9]{24}(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=("vcp_", "vci_", "vca_", "vcr_", "vck_", "vercel"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("vercel",),
    validate=_is_token,
    validate_key_value=_is_token,
    priority=100,
    hits=(
        "VERCEL_TOKEN=" + _KEY,
        "AI_GATEWAY_API_KEY=vc" + "k_" + _BODY + _BODY[:24],
        "VERCEL_TOKEN=" + _BODY[:24],
        "BLOB_READ_WRITE_TOKEN=vercel" + "_blob_rw_" + _BODY[:16] + "_" + _BODY[:30],
        "the vercel token is " + _BODY[:24] + ".",
    ),
    misses=(
        "VERCEL_TOKEN=your_token_here",
        "vcp_the_number_of_the_channels_per_card",
        "VERCEL_PROJECT_ID=prj_" + _BODY[:24],
        "vercel deployment " + _BODY[:24],
    ),
    key_hits=(("VERCEL_TOKEN", _BODY[:24]), ("vercelApiToken", _BODY[:24])),
    key_misses=(
        ("VERCEL_TOKEN", "your_token_here"),
        ("vercel.project", _BODY[:24]),
        ("vercel_token_name", _BODY[:24]),
    ),
    source="https://vercel.com/changelog/new-token-formats-and-secret-scanning (2026-11-24)",
)
