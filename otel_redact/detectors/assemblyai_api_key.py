"""AssemblyAI API keys: 32 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import KEY_WORDS, behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["ASSEMBLYAI_API_KEY"]

_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_NAME = r"(?:assembly[_ .-]?ai|(?<![A-Za-z])aai(?=[_.-])(?:[_.]settings)?)" + KEY_WORDS

ASSEMBLYAI_API_KEY = Detector(
    name="assemblyai_api_key",
    entity="ASSEMBLYAI_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[0-9a-f]{32}(?![A-Za-z0-9_-])"),
    triggers=(
        *("assembly" + sign + "ai" for sign in ("", "_", " ", ".", "-")),
        *("aai_", "aai.", "aai-"),
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=(
        *("assembly" + sign + "ai" for sign in ("", "_", " ", ".", "-")),
        *("aai_", "aai.", "aai-"),
    ),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "ASSEMBLYAI_API_KEY=" + _HEX,
        '{"assemblyai_api_key": "' + _HEX + '"}',
        "the assemblyai api key is " + _HEX + ".",
        'os.environ["ASSEMBLYAI_API_KEY"] = "' + _HEX + '"',
    ),
    misses=(
        "ASSEMBLYAI_API_KEY=your_api_key_here",
        "ASSEMBLYAI_API_KEY=" + _HEX[:12],
        "request of assemblyai: " + _HEX,
        "ASSEMBLYAI_API_KEY = os.environ['ASSEMBLYAI_API_KEY']",
    ),
    key_hits=(("ASSEMBLYAI_API_KEY", _HEX), ("assemblyaiApiKey", _HEX)),
    key_misses=(
        ("ASSEMBLYAI_API_KEY", "your_api_key_here"),
        ("ASSEMBLYAI_API_KEY_name", _HEX),
        ("assemblyai.model", _HEX),
    ),
    source="https://www.assemblyai.com/docs/api-reference/overview (2026-11-24)",
)
