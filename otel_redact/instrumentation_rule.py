"""What differs for one instrumentation's spans, by its scope's name: `InstrumentationRule`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from otel_redact.errors import ConfigError
from otel_redact.setting import HIDE_FLAGS

__all__ = ["HideOption", "InstrumentationRule", "Process", "check_hide_options"]

Process: TypeAlias = Callable[[dict[str, object]], dict[str, object]]
HideOption: TypeAlias = bool | Process | None

_PROCESSES = ("process_inputs", "process_outputs", "process_metadata")


@dataclass(frozen=True, kw_only=True)
class InstrumentationRule:
    """What differs for the spans of one instrumentation scope.

    Args:
        process_inputs: gets ``{attribute key: decoded value}`` of the span's inputs as a fresh
            dict, returns the dict that is kept; runs instead of a ``hide_inputs`` callable.
        process_outputs: likewise for outputs.
        process_metadata: likewise for metadata, by the user's own names.
        hide_inputs: None inherits the policy's; anything else replaces it for this scope, except
            that False cannot undo a True of the environment or of a locked file.
        hide_outputs: likewise.
        hide_metadata: likewise.

    Raises:
        ConfigError: a hide option that is no bool, callable or None, or a process that is not
            callable.

    Thread: the callables run on the thread that redacts.
    Order: after hide flags, before the anonymizer.
    On error: the values they were given become ``[REDACTED]``.
    """

    process_inputs: Process | None = None
    process_outputs: Process | None = None
    process_metadata: Process | None = None
    hide_inputs: HideOption = None
    hide_outputs: HideOption = None
    hide_metadata: HideOption = None

    def __post_init__(self) -> None:
        """Check types."""
        check_hide_options(self)
        for name in _PROCESSES:
            value = getattr(self, name)
            if value is not None and not callable(value):
                msg = f"{name}: got {type(value).__name__}, expected a callable (dict) -> dict"
                raise ConfigError(msg)


def check_hide_options(owner: object) -> None:
    """Refuse hide options that are none.

    Raises:
        ConfigError: one is no bool, callable or None.
    """
    for name in sorted(HIDE_FLAGS):
        value = getattr(owner, name)
        if value is not None and not isinstance(value, bool) and not callable(value):
            msg = (
                f"{name}: got {type(value).__name__}, expected True, False, None or a callable "
                "(dict) -> dict"
            )
            raise ConfigError(msg)
