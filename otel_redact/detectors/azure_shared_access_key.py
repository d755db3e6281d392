"""Azure Service Bus, Event Hubs, IoT Hub and Relay keys: ``SharedAccessKey=`` and base64."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["AZURE_SHARED_ACCESS_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY + _BODY[:11] + "="
_NAME = r"shared[_ -]?access[_ -]?key"


def _is_key(text: str) -> bool:
    return 40 <= len(text) <= 90 and " " not in text and len(set(text)) > 12 and looks_issued(text)


AZURE_SHARED_ACCESS_KEY = Detector(
    name="azure_shared_access_key",
    entity="AZURE_SHARED_ACCESS_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9+/]{40,88}+={0,2}(?![A-Za-z0-9+/=])"),
    triggers=tuple(
        "shared" + first + "access" + second + "key"
        for first in ("", "_", " ", "-")
        for second in ("", "_", " ", "-")
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=("shared",),
    validate=_is_key,
    validate_key_value=_is_key,
    priority=100,
    hits=(
        "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=" + _KEY,
        "shared_access_key: '" + _KEY + "'",
        "the shared access key is " + _KEY + " here",
    ),
    misses=(
        "SharedAccessKey=${KEY}",
        "SharedAccessKeyName=RootManageSharedAccessKey",
        "SharedAccessKey=" + "x" * 43 + "=",
    ),
    key_hits=(("SharedAccessKey", _KEY), ("shared_access_key", _KEY)),
    key_misses=(("SharedAccessKey", "short"), ("SharedAccessKeyName", _KEY)),
    source="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas (2026-11-24)",
)
