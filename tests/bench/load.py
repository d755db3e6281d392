"""Times redaction beside a busy application and beside an asyncio one; prints what both keep."""

from __future__ import annotations

import logging
import sys
from dataclasses import asdict

from asyncio_load import AsyncioCounts, measure_asyncio
from busy_load import BusyCounts, measure_busy
from load_report import print_report
from processors import MODES
from record import option_parser, typed, versions, write
from tiers import add_engine_option, missing_tiers, working_tiers

__all__ = ["main"]

PROGRAM = "tests/bench/load.py"
ENGINES = ("auto", "hyperscan", "re2", "python")
PACKAGES = (
    "otel-redact",
    "opentelemetry-sdk",
    "opentelemetry-exporter-otlp-proto-common",
    "regex",
    "ahocorasick-rs",
    "hyperscan",
    "google-re2",
    "protobuf",
)
FULL = (
    BusyCounts(rounds=3, seconds=1.0, warm_up=0.3, rates=(100, 200, 500, 1000, 2000)),
    AsyncioCounts(rounds=3, seconds=3.0),
)
QUICK = (
    BusyCounts(rounds=1, seconds=0.1, warm_up=0.05, rates=(100,)),
    AsyncioCounts(rounds=1, seconds=0.2),
)


def main(arguments: list[str]) -> int:
    """Measure, print, and write the raw result where it is asked for."""
    parser = option_parser(PROGRAM, __doc__)
    add_engine_option(parser, ENGINES)
    parser.add_argument(
        "--feed",
        choices=("thread", "application"),
        default="thread",
        help="who ends the spans: a thread of its own, or the busy thread (default: %(default)s)",
    )
    options = parser.parse_args(arguments)
    logging.getLogger("opentelemetry.sdk").setLevel(logging.ERROR)  # drops are counted
    busy, asynchronous = QUICK if options.quick else FULL
    asked = options.engine.split(",")
    tiers = working_tiers(asked)
    result: dict[str, object] = {
        "command": typed(PROGRAM, arguments),
        "versions": versions(PACKAGES),
        "counts": {"busy": asdict(busy), "asyncio": asdict(asynchronous)},
        "missing": missing_tiers(asked),
        "redact_in": MODES,
        "switch_interval": sys.getswitchinterval(),
        "feed": options.feed,
        "busy": measure_busy(busy, tiers, feed=options.feed),
        "asyncio": measure_asyncio(asynchronous, tiers),
    }
    print_report(result)
    write(result, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
