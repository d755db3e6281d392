"""What tests of whole programs share: a fresh interpreter without settings or proxies."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_SETTINGS = ("LANGCHAIN_", "LANGSMITH_", "OPENINFERENCE_", "OTEL_", "PHOENIX_", "PYTHON")
_CHECKOUT = os.pathsep.join([str(ROOT), str(ROOT / "instrumentation")])
_TIMEOUT_SECONDS = 50


def run_python(
    *arguments: str, cwd: Path, environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run an interpreter to its end, whatever its exit code; `environ` adds to its variables."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_SETTINGS) and not name.lower().endswith("_proxy")
    }
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=cwd,
        env={**kept, "PYTHONPATH": _CHECKOUT, "PYTHONUTF8": "1", **(environ or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_TIMEOUT_SECONDS,
    )
