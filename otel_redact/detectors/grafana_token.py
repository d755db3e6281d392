"""Grafana tokens: service account ``glsa_…``, cloud access policy ``glc_…``, older API keys."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["GRAFANA_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_OLD = "ImFwaSIsImlkIjoxfQ" + "q7Zt2Lk9Xw4Bv8Nc1Rm6Yp3Hd5Js0Gf2"

GRAFANA_TOKEN = Detector(
    name="grafana_token",
    entity="GRAFANA_TOKEN",
    group=Group.SECRETS,
    # An older API key is base64 of a JSON object that begins with `{"k":"`.
    pattern=(
        r"(?<![A-Za-z0-9])(?:glsa_[A-Za-z0-9]{20,}+(?:_[0-9A-Fa-f]{4,8})?|glc_[A-Za-z0-9+/]{28,}+={0,2}"
        r"|eyJrIjoi[A-Za-z0-9+/_-]{32,}+={0,2})"
    ),
    triggers=("glsa_", "glc_", "eyjrijoi"),
    starts_word=True,
    validate=lambda text: len(set(text)) > 12 and has_digit_or_upper(text[5:]),
    priority=100,
    hits=(
        "GRAFANA_TOKEN=gls" + "a_" + _BODY[:32] + "_0a1b2c3d",
        "'gl" + "c_eyJvIjoiMTIzNDU2IiwibiI6Imxva2kiLCJrIjoi" + _BODY + "==',",
        "Authorization: Bearer eyJ" + "rIjoi" + _OLD + "=",
    ),
    misses=("glsa_short", "glsa_" + "x" * 32 + "_00000000", "glc_program_binary_cache_entry_size"),
    source="https://grafana.com/docs/grafana/latest/administration/service-accounts and https://"
    "grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/"
    "access-policies (2026-11-24)",
)
