"""Google OAuth access tokens ``ya29.…``, refresh tokens ``1//…`` behind a word, client secrets."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["GOOGLE_OAUTH_TOKEN"]

_BODY = "a0AfH6SMBabcdefghij" + "klmnopqrstuvwxyz_0123-45"

GOOGLE_OAUTH_TOKEN = Detector(
    name="google_oauth_token",
    entity="GOOGLE_OAUTH_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:ya29\.[A-Za-z0-9_.-]{16,}+|GOCSPX-[A-Za-z0-9_-]{16,}+"
        r"|1//0[A-Za-z0-9_-]{32,}+)"
    ),
    triggers=("ya00.", "gocspx-", "0//0"),
    starts_word=True,
    priority=100,
    hits=(
        "access ya" + "29." + _BODY,
        "client_secret: GOC" + "SPX-" + _BODY[:28],
        "1/" + "/04" + _BODY,
    ),
    misses=("ya29.", "ya29.short", "GOCSPX-", "http://1//0/index"),
    source="https://developers.google.com/identity/protocols/oauth2 (2026-11-23)",
)
