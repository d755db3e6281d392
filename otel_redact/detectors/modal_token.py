"""Modal token ids ``ak-…`` and token secrets ``as-…``, behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["MODAL_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = "a" + "s-" + _BODY[:22]
_NAME = r"(?:modal[_ .-]?)?token[_ -]?(?:id|secret)"


def _is_token(text: str) -> bool:
    return text[:3] in ("ak-", "as-") and len(text) > 20 and has_digit_or_upper(text)


MODAL_TOKEN = Detector(
    name="modal_token",
    entity="MODAL_TOKEN",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"a[ks]-[A-Za-z0-9]{20,32}(?![A-Za-z0-9_-])"),
    triggers=(
        *("modal" + sign + "token" for sign in ("", "_", " ", "-", ".")),
        *("token" + sign + kind for sign in ("", "_", " ", "-") for kind in ("id", "secret")),
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=(
        *("tokenid", "token_id", "token-id", "token id"),
        *("tokensecret", "token_secret", "token-secret", "token secret"),
    ),
    validate=_is_token,
    validate_key_value=_is_token,
    priority=100,
    hits=(
        "MODAL_TOKEN_SECRET=" + _KEY,
        "MODAL_TOKEN_ID=a" + "k" + _KEY[2:],
        "modal token set --token-secret " + _KEY,
        'token_secret = "' + _KEY + '"',
    ),
    misses=(
        "MODAL_TOKEN_SECRET=as-your-token-secret",
        "as-" + _BODY[:22],
        "token_id = as-soon-as-possible",
        "token_secret=as-" + "x" * 22,
    ),
    key_hits=(("MODAL_TOKEN_SECRET", _KEY), ("modalTokenSecret", _KEY)),
    key_misses=(("MODAL_TOKEN_ID", "abc"), ("token_id", "50256"), ("token_secret_name", _KEY)),
    source="https://modal.com/docs/reference/modal.config (2026-11-24)",
)
