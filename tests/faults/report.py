"""Run every cell and every program; print the table of this folder's README.

`python tests/faults/report.py --markdown > tests/faults/README.md`
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.answers import FAULTS, PROTOCOLS
from tests.faults.matrix import CELLS, WAYS, Cell, Outcome, observed, run_all
from tests.faults.programs import PROGRAMS, Program, Ran, run_programs

HEAD = """\
# Faults

What each fault costs: spans, each of them counted; never a byte of content, an exception in the
application or the spans after it. Made by

```sh
python tests/faults/report.py --markdown > tests/faults/README.md
```

Spans carry an e-mail address with a canary in their name, input, output, metadata, exception and
status. A server on loopback keeps every byte that any client sends it, whole requests or not.
*Received clean* are spans whose request was answered with success; *counted lost* are the outcomes
`dropped`, `export_failed`, `queue_full` and `shutdown` in `processor.counters.spans`. The two are
what was sent. Six spans meet the fault; where the server then becomes well, a seventh arrives.

A way: `RedactingSpanProcessor` with `redact_in` `worker`, `caller` or `process`; `exporter` is
`BatchSpanProcessor(RedactingSpanExporter(…))`. Its queue is the SDK's alone: what it drops is
counted by the SDK's `otel.sdk.processor.span.processed`.

## A server that fails

"""
PROGRAM_HEAD = """
## Programs that fork, are told to end, or end at once

Over HTTP/protobuf. Where a program is killed with spans under way, nobody is left to count: what
counts is that it ends, in time, and that nothing raw left it.

"""
NUMBERS = ("sent", "received clean", "counted lost")
COLUMNS = ("fault", "protocol and way", *NUMBERS)
PROGRAM_COLUMNS = ("program", "way", *NUMBERS)
RAW = "raw bytes out"
INSIDE = Path(__file__).with_name("inside.md")


def server_names() -> list[str]:
    """Return what the first column of the first table must name."""
    return [fault.name for fault in FAULTS]


def program_names() -> list[str]:
    """Return what the first column of the second table must name."""
    return list(dict.fromkeys(program.name for program in PROGRAMS))


def names_in(page: str) -> list[str]:
    """Return the first cells of all table rows of a page, each once."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    return list(dict.fromkeys(line.strip("| ").split(" | ")[0] for line in lines))


def server_rows(outcomes: Mapping[Cell, Future[Outcome]]) -> Iterator[str]:
    """Return the lines of the first table: cells of a fault with equal numbers share a row."""
    yield from head(COLUMNS)
    remarks = list(dict.fromkeys(fault.remark for fault in FAULTS if fault.remark))
    for fault in FAULTS:
        equal: dict[tuple[int, ...], list[Cell]] = {}
        for cell in CELLS:
            if cell.fault is fault:
                seen = outcomes[cell].result()
                assert seen.acknowledged + seen.lost == seen.sent, cell
                numbers = (seen.sent, seen.acknowledged, seen.lost, seen.raw)
                equal.setdefault(numbers, []).append(cell)
        mark = f" ({remarks.index(fault.remark) + 1})" if fault.remark else ""
        for numbers, cells in equal.items():
            yield row(fault.name, shared(cells) + mark, *map(str, numbers))
    yield ""
    for number, remark in enumerate(remarks, 1):
        yield f"({number}) {remark[0].upper()}{remark[1:]}.  "


def shared(cells: Sequence[Cell]) -> str:
    """Say which protocols and ways some cells are of."""
    by_protocol = {
        protocol: [cell.way for cell in cells if cell.protocol == protocol]
        for protocol in PROTOCOLS
    }
    words = [
        f"{protocol}: {'all' if len(ways) == len(WAYS) else ', '.join(ways)}"
        for protocol, ways in by_protocol.items()
        if ways
    ]
    return "all" if len(cells) == len(WAYS) * len(PROTOCOLS) else "; ".join(words)


def program_rows(ran: Mapping[Program, Future[Ran]]) -> Iterator[str]:
    """Return the lines of the second table."""
    yield from head(PROGRAM_COLUMNS)
    for program in PROGRAMS:
        seen = ran[program].result()
        assert seen.done.returncode == 0, (program, seen.done.stderr)
        counted = program.is_counted
        assert not counted or seen.acknowledged + seen.lost == seen.sent, program
        sent, lost = (str(seen.sent), str(seen.lost)) if counted else ("–", "–")
        yield row(program.name, program.way, sent, str(seen.acknowledged), lost, str(seen.raw))


def head(columns: Sequence[str]) -> Iterator[str]:
    """Return the two lines that begin a table."""
    yield row(*columns, RAW)
    yield row(*["---"] * (len(columns) + 1))


def row(*cells: str) -> str:
    """Return a table row."""
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print the whole README")
    as_page = parser.parse_args().markdown
    with observed() as (log, raised):
        outcomes = run_all(CELLS)
    ran = run_programs(PROGRAMS)
    assert raised == [], raised
    assert "canary" not in log.getvalue()
    server, programs = "\n".join(server_rows(outcomes)), "\n".join(program_rows(ran))
    if as_page:
        print(HEAD + server + "\n" + PROGRAM_HEAD + programs + "\n\n" + INSIDE.read_text(), end="")
        return
    seen = [*(one.result() for one in outcomes.values()), *(one.result() for one in ran.values())]
    print(f"{len(seen)} cells of {len(PROTOCOLS)} protocols and {len(WAYS)} ways:")
    print(f"{sum(one.raw for one in seen)} canaries in the bytes sent")


if __name__ == "__main__":
    main()
