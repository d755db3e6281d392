"""Arguments in, an exit code out: the entry point of ``otel-redact``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from otel_redact.errors import ConfigError

__all__ = ["main"]

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand.

    Args:
        argv: arguments without the program's name; None: ``sys.argv``.

    Returns:
        0: done. 1: something could not be redacted, the demo found a leak, the doctor a gap. 2: a
        wrong argument or setting, or a missing extra. 130: interrupted.
    """
    arguments = _parser().parse_args(argv)
    try:
        return _run(arguments)
    except ConfigError as error:
        print(f"otel-redact: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: argparse.Namespace) -> int:
    if arguments.command == "demo":
        from otel_redact.cli.demo import demo  # noqa: PLC0415 - each command loads its own parts

        return demo(arguments.html)
    if arguments.command == "config":
        from otel_redact.cli.settings import settings_table  # noqa: PLC0415 - as above

        print(settings_table())
        return 0
    if arguments.command == "detectors":
        from otel_redact.cli import detectors_table  # noqa: PLC0415 - as above

        page = arguments.markdown
        print(detectors_table.detectors_page() if page else detectors_table.detectors_table())
        return 0
    if arguments.command == "doctor":
        from otel_redact.cli.doctor import doctor  # noqa: PLC0415 - as above

        return doctor(arguments.call)
    from otel_redact.cli.text import redact_lines, redact_stream  # noqa: PLC0415 - as above

    redact = redact_lines if arguments.lines else redact_stream
    return redact(sys.stdin.buffer, sys.stdout.buffer)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="otel-redact",
        description="Keeps sensitive data out of LLM traces. Settings come from OTEL_REDACT_*.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    demo = commands.add_parser(
        "demo",
        help="trace a small chat application and show it raw and as exported",
        description="Runs a chat application on the instrumented openai client against loopback"
        " servers, no key and no network, and shows its spans raw and as they arrived. With"
        " OTEL_EXPORTER_OTLP_ENDPOINT set, the redacted spans go there too. Exit code 1: a planted"
        " secret was in the exported bytes.",
    )
    demo.add_argument("--html", type=Path, metavar="FILE", help="also write one HTML page")
    text = commands.add_parser(
        "text",
        help="redact standard input to standard output",
        description="Redacts standard input to standard output. When redaction fails nothing is"
        " written and the exit code is 1.",
    )
    text.add_argument(
        "--lines",
        action="store_true",
        help="line by line, as they come; a secret that spans lines (a PEM block) is then missed",
    )
    commands.add_parser("config", help="print the effective policy and where each value came from")
    detectors = commands.add_parser(
        "detectors", help="print the catalogue of detectors and which of them are on"
    )
    detectors.add_argument(
        "--markdown", action="store_true", help="as a page with examples, check digits and sources"
    )
    doctor = commands.add_parser(
        "doctor",
        help="name every way for raw data to leave this set-up",
        description="Names settings that mean nothing, uploads that bypass processors, and every"
        " exporter that would get raw spans or log records; sends canaries through the live"
        " pipeline, which a child process sets up as opentelemetry-instrument does. They are sent"
        " to no service. Exit code 1: a gap was found.",
    )
    doctor.add_argument(
        "--call", metavar="MODULE:FUNCTION", help="function of yours that sets OpenTelemetry up"
    )
    return parser


def _version() -> str:
    try:
        return version("otel-redact")
    except PackageNotFoundError:
        return "(not installed)"
