"""Times redaction, OTLP encoding and `on_end` of chat spans in one process; prints ratios."""

from __future__ import annotations

import sys

from measurements import (
    Counts,
    measure_cache,
    measure_groups,
    measure_on_end,
    measure_spans,
    measure_stages,
)
from record import option_parser, typed, versions, write
from report import print_report

__all__ = ["main"]

PROGRAM = "tests/bench/redaction.py"
FULL = Counts(rounds=40, batch=8, turns=20, conversations=8, on_end_rounds=20)
QUICK = Counts(rounds=2, batch=2, turns=3, conversations=1, on_end_rounds=1)
MEASUREMENTS = {
    "spans": measure_spans,
    "groups": measure_groups,
    "cache": measure_cache,
    "on_end": measure_on_end,
    "stages": measure_stages,
}
PACKAGES = ("otel-redact", "opentelemetry-sdk", "opentelemetry-exporter-otlp-proto-common", "regex")
OPTIONAL = ("ahocorasick-rs", "hyperscan", "google-re2", "protobuf")


def main(arguments: list[str]) -> int:
    """Measure, print, and write the raw result where it is asked for."""
    options = option_parser(PROGRAM, __doc__).parse_args(arguments)
    counts = QUICK if options.quick else FULL
    result: dict[str, object] = {
        "command": typed(PROGRAM, arguments),
        "versions": versions((*PACKAGES, *OPTIONAL)),
        "counts": {name: getattr(counts, name) for name in counts.__dataclass_fields__},
    }
    for name, measure in MEASUREMENTS.items():
        result[name] = measure(counts)
    print_report(result)
    write(result, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
