"""ngrok authtokens and API keys, behind its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["NGROK_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

NGROK_TOKEN = Detector(
    name="ngrok_token",
    entity="NGROK_TOKEN",
    group=Group.SECRETS,
    pattern=near(
        r"ngrok[A-Za-z0-9_. -]{0,24}?(?:token|key)",
        r"(?<![_-])(?:(?:ak|cr)_)?[0-9A-Za-z]{24,30}_[0-9A-Za-z]{18,24}(?![A-Za-z0-9_-])",
        distance=14,
    ),
    triggers=("ngrok",),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    priority=100,
    hits=(
        "NGROK_AUTHTOKEN=2" + _BODY[:26] + "_" + _BODY[:21],
        "ngrok config add-authtoken 1" + _BODY[4:30] + "_" + _BODY[9:30],
        "NGROK_API_KEY: '2" + _BODY[8:34] + "_" + _BODY[3:24] + "'",
    ),
    misses=(
        "ngrok authtoken <token>",
        "NGROK_AUTHTOKEN=your_ngrok_authtoken_here_please",
        "ngrok token 2" + _BODY[:26],
    ),
    source="https://ngrok.com/docs/agent/#authtokens (2026-11-24)",
)
