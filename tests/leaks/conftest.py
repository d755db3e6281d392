"""Counts the cells of the leak matrix and says so at the end of a run."""

from __future__ import annotations

from collections import Counter

import pytest

_CELLS = pytest.StashKey[Counter]()


@pytest.fixture
def count_cells(request: pytest.FixtureRequest) -> Counter:
    """Return what is counted once a test has shown it: ``("spans over grpc", "gone")``, …."""
    return request.config.stash.setdefault(_CELLS, Counter())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = terminalreporter.config.stash.get(_CELLS, None)
    if not counts:
        return
    verdicts: Counter = Counter()
    for (_, verdict), number in counts.items():
        verdicts[verdict] += number
    gone = ", ".join(f"{part} {counts[part, 'gone']}" for part in sorted({p for p, _ in counts}))
    terminalreporter.write_line(
        f"leak matrix: {verdicts['gone']} cells with 0 canaries in their OTLP bytes ({gone}); "
        f"{verdicts['kept']} cells meant to keep theirs kept it; {verdicts['either']} left open"
    )
