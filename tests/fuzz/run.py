"""Fuzz for some seconds: `python tests/fuzz/run.py --seconds 60 [--target json] [--seed 7]`.

Seeds count up from ``--seed``; the same seed gives the same inputs. On a failure the smallest input
is printed, the command that runs it again, and the exit status is 1. CI runs 60 seconds in all, a
release 10 minutes a target.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
import time
import traceback
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, Phase

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:  # run as a script, from anywhere
    sys.path.insert(0, str(ROOT))

TARGETS = {
    "json": "tests.fuzz.json_target",
    "pipeline": "tests.fuzz.pipeline_target",
    "config": "tests.fuzz.config_target",
    "logs": "tests.fuzz.log_target",
}
EXAMPLES_OF_A_SEED = 100


def run_seed(target: str, seed: int, examples: int = EXAMPLES_OF_A_SEED) -> int:
    """Run a target's inputs of one seed; return how many there were.

    Raises:
        Exception: what the smallest failing input raised; hypothesis has noted it.
    """
    module = importlib.import_module(TARGETS[target])
    ran = 0

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=examples,
        database=None,
        deadline=None,
        print_blob=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(module.CASES)
    def one_seed(case: object) -> None:
        nonlocal ran
        ran += 1
        module.check(case)

    one_seed()
    return ran


def run_corpus(target: str) -> int:
    """Run the committed inputs of a target; return how many there are."""
    module = importlib.import_module(TARGETS[target])
    for case in module.SEEDS:
        module.check(case)
    return len(module.SEEDS)


def fuzz(target: str, first_seed: int, seconds: float) -> bool:
    """Fuzz one target; return whether all went well."""
    started, seed = time.monotonic(), first_seed
    ran = run_corpus(target)
    while seed == first_seed or time.monotonic() - started < seconds:
        try:
            ran += run_seed(target, seed)
        except Exception:  # noqa: BLE001 - whatever a target raises is what was looked for
            traceback.print_exc()
            print(f"\nFAILED {target}: seed {seed}")
            print(f"again: python tests/fuzz/run.py --target {target} --seed {seed} --seconds 0.1")
            return False
        seed += 1
    elapsed = time.monotonic() - started
    print(
        f"fuzz {target}: {ran} inputs, seeds {first_seed} to {seed - 1}, {elapsed:.0f} s, ok",
        flush=True,
    )
    return True


def main() -> int:
    """Read the command line, fuzz, say what happened."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="in all, over the targets")
    parser.add_argument("--target", choices=TARGETS, action="append", help="default: every one")
    parser.add_argument("--seed", type=int, default=1, help="the first one")
    given = parser.parse_args()
    targets = given.target or list(TARGETS)
    logging.getLogger("otel_redact").setLevel(logging.CRITICAL)
    logging.getLogger("opentelemetry").setLevel(logging.CRITICAL)
    results = [fuzz(target, given.seed, given.seconds / len(targets)) for target in targets]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
