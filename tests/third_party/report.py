"""Results in, a summary for the terminal or the README of this folder out."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.third_party.canaries import GONE, MARKS, POLICIES
from tests.third_party.instrumentations import Instrumentation
from tests.third_party.observation import Observation

COMMAND = "python tests/third_party/run.py --markdown > tests/third_party/README.md"
_HEAD = """\
# Ours beside theirs

Other people's instrumentations, each live in an environment of its own: an application calls a
loopback OpenAI server, `RedactingSpanProcessor` and `RedactingLogRecordProcessor` redact what the
instrumentation records, and every byte that arrives by OTLP is searched. All settings are
`OTEL_REDACT_*` variables. The run writes this page:

```sh
{command}
```

{date}, Python {python}, OpenTelemetry SDK {sdk}. It needs the package index and some
minutes; `.ci/third-party` runs it, `.ci/run` does not. `--work DIR` keeps the environments,
`--only NAME …` picks.

Canaries stand in system and user prompts, earlier answers, tool definitions, arguments and results,
answers whole and in streamed pieces, metadata, end-user ids, stop sequences, and in 401 and 429
errors that echo API key and prompt, also inside a span of the application's own. Beside each is an
e-mail address. No policy may send one of those, the API key, or a GitHub token.

## Result

A cell: canaries found / canaries that must be gone, of those that are sent where nobody redacts.
Every policy also leaves the number of spans, the models and the token counts as they were, and
prompts or answers that it does not hide readable; what fails that is counted as lost.

"""
_PLACES = """
## Who emits what

Where canaries stand, of which kind, and which are left under a flag: **I**nput, **O**utput,
**M**etadata, text of an **E**rror, or both directions (**X**: what an agent's tool is given and
gives, output of one span and input of the next). `{n}` is an index.
"""
_LETTER = {"INPUT": "I", "OUTPUT": "O", "METADATA": "M", "ERROR": "E", "MIXED": "X"}
_CATEGORY = {mark: category for category, marks in MARKS.items() for mark in marks}
_FLAGS = ("hide_inputs", "hide_outputs", "hide_metadata")


@dataclass(kw_only=True)
class Result:
    """What one instrumentation sent.

    Attributes:
        raw: without redaction.
        policies: name of the policy → what was sent under it.
        faults: name of the policy → what is wrong, as sentences.
    """

    instrumentation: Instrumentation
    raw: Observation
    policies: dict[str, Observation] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)

    @property
    def all_faults(self) -> list[str]:
        return [fault for faults in self.faults.values() for fault in faults]


def summary(result: Result) -> str:
    """Return a line, and one more for each fault with the places it is at."""
    structure = result.raw.structure()
    lines = [f"{result.instrumentation.name}: {structure}, {len(result.all_faults)} faults"]
    for policy, faults in result.faults.items():
        for fault in faults:
            word = fault.split(": ", 1)[1].split(" ", 1)[0]
            places = [
                f"{scope} {place}"
                for (scope, place), marks in result.policies[policy].places().items()
                if word in marks
            ]
            lines.append(f"  {fault}  {'; '.join(places)}")
    return "\n".join(lines)


def markdown(results: list[Result]) -> str:
    """Return the README of this folder."""
    head = _HEAD.format(
        command=COMMAND,
        date=datetime.datetime.now(tz=datetime.timezone.utc).date().isoformat(),
        python=platform.python_version(),
        sdk=results[0].raw.versions["opentelemetry-sdk"],
    )
    lines = [
        _row("instrumentation", "versions", "spans", "log records", *POLICIES),
        _row(*["---"] * (4 + len(POLICIES))),
        *(_result(result) for result in results),
    ]
    places = [line for result in results for line in _places(result)]
    return head + "\n".join(lines) + "\n" + _PLACES + "\n".join(places) + "\n"


def _result(result: Result) -> str:
    shown = result.instrumentation
    versions = [f"{name} {result.raw.versions[name]}" for name in shown.shown]
    name = shown.name + (f" ({shown.remark})" if shown.remark else "")
    cells = [_found(result, policy) for policy in POLICIES]
    spans, logs = result.raw.structure()["spans"], result.raw.log_records()
    redacted = all(seen.logs for seen in result.policies.values())
    logs_cell = f"{logs}" if redacted or not logs else f"{logs}, not exported"
    return _row(name, "<br>".join(versions), str(spans), logs_cell, *cells)


def _found(result: Result, policy: str) -> str:
    sent = result.raw.leaks([*GONE[policy]])
    found = result.policies[policy].leaks([*GONE[policy]])
    wrong = len(result.faults[policy]) - len(found)
    return f"{len(found)} / {len(sent)}" + (f", {wrong} lost" if wrong else "")


def _places(result: Result) -> Iterator[str]:
    yield f"\n### {result.instrumentation.name}\n"
    yield _row("scope", "where", "carries", *(f"left: {flag}" for flag in _FLAGS))
    yield _row(*["---"] * (3 + len(_FLAGS)))
    left = {flag: result.policies[flag].places() for flag in _FLAGS}
    for place, marks in sorted(result.raw.places().items()):
        scope, where = place
        cells = [_letters(left[flag].get(place, ())) or "–" for flag in _FLAGS]
        yield _row(f"`{scope}`", f"`{where}`", _letters(marks), *cells)


def _letters(marks: Iterable[str]) -> str:
    present = {_CATEGORY[mark] for mark in marks}
    return " ".join(letter for category, letter in _LETTER.items() if category in present)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
