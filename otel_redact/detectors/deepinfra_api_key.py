"""DeepInfra API keys: 32 letters and digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["DEEPINFRA_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_NAME = r"deep[_ .-]?infra" + KEY_WORDS

DEEPINFRA_API_KEY = Detector(
    name="deepinfra_api_key",
    entity="DEEPINFRA_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9]{32}(?![A-Za-z0-9_-])"),
    triggers=("deepinfra", "deep_infra", "deep infra", "deep.infra", "deep-infra"),
    key_pattern=KEY_START + _NAME,
    key_triggers=("deepinfra", "deep_infra", "deep infra", "deep.infra", "deep-infra"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "DEEPINFRA_API_KEY=" + _BODY,
        '{"deepinfra_api_key": "' + _BODY + '"}',
        "the deepinfra api key is " + _BODY + ".",
        'os.environ["DEEPINFRA_API_KEY"] = "' + _BODY + '"',
    ),
    misses=(
        "DEEPINFRA_API_KEY=your_api_key_here",
        "DEEPINFRA_API_KEY=" + _BODY[:12],
        "request of deepinfra: " + _BODY,
        "DEEPINFRA_API_KEY = os.environ['DEEPINFRA_API_KEY']",
    ),
    key_hits=(("DEEPINFRA_API_KEY", _BODY), ("deepinfraApiKey", _BODY)),
    key_misses=(
        ("DEEPINFRA_API_KEY", "your_api_key_here"),
        ("DEEPINFRA_API_KEY_name", _BODY),
        ("deepinfra.model", _BODY),
    ),
    source="https://docs.deepinfra.com/account/api-keys (2026-11-24)",
)
