"""What `instrument` was given in, checked and frozen settings out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from otel_redact.config import resolve
from otel_redact.errors import ConfigError
from otel_redact.instrumentation_rule import HideOption, Process
from otel_redact.suggestion import nearest

__all__ = ["FileConfiguration", "Settings", "settings_of"]

_CALLABLE = ("process_inputs", "process_outputs", "process_chunk")
_HIDE = ("hide_inputs", "hide_outputs", "hide_metadata")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How calls are recorded; arguments of ``OpenAIInstrumentor().instrument``.

    Thread: functions run on the one that made the call, or that consumed the stream; for a stream
        that was abandoned, on one of the instrumentation's.
    Order: process_x, else a callable hide_x; before any attribute of that side is set.
    On error: what it was for is recorded as ``[REDACTED]``; the call goes on.

    Attributes:
        process_inputs: request body → what is recorded of it; takes precedence over a callable
            ``hide_inputs``.
        process_outputs: response (assembled, where it came in chunks) → what is recorded of it.
        process_chunk: one chunk of a stream → what is assembled of it; runs when the stream ends.
        hide_inputs: True: nothing of the inputs is recorded; a function: as ``process_inputs``.
        hide_outputs: as ``hide_inputs``, for the response and for assistant messages sent again.
        hide_metadata: True: stop sequences are not recorded.
        capture_content: whether content is recorded; None: see ``content``.
    """

    process_inputs: Process | None = field(default=None, repr=False)
    process_outputs: Process | None = field(default=None, repr=False)
    process_chunk: Process | None = field(default=None, repr=False)
    hide_inputs: HideOption = None
    hide_outputs: HideOption = None
    hide_metadata: HideOption = None
    capture_content: bool | None = None

    @property
    def hides(self) -> bool:
        """Whether anything is kept from the trace; an error's text, which may quote it, is too."""
        return any(getattr(self, name) for name in (*_CALLABLE, "hide_inputs", "hide_outputs"))


@dataclass
class FileConfiguration:
    """What a declarative configuration file may say about this instrumentation.

    Attributes:
        hide_inputs: as ``Settings``.
        hide_outputs: as ``Settings``.
        hide_metadata: as ``Settings``.
        capture_content: as ``Settings``.
    """

    hide_inputs: bool | None = None
    hide_outputs: bool | None = None
    hide_metadata: bool | None = None
    capture_content: bool | None = None


def settings_of(given: Mapping[str, object]) -> Settings:
    """Check arguments; hide flags that were not given come from the environment and policy file.

    Args:
        given: keyword → value, as ``Settings``.

    Raises:
        ConfigError: an unknown keyword, or a value of the wrong type.
    """
    known = [item.name for item in fields(Settings)]
    for name, value in given.items():
        if name not in known:
            near = nearest(name, known)
            hint = f" (did you mean {near}?)" if near else ""
            raise ConfigError(
                f"OpenAIInstrumentor.instrument: unknown argument {name!r}{hint}, expected one of "
                f"{', '.join(known)}, tracer_provider, meter_provider"
            )
        _check(name, value)
    checked = {name: value for name, value in given.items() if value is not None}
    hidden = resolve({name: checked[name] for name in _HIDE if name in checked}).values
    return Settings(**{**checked, **{name: hidden[name] for name in _HIDE}})  # type: ignore[arg-type]  # checked above


def _check(name: str, value: object) -> None:
    if value is None:
        return
    if name in _CALLABLE:
        right, expected = callable(value), "a function of a dict that returns one, or None"
    elif name in _HIDE:
        right = isinstance(value, bool) or callable(value)
        expected = "True, False, a function of a dict that returns one, or None"
    else:
        right, expected = isinstance(value, bool), "True, False or None"
    if not right:
        raise ConfigError(
            f"OpenAIInstrumentor.instrument: {name}: got {type(value).__name__}, "
            f"expected {expected}"
        )
