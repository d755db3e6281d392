"""The slow run stays runnable, its search can fail, and its committed table is about this run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from otel_redact import RedactionPolicy
from tests.support import make_span, wire
from tests.third_party.canaries import API_KEY, GONE, KEPT, MARKS, POLICIES, say
from tests.third_party.instrumentations import BYPASSES, INSTRUMENTATIONS
from tests.third_party.observation import Observation
from tests.third_party.report import COMMAND, Result, markdown, summary
from tests.third_party.run import check
from tests.third_party.server import INPUT_TOKENS, MODEL

HERE = Path(__file__).parent
README = (HERE / "README.md").read_text(encoding="utf-8")
VERSIONS = {"opentelemetry-sdk": "1.45.2", "logfire": "5", "openai": "3"}


def observed(**policy: object) -> Observation:
    attributes = {
        "gen_ai.input.messages": f'[{{"role":"user","content":"{say("USERMARK")}"}}]',
        "gen_ai.output.messages": f'[{{"role":"assistant","content":"{say("ANSWERMARK")}"}}]',
        "gen_ai.response.model": MODEL,
        "gen_ai.usage.input_tokens": INPUT_TOKENS,
        "note": API_KEY,
    }
    sent = wire(make_span(attributes), RedactionPolicy(**policy, environ={}))
    return Observation(span_bodies=sent.bodies, log_bodies=[], versions=VERSIONS)


RAW = {"anonymizer": None}


def test_a_policy_that_does_what_it_says_has_no_faults():
    assert check("hide_inputs", observed(**RAW), observed(hide_inputs=True)) == []


@pytest.mark.parametrize("policy", POLICIES)
def test_the_search_sees_what_is_sent_raw(policy):
    raw = observed(**RAW)

    faults = check(policy, raw, raw)

    assert f"{policy}: {API_KEY} was sent" in faults
    assert (f"{policy}: USERMARK was sent" in faults) == ("INPUT" in GONE[policy])
    assert (f"{policy}: ANSWERMARK was sent" in faults) == ("OUTPUT" in GONE[policy])


def test_what_is_hidden_without_being_asked_for_is_a_fault():
    faults = check("hide_outputs", observed(**RAW), observed(hide_inputs=True, hide_outputs=True))

    assert faults == ["hide_outputs: USERMARK was lost"]


def test_a_span_that_does_not_arrive_is_a_fault():
    nothing = Observation(span_bodies=[], log_bodies=[])

    (fault,) = [f for f in check("hide_all", observed(**RAW), nothing) if "became" in f]

    assert "'spans': 1" in fault
    assert "'spans': 0" in fault


def test_the_report_counts_leaks_and_names_their_places():
    raw = observed(**RAW)
    result = Result(instrumentation=INSTRUMENTATIONS["logfire"], raw=raw)
    for policy in POLICIES:
        result.policies[policy] = raw
        result.faults[policy] = check(policy, raw, raw)

    text = markdown([result])

    assert "| 3 / 3 | 4 / 4 | 4 / 4 | 3 / 3 | 5 / 5 |" in text
    assert "| `tests` | `gen_ai.input.messages` | I | I | I | I |" in text
    assert "hide_inputs: USERMARK was sent  tests gen_ai.input.messages" in summary(result)


def test_every_mark_is_said_by_some_call_or_answer():
    sources = "".join((HERE / f"{name}.py").read_text() for name in ("openai_calls", "server"))
    sources += (HERE / "langchain_calls.py").read_text()

    unsaid = [mark for marks in MARKS.values() for mark in marks if mark not in sources]

    assert unsaid == []
    assert {mark for marks in KEPT.values() for mark in marks} <= {
        m for s in MARKS.values() for m in s
    }


def test_the_committed_table_is_of_this_run_and_shows_no_leak():
    rows = [line.strip("| ").split(" | ") for line in README.splitlines() if " / " in line]
    rows = [row for row in rows if len(row) == 4 + len(POLICIES)]

    assert [row[0].split(" ")[0] for row in rows] == [*INSTRUMENTATIONS]
    assert all(re.fullmatch(r"0 / [1-9]\d*", cell) for row in rows for cell in row[4:])
    assert all(f"### {name}\n" in README for name in INSTRUMENTATIONS)
    assert f"| {' | '.join(POLICIES)} |" in README
    assert COMMAND in README


def test_each_bypass_is_run_where_it_belongs():
    assert {bypass.instrumentation for bypass in BYPASSES} <= {*INSTRUMENTATIONS}


def test_the_run_explains_itself_without_installing_anything(tmp_path):
    done = subprocess.run(
        [sys.executable, str(HERE / "run.py"), "--help"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )

    assert "--markdown" in done.stdout
    assert [*tmp_path.iterdir()] == []
