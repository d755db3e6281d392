"""Counts the cells of the leak matrix; `tests/conftest.py` says them at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest


@pytest.fixture
def count_cells(request: pytest.FixtureRequest) -> Iterator[Counter]:
    """Give what is counted once a test has shown it: ``("spans over grpc", "gone")``, …."""
    counts: Counter = Counter()
    yield counts
    request.node.user_properties += [("leak matrix", *key, n) for key, n in counts.items()]
