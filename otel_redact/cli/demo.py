"""Runs the demo and prints its report; `otel-redact demo` calls it.

Only loopback is used, unless a standard OTLP variable names a service.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from otel_redact.cli.outcome import Outcome

__all__ = ["demo"]

_EXTRAS = frozenset({"openai", "rich"})


def demo(html: Path | None = None) -> int:
    """Run the support chat, print what its trace looks like raw and as exported.

    Args:
        html: also write the report to this file, as one self-contained page.

    Returns:
        The exit code: 0; 1 when a planted secret is in the exported bytes, or when spans did not
        arrive; 2 when an extra is not installed or the page cannot be written.

    Raises:
        ConfigError: a variable or the policy file cannot be read.
    """
    try:
        from otel_redact.cli.run import run  # noqa: PLC0415 - needs the extra
        from otel_redact.cli.terminal_report import print_report  # noqa: PLC0415 - needs the extra
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        print('otel-redact demo needs: pip install "otel-redact[demo]"', file=sys.stderr)
        return 2
    outcome = run()
    if outcome is None:
        print("otel-redact demo: spans did not arrive; is OTEL_SDK_DISABLED set?", file=sys.stderr)
        return 1
    print_report(outcome)
    if html is not None and not _write_page(outcome, html):
        return 2
    return 1 if outcome.leaked else 0


def _write_page(outcome: Outcome, path: Path) -> bool:
    from otel_redact.cli.html_report import render  # noqa: PLC0415 - only where a page is asked for

    try:
        path.write_text(render(outcome), encoding="utf-8")
    except OSError as error:
        print(f"otel-redact demo: {path}: {type(error).__name__}", file=sys.stderr)
        return False
    print(f"written: {path}")
    return True
