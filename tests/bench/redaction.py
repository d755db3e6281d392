"""Times redaction, OTLP encoding and `on_end` of chat spans in one process; prints ratios."""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import platform
import re
import sys
from pathlib import Path

from measurements import Counts, measure_cache, measure_on_end, measure_spans, measure_stages
from report import print_report

__all__ = ["main"]

FULL = Counts(rounds=40, batch=8, turns=20, conversations=8, on_end_rounds=20)
QUICK = Counts(rounds=2, batch=2, turns=3, conversations=1, on_end_rounds=1)
MEASUREMENTS = {
    "spans": measure_spans,
    "cache": measure_cache,
    "on_end": measure_on_end,
    "stages": measure_stages,
}
PACKAGES = ("otel-redact", "opentelemetry-sdk", "opentelemetry-exporter-otlp-proto-common", "regex")
OPTIONAL = ("hyperscan", "google-re2", "protobuf")


def main(arguments: list[str]) -> int:
    """Measure, print, and write the raw result where it is asked for."""
    parser = argparse.ArgumentParser(prog="tests/bench/redaction.py", description=__doc__)
    parser.add_argument("--out", type=Path, help="write the raw result there, as JSON")
    parser.add_argument("--quick", action="store_true", help="tiny counts: only shows that it runs")
    options = parser.parse_args(arguments)
    counts = QUICK if options.quick else FULL
    result: dict[str, object] = {
        "command": _command(options),
        "versions": _versions(),
        "counts": {name: getattr(counts, name) for name in counts.__dataclass_fields__},
    }
    for name, measure in MEASUREMENTS.items():
        result[name] = measure(counts)
    print_report(result)
    if options.out is not None:
        options.out.write_text(_as_json(result) + "\n", encoding="utf-8")
    return 0


def _command(options: argparse.Namespace) -> str:
    """Return what was typed; of a path elsewhere the file's name alone."""
    words = ["python", "tests/bench/redaction.py"]
    if options.quick:
        words.append("--quick")
    if options.out is not None:
        shown = options.out.name if options.out.is_absolute() else options.out.as_posix()
        words += ["--out", shown]
    return " ".join(words)


def _versions() -> dict[str, str]:
    versions = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
    }
    for package in (*PACKAGES, *OPTIONAL):
        try:
            versions[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            versions[package] = "not installed"
    return versions


def _as_json(result: dict[str, object]) -> str:
    """Return indented JSON with each list of numbers on one line."""
    text = json.dumps(result, indent=1, sort_keys=False)
    return re.sub(r"\[[-+.,eE0-9\s]*\]", lambda found: "".join(found[0].split()), text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
