"""Deno Deploy tokens: personal ``ddp_…``, of organizations ``ddo_…``, ``ddw_…``."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["DENO_DEPLOY_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

DENO_DEPLOY_TOKEN = Detector(
    name="deno_deploy_token",
    entity="DENO_DEPLOY_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])dd[pow]_[A-Za-z0-9]{36,48}+(?![A-Za-z0-9_])",
    triggers=("ddp_", "ddo_", "ddw_"),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[4:]) and len(set(text)) > 12,
    priority=100,
    hits=(
        "DENO_DEPLOY_TOKEN=dd" + "p_" + _BODY[:36],
        "deployctl --token dd" + "o_" + _BODY,
        "'dd" + "p_" + _BODY[2:38] + "'",
    ),
    misses=("ddp_short", "ddp_" + "x" * 36, "addp_" + _BODY),
    source="https://docs.deno.com/deploy/classic/ci_github (2026-11-24)",
)
