"""What every test shares: no settings from the machine, no proxy on loopback, no deadlines."""

import os
from collections import Counter

import hypothesis
import pytest

# A shared machine is slow at times; pytest-timeout still ends what hangs.
hypothesis.settings.register_profile("default", deadline=None, print_blob=True)
hypothesis.settings.load_profile("default")

_SETTINGS = ("OTEL_", "LANGSMITH_", "LANGCHAIN_", "OPENINFERENCE_", "OPENAI_", "TRACELOOP_")
_LOOPBACK = "127.0.0.1,localhost"
_cells: Counter = Counter()


@pytest.fixture(autouse=True)
def _environment_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(_SETTINGS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NO_PROXY", _LOOPBACK)
    monkeypatch.setenv("no_proxy", _LOOPBACK)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Take what the leak matrix has counted, from wherever a test ran."""
    if report.when == "teardown":
        for name, *counted in report.user_properties:
            if name == "leak matrix":
                part, verdict, number = counted
                _cells[part, verdict] += number


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many cells the leak matrix had."""
    if not _cells:
        return
    sums: Counter = Counter()
    for (_, verdict), number in _cells.items():
        sums[verdict] += number
    gone = ", ".join(f"{part} {_cells[part, 'gone']}" for part in sorted({p for p, _ in _cells}))
    terminalreporter.write_line(
        f"leak matrix: {sums['gone']} cells with 0 canaries in their OTLP bytes ({gone}); "
        f"{sums['kept']} cells meant to keep theirs kept it; {sums['either']} left open"
    )
