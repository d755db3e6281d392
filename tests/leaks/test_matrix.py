"""Every place × category × kind of value × policy: no canary in the OTLP bytes.

A canary that is found names its cell. All cells go through the exporter and the SDK's OTLP encoder
here; `test_matrix_wire` sends a covering part of them by every way in and both protocols.
"""

from __future__ import annotations

from functools import cache

import pytest
from opentelemetry.trace import Link

from otel_redact import RedactionPolicy
from otel_redact.pipeline import Pipeline
from tests.leaks.matrix_canary import found_in
from tests.leaks.matrix_cell import Cell, cells
from tests.leaks.matrix_log_place import LOG_PLACES
from tests.leaks.matrix_place import PLACES
from tests.leaks.matrix_policy import POLICIES, nothing
from tests.log_support import wire_logs
from tests.support import ENCODES_NONE, make_span, span_context, wire

FIRST_LOG_CELL = 1_000_000
SIGNALS = ("spans", "logs")


@cache
def all_cells(signal: str) -> tuple[Cell, ...]:
    spans = signal == "spans"
    every = tuple(cells(PLACES) if spans else cells(LOG_PLACES, FIRST_LOG_CELL))
    if ENCODES_NONE:
        return every
    found = arrived(signal, list(every), nothing())  # older SDKs drop nested values of resources
    return tuple(cell for cell in every if cell.canary in found)


def arrived(signal: str, chosen: list[Cell], policy: RedactionPolicy) -> set[str]:
    """Return the canaries on the wire; every span or record must have arrived."""
    items = [cell.item for cell in chosen]
    sent = wire(items, policy) if signal == "spans" else wire_logs(items, policy)
    count = sent.spans() if signal == "spans" else sent.records()
    assert len(count) == len(chosen)
    return found_in(sent.bodies[0])


@pytest.mark.parametrize("signal", SIGNALS)
@pytest.mark.parametrize("name", POLICIES)
def test_no_canary_leaves_and_what_a_policy_keeps_is_still_there(name, signal, count_cells):
    case = POLICIES[name]
    chosen = [
        cell
        for cell in all_cells(signal)
        if cell.payload != "pii" or not case.by_flag  # a flag asks for no entity
    ]
    expected = {cell: case.expects(cell) for cell in chosen}

    found = arrived(signal, chosen, case.policy())

    leaked = [str(cell) for cell in chosen if expected[cell] == "gone" and cell.canary in found]
    lost = [str(cell) for cell in chosen if expected[cell] == "kept" and cell.canary not in found]
    assert (leaked[:20], len(leaked)) == ([], 0)
    assert (lost[:20], len(lost)) == ([], 0)
    for verdict in expected.values():
        count_cells[f"{signal} in process", verdict] += 1


@pytest.mark.parametrize("signal", SIGNALS)
def test_without_redaction_every_canary_of_the_matrix_is_found(signal):
    chosen = list(all_cells(signal))

    found = arrived(signal, chosen, nothing())

    assert [str(cell) for cell in chosen if cell.canary not in found] == []
    assert len({cell.canary for cell in chosen}) == len(chosen) > 2_000


def test_a_links_trace_state_is_redacted_though_the_otlp_encoder_leaves_it_out():
    link = Link(span_context(9, trace_state=[("a", "ann@example.com")]), {})

    (span,) = Pipeline(RedactionPolicy(environ={})).redact_batch([make_span(links=[link])])

    assert span.links[0].context.trace_state.get("a") == "[EMAIL_ADDRESS]"
