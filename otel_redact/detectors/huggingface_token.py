"""Hugging Face tokens: ``hf_`` and ``api_org_`` with 34 letters, OAuth tokens ``hf_oauth_…``."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["HUGGINGFACE_TOKEN"]

_LETTERS = "aQwErTyUiOpLkJhGf" + "DsAzXcVbNmQwErTyU"
_KEY = "h" + "f_" + _LETTERS
_OTHER = "api" + "_org_" + _LETTERS


def _is_token(text: str) -> bool:
    body = text.rpartition("_")[2] if "." not in text else text
    return len(set(body)) > 9 and body not in (body.lower(), body.upper())


HUGGINGFACE_TOKEN = Detector(
    name="huggingface_token",
    entity="HUGGINGFACE_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?:hf|api_org)_[A-Za-z0-9]{24,}+|hf_(?:oauth"
        r"|jwt)_[A-Za-z0-9_.-]{20,}+)"
    ),
    triggers=("hf_", "api_org_"),
    starts_word=True,
    validate=_is_token,
    priority=100,
    hits=(
        "HF_TOKEN=" + _KEY,
        "login(token='" + _KEY + "')",
        "use " + _OTHER + " there",
        "h" + "f_oauth_eyJhbGciOiJFZERTQSJ9." + _LETTERS + "_x",
    ),
    misses=(
        "hf_your_token_here",
        "hf_" + "x" * 34,
        "hf_" + "X" * 34,
        "hf_hub_download_from_repository",
        "hf_automodelforcausallanguagemodels",
        "shf_" + _LETTERS,
    ),
    source="https://huggingface.co/docs/hub/security-tokens (2026-11-24)",
)
