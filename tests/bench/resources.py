"""Measures memory and import time in processes of their own; prints both beside their targets."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from record import option_parser, typed, versions, write
from resources_report import print_report
from tiers import TIERS, add_engine_option, missing_tiers, working_tiers
from timing import median

__all__ = ["main"]

PROGRAM = "tests/bench/resources.py"
PROBE = Path(__file__).with_name("probe.py")
PACKAGES = (
    "otel-redact",
    "opentelemetry-sdk",
    "regex",
    "ahocorasick-rs",
    "hyperscan",
    "google-re2",
)
SDK = "import opentelemetry.sdk.trace, opentelemetry.sdk.trace.export"
KINDS = ("clean", "dirty", "digits")
_LINE = re.compile(r"import time:\s*(\d+) \|\s*(\d+) \|( +)(\S+)")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How much is measured.

    Attributes:
        imports: processes of each kind that only import.
        engines: processes for each tier.
        attributes: processes for each attribute.
        long_bytes: an attribute above the limit of four million characters.
        bytes: of each of ``count`` attributes below it.
        count: attributes of one span.
    """

    imports: int
    engines: int
    attributes: int
    long_bytes: int
    bytes: int
    count: int


FULL = Counts(imports=15, engines=5, attributes=3, long_bytes=10_000_000, bytes=3_900_000, count=3)
QUICK = Counts(imports=1, engines=1, attributes=1, long_bytes=50_000, bytes=20_000, count=2)


def main(arguments: list[str]) -> int:
    """Measure, print, and write the raw result where it is asked for."""
    parser = option_parser(PROGRAM, __doc__)
    add_engine_option(parser, TIERS)
    options = parser.parse_args(arguments)
    counts = QUICK if options.quick else FULL
    asked = options.engine.split(",")
    tiers = working_tiers(asked)
    result: dict[str, object] = {
        "command": typed(PROGRAM, arguments),
        "versions": versions(PACKAGES),
        "counts": asdict(counts),
        "missing": missing_tiers(asked),
        "import": _imports(counts.imports),
        "engine": {tier: _engine(tier, counts.engines) for tier in tiers},
        "attribute": {
            label: _attribute(kind, size, count, tiers[0], counts.attributes)
            for label, kind, size, count in _attributes(counts)
        },
    }
    print_report(result)
    write(result, options.out)
    return 0


def _attributes(counts: Counts) -> list[tuple[str, str, int, int]]:
    """Return (label, kind, bytes of each, how many)."""
    long = f"1 x {counts.long_bytes / 1e6:g} MB"
    short = f"{counts.count} x {counts.bytes / 1e6:g} MB"
    return [
        (f"{long} clean", "clean", counts.long_bytes, 1),
        *((f"{short} {kind}", kind, counts.bytes, counts.count) for kind in KINDS),
    ]


def _imports(count: int) -> dict[str, object]:
    """Import the SDK alone and with our package behind it, in turns, each in a new process."""
    alone: list[float] = []
    both: list[float] = []
    ours: list[float] = []
    _imported(f"{SDK}; import otel_redact")  # writes the bytecode where it is not up to date
    for _ in range(count):
        alone.append(_total(_imported(SDK)))
        lines = _imported(f"{SDK}; import otel_redact")
        both.append(_total(lines))
        ours.append(next(total for name, _, total in lines if name == "otel_redact"))
    return {
        "median_ms": {name: median(values) for name, values in _named(alone, both, ours).items()},
        "beyond_sdk_ms": median(ours),
        "samples_ms": _named(alone, both, ours),
    }


def _named(alone: list[float], both: list[float], ours: list[float]) -> dict[str, list[float]]:
    return {"sdk": alone, "sdk_and_otel_redact": both, "otel_redact": ours}


def _imported(code: str) -> list[tuple[str, float, float]]:
    """Return (module, own milliseconds, milliseconds with what it imports)."""
    done = subprocess.run(
        [sys.executable, "-I", "-X", "importtime", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        (found[4], int(found[1]) / 1000, int(found[2]) / 1000)
        for found in map(_LINE.match, done.stderr.splitlines())
        if found
    ]


def _total(lines: Sequence[tuple[str, float, float]]) -> float:
    return round(sum(own for _, own, _ in lines), 3)


def _engine(tier: str, count: int) -> dict[str, object]:
    samples: dict[str, list[float]] = {}
    for _ in range(count):
        for part, added in _probe("engine", tier).items():
            for field, value in added.items():
                samples.setdefault(f"{part}_{field}", []).append(value)
    medians = {name: median(values) for name, values in samples.items()}
    return {"median_mb": medians, "samples_mb": samples}


def _attribute(kind: str, size: int, count: int, tier: str, rounds: int) -> dict[str, object]:
    samples: dict[str, list[float]] = {"copy": [], "redact": []}
    added: Mapping[str, Any] = {}
    for _ in range(rounds):
        for what, peaks in samples.items():
            added = _probe("attribute", kind, str(size), str(count), tier, what)
            peaks.append(added["peak_mb"])
    medians = {what: median(peaks) for what, peaks in samples.items()}
    return {
        "median_mb": medians,
        "over_copy_mb": round(medians["redact"] - medians["copy"], 2),
        "findings": added["findings"],
        "failures": added["failures"],
        "samples_mb": samples,
    }


def _probe(*arguments: str) -> Mapping[str, Any]:
    done = subprocess.run(
        [sys.executable, str(PROBE), *arguments], capture_output=True, text=True, check=True
    )
    added: Mapping[str, Any] = json.loads(done.stdout)
    return added


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
