"""PlanetScale passwords, service and OAuth tokens: ``pscale_pw_ pscale_tkn_ pscale_oauth_``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["PLANETSCALE_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

PLANETSCALE_TOKEN = Detector(
    name="planetscale_token",
    entity="PLANETSCALE_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pscale_[a-z]{2,8}_[A-Za-z0-9_.=-]{20,}+",
    triggers=("pscale_",),
    starts_word=True,
    validate=lambda text: looks_issued(text[10:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "DATABASE_PASSWORD=psca" + "le_pw_" + _BODY,
        "PLANETSCALE_SERVICE_TOKEN=psca" + "le_tkn_" + _BODY[:20] + "-_" + _BODY[:20],
        "'psca" + "le_oauth_" + _BODY[:32] + "'",
    ),
    misses=("pscale_pw_your_password_comes_here", "pscale_pw_short", "upscale_pw_" + _BODY),
    source="https://planetscale.com/docs/api/reference/service-tokens (2026-11-24)",
)
