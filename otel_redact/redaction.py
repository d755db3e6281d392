"""`redact_text` and `redact`: a policy's rules on a text or value of your own, outside any span."""

from __future__ import annotations

import functools

from otel_redact.config import environment_state
from otel_redact.decision import Decisions, settle
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
    anonymizer = _settled(policy).anonymizer
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


def _settled(policy: RedactionPolicy | None) -> Decisions:
    given = policy or RedactionPolicy()
    return _settled_once(_Key(given, environment_state(given.environ)))


class _Key:
    """A policy and the state of the environment it is settled by, as a cache key.

    The policy counts by identity, because it may hold mappings, which cannot be hashed; all
    policies that were not given are one.
    """

    __slots__ = ("policy", "state")

    def __init__(self, policy: RedactionPolicy, state: tuple[object, ...]) -> None:
        self.policy = policy
        self.state = state

    def __hash__(self) -> int:
        return hash(self.state)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and other.state == self.state
            and (other.policy is self.policy or other.policy == self.policy == RedactionPolicy())
        )


@functools.lru_cache(maxsize=32)
def _settled_once(key: _Key) -> Decisions:
    return settle(key.policy)
