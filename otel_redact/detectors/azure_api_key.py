"""Azure AI (OpenAI, Cognitive, Speech, Search) keys: by their mark ``JQQJ99``, or behind a name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group, Trigger

__all__ = ["AZURE_API_KEY"]

_ALNUM = "abcdefghijklmnopqrstuvwxyz0"
_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = _BODY + _BODY[:20] + "JQ" + "QJ99" + _BODY[:26]
_NAME = (
    r"(?:azure[_ .-]?(?:(?:open)?ai|cognitive|search|speech|vision|language"
    r"|translator|foundry|form[_ -]?recognizer|document[_ -]?intelligence)?"
    r"(?:[_ .-]?(?:services?|studio))?(?:[_ .-]?(?:api|subscription|admin"
    r"|access))?[_ .-]?key|(?:subscription|speech|cognitive)[_ -]?key)"
)

AZURE_API_KEY = Detector(
    name="azure_api_key",
    entity="AZURE_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>[A-Za-z0-9]{44,60}JQQJ99[A-Za-z0-9]{12,32}+)|"
        + behind(_NAME, r"(?:[0-9a-f]{32}|[A-Za-z0-9]{40,88})(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=(
        Trigger("jqqj00", before=60, run=_ALNUM),
        *(
            "azure" + sign
            for sign in (
                "_",
                " ",
                "-",
                ".",
                "openai",
                "ai",
                "api",
                "key",
                "search",
                "speech",
                "cognitive",
                "vision",
                "language",
                "translator",
                "foundry",
                "form",
                "document",
                "service",
                "studio",
                "subscription",
                "admin",
                "access",
            )
        ),
        *(
            kind + sign + "key"
            for kind in ("subscription", "speech", "cognitive")
            for sign in ("", "_", " ", "-")
        ),
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=("azure", "subscription", "speech", "cognitive"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "AZURE_OPENAI_API_KEY=" + _KEY,
        "use " + _KEY + ", please",
        "AZURE_OPENAI_API_KEY=" + _HEX,
        "Ocp-Apim-Subscription-Key: " + _HEX,
        "the azure openai key is " + _HEX + ".",
    ),
    misses=(
        "AZURE_OPENAI_API_KEY=your_api_key_here",
        "JQQJ99",
        "azure tenant " + _HEX,
        "AZURE_OPENAI_DEPLOYMENT=" + _HEX,
    ),
    key_hits=(("AZURE_OPENAI_API_KEY", _HEX), ("Ocp-Apim-Subscription-Key", _HEX)),
    key_misses=(
        ("AZURE_OPENAI_API_KEY", "your_api_key_here"),
        ("azure_endpoint", _HEX),
        ("subscription_id", _HEX),
    ),
    source="https://learn.microsoft.com/azure/ai-services/authentication (2026-11-24)",
)
