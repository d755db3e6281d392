"""What the helper is told once: which exporter to make, what to redact, how long things may take.

It crosses pickled, so functions must be found by name at the other end; which one cannot is said
when the processor is constructed.
"""

from __future__ import annotations

import functools
import io
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import BuiltinFunctionType, FunctionType, MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from otel_redact.catalogue import select_detectors
from otel_redact.decision import Decisions
from otel_redact.errors import ConfigError
from otel_redact.types import Detector

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

__all__ = ["HelperSettings", "pack_settings", "unpack_settings"]

_ADVICE = (
    "define it at the top of a module that can be imported (not the program's own file), or use "
    "redact_in='worker'"
)

ExporterFactory: TypeAlias = Callable[[], "SpanExporter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperSettings:
    """How the helper works.

    Attributes:
        exporter: makes the exporter; None: OTLP by ``OTEL_EXPORTER_OTLP_*``.
        decisions: the settled policy.
        timeout_millis: milliseconds the exporter gets to flush and to shut down.
    """

    exporter: ExporterFactory | None
    decisions: Decisions
    timeout_millis: float


def pack_settings(settings: HelperSettings) -> bytes:
    """Return the pickled settings.

    Raises:
        ConfigError: a function, class or object of the policy or the exporter cannot be sent.
    """
    parts = (("exporter", settings.exporter), ("policy", settings.decisions))
    try:
        return _pickled(settings)
    except _UnsendableError as error:
        part = next((name for name, value in parts if not _is_sendable(value)), "settings")
        raise ConfigError(
            f"redact_in='process': {part}: {error}, so it cannot be sent to the helper; {_ADVICE}"
        ) from None


def unpack_settings(data: bytes | bytearray) -> HelperSettings:
    """Return the settings that ``pack_settings`` was given.

    Raises:
        Exception: whatever an import that they need raises.
    """
    return cast("HelperSettings", pickle.loads(data))  # noqa: S301 - from the parent process


class _UnsendableError(Exception):
    """A name that the helper could not find; the text has no content."""


class _Pickler(pickle.Pickler):
    """Sends built-in detectors by name, and functions only where the helper will find them."""

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401 - what pickle asks for
        """Return how to make an object again, or NotImplemented: as pickle does."""
        if isinstance(obj, (FunctionType, BuiltinFunctionType, type)):
            _check_name(obj)
        elif isinstance(obj, MappingProxyType):
            return dict, (dict(obj),)
        elif isinstance(obj, Detector) and _known_detectors().get(obj.name) == obj:
            return _known_detector, (obj.name,)
        return NotImplemented


def _pickled(value: object) -> bytes:
    """Pickle a value that can be unpickled again.

    Raises:
        _UnsendableError: says why it cannot be.
    """
    stream = io.BytesIO()
    try:
        _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
        pickle.loads(stream.getvalue())  # noqa: S301 - pickled in the line above
    except _UnsendableError:
        raise
    except Exception as error:  # noqa: BLE001 - foreign objects may raise anything
        name = type(error).__name__
        raise _UnsendableError(f"an object in it cannot be pickled ({name})") from None
    return stream.getvalue()


def _is_sendable(value: object) -> bool:
    try:
        _pickled(value)
    except _UnsendableError:
        return False
    return True


def _check_name(named: FunctionType | BuiltinFunctionType | type) -> None:
    """Raise where another process could not find a function or class by its name."""
    module, name = str(named.__module__), named.__qualname__
    if isinstance(named, BuiltinFunctionType) and not isinstance(named.__self__, type(sys)):
        return  # a method of an object, which is pickled itself
    if module in ("__main__", "__mp_main__"):
        raise _UnsendableError(f"{name} is defined in the program's own file (__main__)")
    if module == "None" and isinstance(named, type):
        return  # NoneType and its like, which pickle knows
    found: object = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    if found is not named:
        raise _UnsendableError(f"{module}.{name} is not found by its name")


@functools.cache
def _known_detectors() -> dict[str, Detector]:
    """Return the built-in and installed detectors by name."""
    return {detector.name: detector for detector in select_detectors(("all",))}


def _known_detector(name: str) -> Detector:
    return _known_detectors()[name]
