"""Scenarios of whole programs in, what became of their spans out; tests and report run them."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.answers import FAULTS, HTTP, Fault
from tests.faults.faulty_server import FaultyServer
from tests.faults.matrix import CANARY, LOST
from tests.program import run_python

__all__ = ["PROGRAMS", "QUICK", "Program", "Ran", "run_program", "run_programs"]

APPLICATION = str(Path(__file__).with_name("application.py"))
_FAULT = {fault.name: fault for fault in FAULTS}
_WAYS = ("worker", "caller", "process")
_UNCOUNTED = ("daemon_threads", "sigterm")
_NAMES = {
    "fork_before": "fork before the first span",
    "fork_after": "fork with spans in the queue",
    "fork_busy": "fork while threads end spans",
    "prefork": "preforked workers, SIGTERM",
    "multiprocessing_fork": "multiprocessing, fork",
    "multiprocessing_spawn": "multiprocessing, spawn",
    "os_exit": "`os._exit` right after `force_flush`",
    "at_exit": "spans during and after atexit",
    "daemon_threads": "daemon threads at interpreter shutdown",
    "sigterm": "SIGTERM while the server stalls",
    "signals": "spans ended in signal handlers",
}


@dataclass(frozen=True)
class Program:
    """A scenario of the application, and where redaction happens in it."""

    scenario: str
    way: str

    @property
    def name(self) -> str:
        """The row's."""
        return _NAMES[self.scenario]

    @property
    def fault(self) -> Fault:
        """What its server does."""
        return _FAULT["stalls forever" if self.scenario == "sigterm" else "none"]

    @property
    def is_counted(self) -> bool:
        """Whether a process is left to count what is lost."""
        return self.scenario not in _UNCOUNTED

    def __str__(self) -> str:
        """Return the id of a test."""
        return f"{self.scenario}-{self.way}"


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What became of a program.

    Attributes:
        done: how it ended.
        sent: spans that its processes ended.
        acknowledged: of them, those that arrived.
        lost: of them, those that were counted as lost.
        raw: canaries in all bytes sent.
    """

    done: subprocess.CompletedProcess[str]
    sent: int
    acknowledged: int
    lost: int
    raw: int


PROGRAMS = tuple(
    Program(scenario, way)
    for scenario, way in itertools.product(_NAMES, _WAYS)
    if (scenario, way) != ("signals", "process")  # its on_end is the worker's
)
QUICK = (
    Program("fork_after", "worker"),
    Program("fork_busy", "caller"),
    Program("prefork", "worker"),
    Program("os_exit", "worker"),
    Program("at_exit", "worker"),
    Program("daemon_threads", "worker"),
    Program("sigterm", "worker"),
    Program("signals", "caller"),
)
"""The others take the report's minutes; `tests/test_processor.py` has a fork before the first span,
`tests/test_helper_process.py` one with a helper."""


def run_programs(programs: Sequence[Program]) -> dict[Program, Future[Ran]]:
    """Run programs, some at a time; return when all have ended."""
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        return {program: pool.submit(run_program, program) for program in programs}


def run_program(program: Program) -> Ran:
    """Run a program against a server of its own."""
    with FaultyServer(HTTP, program.fault) as server, TemporaryDirectory() as folder:
        environ = {
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": server.url,
            "OTEL_EXPORTER_OTLP_PROTOCOL": HTTP,
            "OTEL_BSP_MAX_QUEUE_SIZE": "1000000",
        }
        arguments = (APPLICATION, program.scenario, program.way)
        done = run_python("-W", "ignore", *arguments, cwd=Path(folder), environ=environ)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return Ran(
            done=done,
            sent=sum(line["sent"] for line in lines),
            acknowledged=len(server.acknowledged),
            lost=sum(line["spans"].get(name, 0) for line in lines for name in LOST),
            raw=server.everything().count(CANARY.encode()),
        )
