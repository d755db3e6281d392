"""Checks a wheel installed without extras: what it holds and that it redacts; `smoke.py WHEEL`."""

import importlib.util
import sys
import zipfile

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from otel_redact import RedactingSpanProcessor

PACKAGES = ("otel_redact", "otel_redact_instrumentation")
ADDRESS = "alice@example.com"


def check(*, holds: bool, what: str) -> None:
    """Leave with a message unless it holds."""
    if not holds:
        sys.exit(f"smoke test: {what}")


def check_wheel(path: str) -> None:
    """Leave unless the wheel holds the two packages, typed, and nothing else."""
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    check(holds=tops == set(PACKAGES), what=f"the wheel holds {sorted(tops)}")
    parts = {part for name in names for part in name.split("/")}
    for package in PACKAGES:
        check(holds=f"{package}/py.typed" in names, what=f"{package} has no py.typed")
    check(
        holds=not any(part == "tests" or part.startswith("test_") for part in parts),
        what="the wheel holds tests",
    )


def check_installed() -> None:
    """Leave unless both packages come from the installed wheel."""
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        origin = (spec and spec.origin) or ""
        check(holds="site-packages" in origin, what=f"{package} is not installed")
        importlib.import_module(package)


def check_quickstart() -> None:
    """Leave unless a span comes out redacted."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(RedactingSpanProcessor(exporter))
    with provider.get_tracer("smoke").start_as_current_span("chat") as span:
        span.set_attribute("user.message", f"write to {ADDRESS}")
    provider.shutdown()
    (exported,) = exporter.get_finished_spans()
    seen = (exported.attributes or {}).get("user.message")
    check(holds=seen == "write to [EMAIL_ADDRESS]", what="the quickstart did not redact")


check_wheel(sys.argv[1])
check_installed()
check_quickstart()
RedactingSpanProcessor().shutdown()
sys.stdout.write("smoke test: the wheel installs, imports and redacts\n")
