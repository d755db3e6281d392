"""`Installation`: what `install` put in front of a provider's processors, whatever the signal."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from otel_redact import binding
from otel_redact.errors import ConfigError
from otel_redact.install_outlet import MARK
from otel_redact.pipeline import Pipeline

if TYPE_CHECKING:
    from otel_redact.counters import CounterSnapshot
    from otel_redact.policy import RedactionPolicy

__all__ = ["Installation", "installation_of"]


class Installation(ABC):
    """What ``install`` put in front of a provider's processors.

    Thread: redaction runs on the application's threads, when a span ends or a record is emitted.
    Order: every processor of the provider, earlier or later, sees redacted copies only.
        ``SpanInstallation`` and ``LogInstallation`` say what processors may write to.
    On error: a value becomes ``[REDACTED]``, a span or record that cannot be redacted is left out
        and counted; what a processor raises goes where it went before.

    Attributes:
        pipeline: what redacts.
    """

    def __init__(self, processors: object, pipeline: Pipeline, *, given: bool) -> None:
        """Remember the way to the processors.

        Args:
            processors: what a provider hands everything to.
            pipeline: redacts.
            given: whether the caller gave a policy; one from the environment makes way for it.
        """
        self.pipeline = pipeline
        self._processors = processors
        self._given = given
        self._installed = False
        self._before: dict[str, object] = {}
        self._beside: Installation | None = None

    @property
    def counters(self) -> CounterSnapshot:
        """What happened so far, in numbers; log records count as spans."""
        return self.pipeline.counters.snapshot()

    def uninstall(self) -> None:
        """Let the provider's processors see everything raw again; once is enough.

        What ``install()`` returned for the global providers goes from both.
        """
        self._installed = False
        binding.unregister_live(self)
        members = vars(self._processors)
        for name, ours in self._all_overrides().items():
            if members.get(name) != ours:
                continue  # somebody has wrapped it since, and ours passes raw ones on
            del members[name]
            if name in self._before:
                members[name] = self._before[name]
        if self._beside is not None:
            self._beside.uninstall()

    def put_in_front(self) -> None:
        """Take the place of the processors' methods."""
        members, overrides = vars(self._processors), self._all_overrides()
        self._before = {name: members[name] for name in overrides if name in members}
        self._installed = True
        # On the instance: tracers, loggers and spans in flight hold this very object.
        members.update(overrides)
        binding.register_live(self)

    def put_beside(self, other: Installation) -> None:
        """Note another signal's installation, which goes with this one."""
        self._beside = other

    def adopt(self, policy: RedactionPolicy | None) -> None:
        """Redact by another policy from now on; None: go on as before.

        Raises:
            ConfigError: a given policy holds already, or this one cannot be settled.
        """
        if policy is None:
            return
        if self._given:
            raise ConfigError(
                "install: this provider is redacted already; call uninstall() on what install() "
                "returned before you install another policy"
            )
        self.pipeline = Pipeline(policy)
        self._given = True

    @abstractmethod
    def _overrides(self) -> dict[str, object]:
        """Return what takes the place of which method."""

    def _all_overrides(self) -> dict[str, object]:
        return {**self._overrides(), MARK: self}


def installation_of(processors: object) -> Installation | None:
    """Return what stands in front of a provider's processors, or None."""
    known = getattr(processors, MARK, None)
    return known if isinstance(known, Installation) else None
