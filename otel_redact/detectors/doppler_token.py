"""Doppler tokens: ``dp.pt. dp.st. dp.ct. dp.sa. dp.said. dp.scim. dp.audit.``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["DOPPLER_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

DOPPLER_TOKEN = Detector(
    name="doppler_token",
    entity="DOPPLER_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])dp\.(?:pt|st|ct|sa|said|scim|audit)\.(?:[A-Za-z0-9_-]{1,64}+\.)?[A-Za-z0-9]{32,64}+",
    triggers=tuple(
        "dp." + kind + "." for kind in ("pt", "st", "ct", "sa", "said", "scim", "audit")
    ),
    starts_word=True,
    validate=lambda text: len(set(text)) > 12 and looks_issued(text.rpartition(".")[2]),
    priority=100,
    hits=(
        "DOPPLER_TOKEN=dp" + ".st.prd_config." + _BODY,
        "'dp" + ".pt." + _BODY + "abc'",
        "dp" + ".scim." + _BODY,
        "dp" + ".ct." + _BODY[::-1] + "Zz1",
    ),
    misses=(
        "dp.pt.",
        "dp.st.dev." + "x" * 40,
        "udp.pt." + _BODY,
        "dp.sa.someFunctionOfTheSubarray",
    ),
    source="https://docs.doppler.com/reference/auth-token-formats (2026-11-24)",
)
