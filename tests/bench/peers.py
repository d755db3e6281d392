"""Times our anonymizer and those of other packages on the same chats, in turns; prints ratios."""

from __future__ import annotations

import gc
import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import cast

from peers_report import print_report
from record import option_parser, typed, versions, write
from redactors import OURS, PEERS, Redactor, count_findings, ours, peers
from same_rules import re_rules, regex_rules, rule_microseconds
from texts import KINDS, chat_text
from tiers import add_engine_option, missing_tiers, working_tiers
from timing import cpu_time_ns, median, ratio

from otel_redact import default_detectors

__all__ = ["main"]

PROGRAM = "tests/bench/peers.py"
SIZES = {"2 KB": 2048, "20 KB": 20_480, "200 KB": 204_800}
PACKAGES = ("otel-redact", "regex", "ahocorasick-rs", "hyperscan", "google-re2")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How much is measured.

    Attributes:
        rounds: samples of each redactor, by size.
        texts: different texts of one sample, by size; no text is in two samples of a redactor.
    """

    rounds: Mapping[str, int]
    texts: Mapping[str, int]


FULL = Counts(
    rounds={"2 KB": 20, "20 KB": 12, "200 KB": 4}, texts={"2 KB": 8, "20 KB": 3, "200 KB": 1}
)
QUICK = Counts(rounds={"2 KB": 1, "20 KB": 1}, texts={"2 KB": 1, "20 KB": 1})


def main(arguments: list[str]) -> int:
    """Measure, print, and write the raw result where it is asked for."""
    parser = option_parser(PROGRAM, __doc__)
    add_engine_option(parser)
    options = parser.parse_args(arguments)
    counts = QUICK if options.quick else FULL
    asked = options.engine.split(",")
    tiers = working_tiers(asked)
    others, missing = peers()
    redactors = [redactor for tier in tiers for redactor in ours(tier)] + others
    gc.collect()
    gc.freeze()  # what the packages built at import is no garbage to look for while timing
    kinds = {
        f"{label} {kind}": _measured(redactors, kind, label, counts)
        for label in counts.rounds
        for kind in KINDS
    }
    result: dict[str, object] = {
        "command": typed(PROGRAM, arguments),
        "versions": versions((*PACKAGES, *PEERS, "presidio-anonymizer")),
        "counts": asdict(counts),
        "missing": {**missing, **missing_tiers(asked)},
        "converted": re_rules(default_detectors())[1],
        "rule_us": rule_microseconds(
            regex_rules(default_detectors()), chat_text("dirty", SIZES["20 KB"], 0)
        ),
        "disagreements": _disagreements(kinds),
        "kinds": kinds,
    }
    print_report(result)
    write(result, options.out)
    return 0


def _measured(
    redactors: Sequence[Redactor], kind: str, label: str, counts: Counts
) -> dict[str, object]:
    samples: dict[str, list[float]] = {redactor.key: [] for redactor in redactors}
    findings: dict[str, float] = {redactor.key: 0 for redactor in redactors}
    size, per_sample = SIZES[label], counts.texts[label]
    for number in range(counts.rounds[label] + 1):
        texts = [chat_text(kind, size, number * per_sample + index) for index in range(per_sample)]
        # Whoever follows a heavy one finds cold caches, so the order changes from round to round.
        for redactor in random.Random(number).sample(redactors, len(redactors)):
            taken, outputs = _timed(redactor, texts)
            if number:  # the first round warms up
                samples[redactor.key].append(round(taken / per_sample / 1000, 2))
            else:
                found = sum(map(count_findings, outputs))
                findings[redactor.key] = round(found / per_sample, 2)
    return {
        "text_bytes": len(texts[-1].encode()),
        "findings": findings,
        "median_us": {key: median(values) for key, values in samples.items()},
        "ratios": _ratios(redactors, samples),
        "samples_us": samples,
    }


def _disagreements(kinds: Mapping[str, Mapping[str, object]]) -> dict[str, list[str]]:
    """Return kind → our tiers that replaced more or less than the first did."""
    found: dict[str, list[str]] = {}
    for kind, measured in kinds.items():
        findings = cast("dict[str, float]", measured["findings"])
        mine = {key: count for key, count in findings.items() if key.startswith(OURS)}
        other = [key for key, count in mine.items() if count != next(iter(mine.values()))]
        if other:
            found[kind] = other
    return found


def _timed(redactor: Redactor, texts: Sequence[str]) -> tuple[int, list[object]]:
    """Return nanoseconds of CPU time, and what came out. Parsing beforehand is not in it."""
    values = [json.loads(text) if redactor.form == "value" else text for text in texts]
    outputs: list[object] = []
    start = cpu_time_ns()
    for value in values:
        outputs.append(redactor.run(value))  # noqa: PERF401 - a comprehension would be no faster
    return cpu_time_ns() - start, outputs


def _ratios(
    redactors: Sequence[Redactor], samples: Mapping[str, Sequence[float]]
) -> dict[str, dict[str, float]]:
    """Return our name → peer → how many times as long the peer takes on the same form."""
    us = [redactor for redactor in redactors if redactor.name.startswith(OURS)]
    return {
        mine.key: {
            peer.key: ratio(samples[peer.key], samples[mine.key])
            for peer in redactors
            if peer not in us and peer.form == mine.form
        }
        for mine in us
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
