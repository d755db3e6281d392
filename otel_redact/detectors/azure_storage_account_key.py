"""Azure storage account keys: 86 base64 characters and ``==`` behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["AZURE_STORAGE_ACCOUNT_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = (_BODY * 3)[:40] + "+/" + _BODY + _BODY[:12] + "=="
_NAME = r"(?:account[_ -]?key|storage[_ -]?(?:account[_ -]?)?(?:access[_ -]?)?key)"


def _is_key(text: str) -> bool:
    return 40 <= len(text) <= 88 and " " not in text and len(set(text)) > 12 and looks_issued(text)


AZURE_STORAGE_ACCOUNT_KEY = Detector(
    name="azure_storage_account_key",
    entity="AZURE_STORAGE_ACCOUNT_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9+/]{40,86}+={0,2}(?![A-Za-z0-9+/=])"),
    triggers=(
        *(kind + sign + "key" for kind in ("account", "storage") for sign in ("", "_", " ", "-")),
        *(
            "storage" + sign + kind
            for sign in ("", "_", " ", "-")
            for kind in ("access", "account")
        ),
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=("account", "storage"),
    validate=_is_key,
    validate_key_value=_is_key,
    priority=100,
    hits=(
        "AccountName=a;AccountKey=" + _KEY + ";EndpointSuffix=core.windows.net",
        "AZURE_STORAGE_KEY=" + _KEY,
        "the storage account key is " + _KEY + " here",
        "AZURE_STORAGE_ACCESS_KEY: '" + _KEY + "'",
    ),
    misses=(
        "AccountKey=${STORAGE_KEY}",
        "AccountKey=short1",
        "AccountKey=" + "x" * 86 + "==",
        "account_key: see the vault",
    ),
    key_hits=(("AccountKey", _KEY), ("azure_storage_access_key", _KEY)),
    key_misses=(("AccountKey", "short"), ("storage_key", "a/b.txt"), ("account_key_name", _KEY)),
    source="https://learn.microsoft.com/azure/storage/common/"
    "storage-configure-connection-string (2026-11-24)",
)
