"""Cloudflare Tunnel tokens: base64 of the account, tunnel and secret as JSON."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["CLOUDFLARE_TUNNEL_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "eyJh" + "IjoiMDEyMzQ1Njc4OWFiY2RlZ" + _BODY * 4 + "fQ"

CLOUDFLARE_TUNNEL_TOKEN = Detector(
    name="cloudflare_tunnel_token",
    entity="CLOUDFLARE_TUNNEL_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9+/.])eyJhIjoi[A-Za-z0-9+/_-]{100,}+={0,2}(?!\.[A-Za-z0-9])",
    triggers=("eyjhijoi",),
    priority=100,
    hits=("TUNNEL_TOKEN=" + _KEY, "cloudflared tunnel run --token " + _KEY, '"' + _KEY + '"'),
    misses=("eyJhIjoiYiJ9", "x.eyJhIjoi" + _BODY * 4, "eyJhIjoi" + _BODY * 4 + "." + _BODY),
    source="https://developers.cloudflare.com/cloudflare-one/networks/connectors/"
    "cloudflare-tunnel/configure-tunnels/remote-tunnel-permissions (2026-11-24)",
)
