"""Google OAuth access tokens ``ya29.…``, refresh tokens ``1//0…``, one-time codes ``4/0A…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["GOOGLE_OAUTH_TOKEN"]

_BODY = "a0AfH6SMBabcdefghij" + "klmnopqrstuvwxyz_0123-45"

# Client secrets have a detector of their own. Service accounts' and federated access tokens have a
# letter and a full stop more: `ya29.c.…`, `ya29.d.…`.
GOOGLE_OAUTH_TOKEN = Detector(
    name="google_oauth_token",
    entity="GOOGLE_OAUTH_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:ya29\.(?=[A-Za-z0-9_.-]{16})(?:[A-Za-z0-9_-]++|\.++(?=[A-Za-z0-9_-]))++"
        r"|1//0[A-Za-z0-9_-]{32,}+|4/0A[A-Za-z0-9_-]{40,}+)"
    ),
    triggers=("ya00.", "0//0", "0/0a"),
    starts_word=True,
    validate=looks_issued,
    priority=100,
    hits=(
        "access ya" + "29." + _BODY,
        "ya" + "29.c.b0" + _BODY + "..." + _BODY,
        "1/" + "/04" + _BODY,
        "code=4/" + "0AX4XfWh" + _BODY,
    ),
    misses=("ya29.", "ya29.short", "http://1//0/index", "4/0A", "ya29.your-access-token-goes-here"),
    source="https://developers.google.com/identity/protocols/oauth2 (2026-11-24)",
)
