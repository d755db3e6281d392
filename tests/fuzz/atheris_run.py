"""Fuzz guided by coverage: `python tests/fuzz/atheris_run.py json -max_total_time=600`.

Needs ``pip install atheris``, which is no dependency: it has wheels for few platforms. The bytes
that libFuzzer makes are what hypothesis draws from, so inputs and checks are those of `run.py`.
"""

from __future__ import annotations

import importlib
import logging
import sys
from pathlib import Path

import atheris
import hypothesis

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.run import TARGETS


def main() -> None:
    """Fuzz the target that the first argument names; the others are libFuzzer's."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(
            f"usage: atheris_run.py {{{','.join(TARGETS)}}} [-max_total_time=60] [corpus folder]"
        )
    logging.disable(logging.CRITICAL)
    with atheris.instrument_imports(include=["otel_redact"]):
        module = importlib.import_module(TARGETS[sys.argv[1]])
    settings = hypothesis.settings(database=None, deadline=None)
    one = settings(hypothesis.given(module.CASES)(module.check))
    atheris.Setup([sys.argv[0], *sys.argv[2:]], one.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
