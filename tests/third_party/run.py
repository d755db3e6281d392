"""Somebody else's instrumentations, each in an environment of its own, live, redacted by us.

    python tests/third_party/run.py [--work DIR] [--only NAME …] [--markdown]

For each: a virtual environment, our package and theirs, an application against a loopback server,
five policies, and a search of every received byte. Exit status 1: something leaked, or was lost.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "instrumentation")]

from otel_redact.cli.receiver import OtlpReceiver  # noqa: E402 - the checkout first
from tests.third_party.canaries import GONE, KEPT, POLICIES  # noqa: E402
from tests.third_party.instrumentations import (  # noqa: E402
    BYPASSES,
    INSTRUMENTATIONS,
    Bypass,
    Instrumentation,
)
from tests.third_party.observation import Observation  # noqa: E402
from tests.third_party.report import Result, markdown, summary  # noqa: E402
from tests.third_party.server import MarkedOpenAI  # noqa: E402

_CHILD_SECONDS = 120
_SETTINGS = ("LANGCHAIN_", "LANGSMITH_", "OPENAI_", "OPENINFERENCE_", "OTEL_", "TRACELOOP_")


def environment(work: Path, requirements: tuple[str, ...]) -> Path:
    """Return the interpreter of an environment with our package and these; it is made once."""
    name = requirements[0]
    folder = work / name
    python = folder / "bin" / "python"
    done = folder / "installed.json"
    wanted = json.dumps([str(ROOT), *requirements])
    if not done.exists() or done.read_text() != wanted:
        print(f"installing {name} …", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, "-e", str(ROOT), *requirements], check=True)
        done.write_text(wanted)
    return python


def observe(
    python: Path, chosen: Instrumentation, mode: str, variables: Mapping[str, str]
) -> Observation:
    """Run the application to its end and return what arrived."""
    with MarkedOpenAI() as openai, OtlpReceiver(grpc=False) as receiver:
        environ = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith((*_SETTINGS, "PYTHON"))
                and not name.lower().endswith("_proxy")
            },
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "instrumentation")]),
            "PYTHONUTF8": "1",
            "OPENAI_BASE_URL": openai.base_url,
            "OTEL_EXPORTER_OTLP_ENDPOINT": receiver.http_endpoint,
            **chosen.variables,
            **variables,
        }
        script = Path(__file__).with_name("application.py")
        done = subprocess.run(
            [str(python), "-B", str(script), chosen.name, mode],
            check=False,
            env=environ,
            capture_output=True,
            text=True,
            timeout=_CHILD_SECONDS,
        )
        if done.returncode:
            raise SystemExit(f"{chosen.name}, {mode}: the application failed\n{done.stderr}")
        told = json.loads(done.stdout.splitlines()[-1])
        logs = receiver.log_bodies
        spans = [body for body in receiver.bodies if not any(body is log for log in logs)]
    return Observation(span_bodies=spans, log_bodies=logs, stderr=done.stderr, **told)


def check(policy: str, raw: Observation, seen: Observation) -> list[str]:
    """Return what is wrong with one run, as sentences."""
    faults = [f"{policy}: {canary} was sent" for canary in seen.leaks(GONE[policy])]
    sent, arrived = raw.marks(logs=seen.logs), seen.marks()
    lost = [mark for mark in KEPT[policy] if mark in sent and mark not in arrived]
    faults += [f"{policy}: {mark} was lost" for mark in lost]
    if seen.structure() != raw.structure():
        faults.append(f"{policy}: {raw.structure()} became {seen.structure()}")
    return faults


def measure(work: Path, chosen: Instrumentation) -> Result:
    """Run one instrumentation raw and under every policy."""
    python = environment(work, chosen.requirements)
    raw = observe(python, chosen, "raw", {})
    result = Result(instrumentation=chosen, raw=raw)
    for policy, variables in POLICIES.items():
        seen = observe(python, chosen, "redacted", variables)
        result.policies[policy] = seen
        result.faults[policy] = check(policy, raw, seen)
    return result


def check_bypass(work: Path, bypass: Bypass) -> list[str]:
    """Switch on what goes past processors; it must be named once, and its spans still be clean."""
    chosen = INSTRUMENTATIONS[bypass.instrumentation]
    python = environment(work, chosen.requirements)
    with tempfile.TemporaryDirectory(dir=work) as folder:
        variables = {**bypass.variables}
        if bypass.folder_variable:
            variables[bypass.folder_variable] = folder
        seen = observe(python, chosen, "redacted", variables)
        kept = [path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()]
    leaks = seen.leaks(())
    faults = [f"{bypass.warns_of}: {canary} was sent" for canary in leaks if not bypass.sends_raw]
    if bypass.sends_raw and not leaks:
        faults.append(f"{bypass.warns_of}: it sends nothing raw, so the warning is about nothing")
    if seen.stderr.count(f"otel_redact: {bypass.warns_of} is set") != 1:
        faults.append(f"{bypass.warns_of}: not named exactly once")
    if bypass.folder_variable and not any(b"USERMARK" in body for body in kept):
        faults.append(f"{bypass.warns_of}: it uploads nothing, so the warning is about nothing")
    return faults


@contextlib.contextmanager
def working_folder(given: Path | None) -> Iterator[Path]:
    """Give the folder of ``--work``, which stays, or a temporary one."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="third-party-") as folder:
        yield Path(folder)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, help="folder for the environments; it is kept")
    parser.add_argument("--only", nargs="+", choices=INSTRUMENTATIONS, default=[*INSTRUMENTATIONS])
    parser.add_argument("--markdown", action="store_true", help="print the README of this folder")
    return parser.parse_args()


def main() -> int:
    chosen = arguments()
    results, bypass_faults = [], []
    with working_folder(chosen.work) as work:
        for name in chosen.only:
            result = measure(work, INSTRUMENTATIONS[name])
            results.append(result)
            print(summary(result), file=sys.stderr, flush=True)
        for bypass in BYPASSES:
            if bypass.instrumentation in chosen.only:
                bypass_faults += check_bypass(work, bypass)
    if chosen.markdown:
        print(markdown(results), end="")
    for fault in bypass_faults:
        print(f"  {fault}", file=sys.stderr)
    return int(bool(bypass_faults) or any(result.all_faults for result in results))


if __name__ == "__main__":
    sys.exit(main())
