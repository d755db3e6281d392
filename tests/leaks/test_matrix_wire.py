"""A covering part of the leak matrix by every way in and both protocols, to a real receiver.

Each place × category × way × protocol is there; kinds and payloads take turns. Spans and records
are recorded by the SDK's tracers and loggers, sent by its OTLP exporters, received on loopback.
"""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache

import pytest

from otel_redact.testing import assert_no_leak
from tests.leaks.matrix_canary import found_in
from tests.leaks.matrix_cell import Cell, cells
from tests.leaks.matrix_log_place import LOG_PLACES
from tests.leaks.matrix_place import PLACES
from tests.leaks.matrix_policy import POLICIES, nothing
from tests.leaks.matrix_way import LOG_WAYS, PROTOCOLS, SPAN_WAYS, send_logs, send_spans

FIRST_LOG_CELL = 1_000_000
SENT_KINDS = frozenset(  # what the SDK itself takes as an attribute's value
    (
        "text",
        "JSON",
        "JSON in JSON",
        "cut JSON",
        "percent",
        "zero width",
        "base64",
        "list",
        "digits",
    )
) | {"alone", "number", "number in JSON", "list of JSON"}
SENT_POLICIES = ("default", "hide everything", "callable that raises")
CELLS_OF_A_PLACE = 4
WAYS = [("spans", way) for way in SPAN_WAYS] + [("logs", way) for way in LOG_WAYS]


@cache
def covering(signal: str) -> tuple[Cell, ...]:
    """Return some cells of each place and category; of a resource one, as a provider has one."""
    every = cells(PLACES) if signal == "spans" else cells(LOG_PLACES, FIRST_LOG_CELL)
    chosen: list[Cell] = []
    for number, (_, group) in enumerate(
        itertools.groupby(every, key=lambda cell: (cell.place, cell.category))
    ):
        sendable = [cell for cell in group if cell.kind in SENT_KINDS]
        wanted = 1 if sendable[0].place.startswith("resource") else CELLS_OF_A_PLACE
        step = max(1, len(sendable) // wanted)
        chosen += sendable[number % step :: step][:wanted]
    return tuple(chosen)


def arrived(signal: str, way: str, protocol: str, policy: object) -> list[bytes]:
    send = send_spans if signal == "spans" else send_logs
    return send(covering(signal), way, protocol, policy)


@pytest.mark.parametrize("name", SENT_POLICIES)
@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(("signal", "way"), WAYS, ids=[" ".join(way) for way in WAYS])
def test_no_canary_arrives_by_any_way_in(signal, way, protocol, name, count_cells):
    case = POLICIES[name]
    chosen = covering(signal)
    expected = {cell: case.expects(cell) for cell in chosen}

    bodies = arrived(signal, way, protocol, case.policy())

    found = found_in(b"".join(bodies))
    assert [str(c) for c in chosen if expected[c] == "gone" and c.canary in found] == []
    assert [str(c) for c in chosen if expected[c] == "kept" and c.canary not in found] == []
    assert_no_leak(bodies, [cell.canary for cell in chosen if expected[cell] == "gone"])
    for verdict, number in Counter(expected.values()).items():
        count_cells[f"{signal} over {protocol}", verdict] += number


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("signal", ["spans", "logs"])
def test_without_redaction_every_canary_arrives(signal, protocol):
    bodies = arrived(signal, "exporter", protocol, nothing())

    found = found_in(b"".join(bodies))
    assert [str(cell) for cell in covering(signal) if cell.canary not in found] == []


@pytest.mark.parametrize("signal", ["spans", "logs"])
def test_every_place_and_category_is_among_the_cells_that_are_sent(signal):
    places = PLACES if signal == "spans" else LOG_PLACES
    every = {(cell.place, cell.category) for cell in cells(places)}

    assert {(cell.place, cell.category) for cell in covering(signal)} == every
    assert {cell.kind for name in ("spans", "logs") for cell in covering(name)} == SENT_KINDS
