"""The operator's environment in, a report of every way for raw data to leave out.

`otel-redact doctor` calls it. What needs a live pipeline is found by `probe`, in a child process;
nothing is sent anywhere.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path
from tempfile import TemporaryDirectory

from otel_redact.bypass import bypasses
from otel_redact.cli.diagnosis import Diagnosis, exit_code, lines
from otel_redact.cli.probe import REPORT
from otel_redact.config import effective_settings
from otel_redact.errors import ConfigError
from otel_redact.mistype import mistyped_variables
from otel_redact.pipeline import Pipeline

__all__ = ["doctor"]

_CALL = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*(\.[^\W\d]\w*)*")
_INSTRUMENT = "from opentelemetry.instrumentation.auto_instrumentation import run; run()"
_ZERO_CODE = ("OTEL_TRACES_EXPORTER", "OTEL_CONFIG_FILE", "OTEL_REDACT_ENABLED")
_TIMEOUT_SECONDS = 90.0
_SEE_SETTINGS = "see the settings above"


def doctor(call: str | None = None) -> int:
    """Look at the settings and at a live pipeline, and print what was found.

    Args:
        call: ``MODULE:FUNCTION`` that sets OpenTelemetry up; None: the environment does, by
            ``opentelemetry-instrument``.

    Returns:
        The exit code: 0: no gap; 1: some; 2: ``call`` names nothing.

    Raises:
        ConfigError: ``call`` is not of that form.
    """
    if call is not None and not _CALL.fullmatch(call):
        raise ConfigError(
            f"--call: got {call!r}, expected MODULE:FUNCTION such as app.tracing:setup"
        )
    settings, live = _settings(), _live(call)
    if settings[0].kind == "gap":  # then nothing can be set up, and this is why
        live = [
            replace(item, fix=_SEE_SETTINGS) if item.topic == "set-up" else item for item in live
        ]
    found = [*settings, *_mistypes(), *_bypasses(), *live]
    for line in lines(found, shutil.get_terminal_size().columns):
        print(line)
    return exit_code(found)


def _settings() -> list[Diagnosis]:
    """Settle the policy that the environment asks for."""
    with _warnings() as warnings:
        try:
            given = [item for item in effective_settings() if item.source != "default"]
            Pipeline()
        except ConfigError as error:
            return [Diagnosis(kind="gap", topic="settings", text=str(error))]
    sources = ", ".join(f"{item.name} ({item.source})" for item in given)
    text = f"{sources}; all else by default" if given else "all by default"
    notes = [Diagnosis(kind="note", topic="settings", text=warning) for warning in warnings]
    return [Diagnosis(kind="ok", topic="settings", text=text), *notes]


def _mistypes() -> list[Diagnosis]:
    return [
        Diagnosis(
            kind="gap",
            topic="variable",
            text=f"{name} means nothing",
            fix=f"did you mean {near}?" if near else "unset it; otel-redact config names the rest",
        )
        for name, near in mistyped_variables(os.environ).items()
    ]


def _bypasses() -> list[Diagnosis]:
    return [
        Diagnosis(
            kind="gap",
            topic="upload",
            text=f"{variable} is set: {what}",
            fix="unset it",
        )
        for variable, what in bypasses().items()
    ]


def _live(call: str | None) -> list[Diagnosis]:
    """Have a child process set OpenTelemetry up and examine it."""
    in_zero_code = call is None or _is_zero_code()
    if in_zero_code and not entry_points(group="opentelemetry_configurator"):
        return [
            Diagnosis(
                kind="gap",
                topic="set-up",
                text="opentelemetry-instrument finds nothing that configures the SDK",
                fix='pip install "otel-redact[auto]", or say where the set-up is in code: --call '
                "MODULE:FUNCTION",
            )
        ]
    with TemporaryDirectory(prefix="otel-redact-doctor-") as directory:
        program = [sys.executable, "-m", "otel_redact.cli.probe", directory, call or ""]
        if in_zero_code:
            program = [sys.executable, "-c", _INSTRUMENT, *program]
        said = _run(program)
        try:
            report = json.loads(Path(directory, REPORT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return [Diagnosis(kind="gap", topic="set-up", text=said)]
    return [Diagnosis(**item) for item in report]


def _run(program: list[str]) -> str:
    """Run the child; return what to say if it left no report. What it prints is not shown."""
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter and our own module
            program,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TIMEOUT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"the set-up, or an exporter's flush, did not end within {_TIMEOUT_SECONDS:.0f} s"
    return f"the child process ended with exit code {done.returncode} before it could report"


def _is_zero_code() -> bool:
    return any(
        word.strip() and (name in _ZERO_CODE or name.startswith("OTEL_PYTHON_"))
        for name, word in os.environ.items()
    )


@contextlib.contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the package warns of, instead of printing it."""
    logger = logging.getLogger("otel_redact")
    collector = _Collector()
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield collector.messages
    finally:
        logger.propagate = propagate
        logger.removeHandler(collector)


class _Collector(logging.Handler):
    """Keeps messages, but for those on mistyped variables, which have lines of their own."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage().removeprefix("otel_redact: ")
        if "means nothing" not in message:
            self.messages.append(message)
