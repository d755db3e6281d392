"""`redact_text` and `redact`: a policy's rules on a text or value of your own, outside any span."""

from __future__ import annotations

from otel_redact.decision import settle_once
from otel_redact.policy import RedactionPolicy
from otel_redact.types import FAILED_PLACEHOLDER

__all__ = ["redact", "redact_text"]


def redact(value: object, *, policy: RedactionPolicy | None = None) -> object:
    """Return a redacted copy of any value: dict, list, tuple, set, bytes, str, dataclass, pydantic.

    Args:
        value: never changed. Hide flags do not apply: a bare value has no category.
        policy: None: from the environment, as it is at this call.

    Raises:
        ConfigError: the policy cannot be settled.

    Example:
        >>> redact({"to": "ann@example.com", "copies": 2})
        {'to': '[EMAIL_ADDRESS]', 'copies': 2}
    """
    anonymizer = settle_once(policy).anonymizer
    return value if anonymizer is None else anonymizer(value)


def redact_text(text: str, *, policy: RedactionPolicy | None = None) -> str:
    """Return a redacted copy of a text; JSON text stays valid JSON.

    Args:
        text: any text.
        policy: None: from the environment, as it is at this call.

    Raises:
        ConfigError: the policy cannot be settled.

    Example:
        >>> redact_text("mail ann@example.com")
        'mail [EMAIL_ADDRESS]'
    """
    result = redact(text, policy=policy)
    return result if isinstance(result, str) else FAILED_PLACEHOLDER
