"""Google OAuth client secrets: ``GOCSPX-`` and 28 characters."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["GOOGLE_OAUTH_CLIENT_SECRET"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "GOC" + "SPX-" + _BODY[:14] + "-" + _BODY[:13]


def _is_key(text: str) -> bool:
    body = text[7:]
    return len(set(body)) > 12 and (looks_issued(body) or body not in (body.lower(), body.upper()))


GOOGLE_OAUTH_CLIENT_SECRET = Detector(
    name="google_oauth_client_secret",
    entity="GOOGLE_OAUTH_CLIENT_SECRET",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{16,}+",
    triggers=("gocspx-",),
    starts_word=True,
    validate=_is_key,
    priority=100,
    hits=(
        "GOOGLE_CLIENT_SECRET=" + _KEY,
        '{"client_secret": "' + _KEY + '"}',
        "use " + _KEY + ", please",
    ),
    misses=("GOCSPX-", "GOCSPX-your-client-secret", "GOCSPX-" + "X" * 28, "GOCSPX-short1"),
    source="https://developers.google.com/identity/protocols/oauth2 (2026-11-24)",
)
