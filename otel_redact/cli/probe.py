"""The program that `otel-redact doctor` starts in the operator's environment.

Once OpenTelemetry is set up it sends canaries through the live pipeline, keeps what the exporters
are given instead of sending it, and writes what it found to a file.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import operator
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from opentelemetry import _logs, metrics, trace
from opentelemetry.sdk.trace.sampling import ALWAYS_ON

from otel_redact.cli.canary import SCOPE, Canary, emit_record, emit_span
from otel_redact.cli.diagnosis import Diagnosis
from otel_redact.cli.keeper import Keeper
from otel_redact.cli.verdict import judge
from otel_redact.containment import contain
from otel_redact.install_outlet import exporters_of, is_blocked, metric_exporters_of

if TYPE_CHECKING:
    from otel_redact.install_outlet import Outlet

__all__ = ["REPORT", "main"]

REPORT = "report.json"
_FLUSH_MILLIS = 20_000
_API = ("opentelemetry.trace", "opentelemetry._logs")
_FOREIGN_FIX = "wrap its exporter: RedactingSpanExporter(...), RedactingLogRecordExporter(...)"
_NOTHING_FIX = {
    False: "set OTEL_TRACES_EXPORTER=otlp_redacted and OTEL_LOGS_EXPORTER=otlp_redacted, or say "
    "where the set-up is in code: --call MODULE:FUNCTION",
    True: "have the function set a tracer provider with RedactingSpanProcessor, or install()",
}


def main(directory: str, call: str = "") -> None:
    """Examine this process, write the report, and end.

    Args:
        directory: gets the report, and what helper processes were given.
        call: ``MODULE:FUNCTION`` that sets OpenTelemetry up; ``""``: that is done by now.

    On error: no report.
    """
    report = Path(directory, REPORT)
    found = _examine(Path(directory), call)
    report.write_text(json.dumps([dataclasses.asdict(item) for item in found]), encoding="utf-8")
    os._exit(0)  # nothing that runs at exit may send anything


def _examine(directory: Path, call: str) -> list[Diagnosis]:
    failure = _call(call) if call else None
    if failure is not None:
        return [failure]
    spans = _Signal("spans", trace.get_tracer_provider(), directory, in_code=bool(call))
    logs = _Signal("logs", _logs.get_logger_provider(), directory, in_code=bool(call))
    if not (spans.is_live or logs.is_live):
        text = "nothing sets up an OpenTelemetry SDK that exports spans or log records"
        fix = _NOTHING_FIX[bool(call)]
        return [Diagnosis(kind="gap", topic="set-up", text=text, fix=fix)]
    return [*spans.examine(_emit_span), *logs.examine(_emit_record), *_metrics()]


def _call(call: str) -> Diagnosis | None:
    """Set OpenTelemetry up by the user's function; return what went wrong."""
    module, _, name = call.partition(":")
    sys.path.insert(0, str(Path.cwd()))
    try:
        function = operator.attrgetter(name)(importlib.import_module(module))
    except BaseException as error:  # noqa: BLE001 - foreign code, whose text may have content
        contain(error)
        text = f"--call {call}: cannot be imported ({type(error).__name__})"
        return Diagnosis(kind="wrong", topic="set-up", text=text)
    try:
        function()
    except BaseException as error:  # noqa: BLE001 - as above
        contain(error)
        text = f"--call {call}: the function raised {type(error).__name__}"
        return Diagnosis(kind="gap", topic="set-up", text=text)
    return None


class _Signal:
    """What is sent by the global provider of spans or of log records.

    Attributes:
        is_live: whether there is a provider that exports, or would but for our doing.
    """

    def __init__(
        self, name: Literal["spans", "logs"], provider: object, directory: Path, *, in_code: bool
    ) -> None:
        self._name = name
        self._provider = provider
        self._directory = directory
        self._in_code = in_code
        self._outlets = exporters_of(provider)
        self._is_foreign = self._outlets is None and not _is_of_api(provider)
        self.is_live = bool(self._outlets) or self._is_foreign or is_blocked(provider)

    def examine(self, emit: Callable[[object], list[Canary]]) -> list[Diagnosis]:
        """Send canaries through the provider; say what came out of every exporter."""
        kind = type(self._provider).__name__
        if self._is_foreign:
            return [self._gap(f"cannot look into {kind}, which is none of the SDK's", _FOREIGN_FIX)]
        if is_blocked(self._provider):
            return [
                self._gap("nothing is exported: redaction cannot start", "see the settings above")
            ]
        if not self._outlets:
            text = "none are exported: no provider of them has an exporter"
            return [Diagnosis(kind="note", topic=self._name, text=text)]
        keepers = [self._keeper(number, one) for number, one in enumerate(self._outlets)]
        try:
            canaries = emit(self._provider)
            self._flush()
        except Exception as error:  # noqa: BLE001 - of a foreign processor, whose text has content
            text = f"a processor raises {type(error).__name__}, so that the later ones get nothing"
            return [self._gap(text, "")]
        return [
            judge(
                outlet,
                self._name,
                canaries,
                keeper.bodies if keeper is not None and keeper.is_in_place else None,
                in_code=self._in_code,
            )
            for outlet, keeper in zip(self._outlets, keepers, strict=True)
        ]

    def _flush(self) -> None:
        """Flush each processor by itself: not every wrapper passes it on."""
        for outlet in self._outlets or ():
            for processor in outlet.processors:
                getattr(processor, "force_flush", int)(_FLUSH_MILLIS)

    def _keeper(self, number: int, outlet: Outlet) -> Keeper | None:
        if outlet.exporter is None:
            return None
        path = self._directory / f"{self._name}-{number}.otlp"
        return Keeper(outlet.exporter, self._name, path)

    def _gap(self, text: str, fix: str) -> Diagnosis:
        return Diagnosis(kind="gap", topic=self._name, text=text, fix=fix)


def _emit_span(provider: object) -> list[Canary]:
    for holder in (provider, getattr(provider, "provider", None)):
        if hasattr(holder, "sampler"):
            holder.sampler = ALWAYS_ON  # else the canary may be one of those that are not sampled
    return emit_span(trace.get_tracer(SCOPE))


def _emit_record(_provider: object) -> list[Canary]:
    return emit_record(_logs.get_logger(SCOPE))


def _is_of_api(provider: object) -> bool:
    """Whether a provider is the API's own, which exports nothing."""
    return type(provider).__module__.startswith(_API)


def _metrics() -> list[Diagnosis]:
    """Note exporters of metrics: attributes, of exemplars above all, leave as they are."""
    return [
        Diagnosis(
            kind="note",
            topic="metrics",
            text=f"{type(exporter).__name__} sends the attributes of metrics and exemplars as they "
            "are; where they quote users, wrap it: RedactingMetricExporter(...)",
        )
        for exporter in metric_exporters_of(metrics.get_meter_provider())
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
