"""Programs that fork, are told to end, or end at once: each span is sent clean or counted."""

from __future__ import annotations

import os

import pytest

from tests.faults.matrix import CANARY
from tests.faults.programs import QUICK, run_programs

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.timeout(300),  # whichever test comes first waits for all programs
]


@pytest.fixture(scope="module")
def ran():
    return run_programs(QUICK)


@pytest.mark.parametrize("program", QUICK, ids=str)
def test_a_program_that_forks_or_ends_sends_or_counts_each_span(ran, program):
    result = ran[program].result()

    assert result.done.returncode == 0, result.done.stderr
    assert "Traceback" not in result.done.stderr
    assert CANARY not in result.done.stdout + result.done.stderr
    assert result.raw == 0
    if program.is_counted:
        assert result.sent > 0
        assert result.acknowledged + result.lost == result.sent
