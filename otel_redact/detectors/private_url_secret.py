"""Secrets in a URL's query, under names for one, if they look it; the rest of the URL stays."""

from __future__ import annotations

from urllib.parse import unquote

from otel_redact.detectors.shape import looks_random
from otel_redact.types import Detector, Group

__all__ = ["PRIVATE_URL_SECRET"]

_RANDOM = "q7Zt2Lk9Xw4B" + "v8Nc1Rm6"
# A value under the first is a secret if it looks random; under the others it must be long as well.
_CERTAIN = (
    *("token", "access_token", "refresh_token", "id_token", "auth_token", "api_key", "apikey"),
    *(
        "secret",
        "client_secret",
        "sig",
        "signature",
        "hmac",
        "jwt",
        "access_key",
        "subscription-key",
    ),
    *("x-oss-signature", "q-signature", "oauth_signature", "policy", "code_verifier"),
)
_POSSIBLE = (
    "key",
    "code",
    "auth",
    "sid",
    "session",
    "session_id",
    "sessionid",
    "ticket",
    "otp",
    "pass",
)


def _is_secret(text: str) -> bool:
    return looks_random(unquote(text))


PRIVATE_URL_SECRET = Detector(
    name="private_url_secret",
    entity="SECRET",
    group=Group.SECRETS,
    pattern=(
        rf"[?&](?:(?i:{'|'.join(_CERTAIN)})=(?P<value>[A-Za-z0-9%._~+/=:,-]{{8,}}+)"
        rf"|(?i:{'|'.join(_POSSIBLE)})=(?=[A-Za-z%_~+=-]{{0,64}}[0-9])"
        r"(?P<value>[A-Za-z0-9%_~+=-]{16,}+)(?![./]))"
    ),
    triggers=tuple(sign + name + "=" for sign in "?&" for name in (*_CERTAIN, *_POSSIBLE)),
    validate=_is_secret,
    priority=4,
    hits=(
        "https://app.example/reset?token=" + _RANDOM + "&lang=en",
        "https://api.example/v1/x?a=b&key=" + _RANDOM,
        "GET /callback?code=" + _RANDOM + "&state=1 HTTP/1.1",
        "https://cdn.example/v.mp4?Expires=1764000000&Signature=" + _RANDOM + "~" + _RANDOM,
    ),
    misses=(
        "?page=2&key=name",
        "?code=404&token=next",
        "?key=images/2026/" + _RANDOM + ".png",
        "/search?q=key&sig=none",
        "?token=${TOKEN}",
        "?auth=required&session=1764000000",
    ),
    source="https://cwe.mitre.org/data/definitions/598.html (2026-11-24)",
)
