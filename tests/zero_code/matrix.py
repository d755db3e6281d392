"""The matrix: settings in, a program under opentelemetry-instrument, and what arrived out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord

from otel_redact.cli.receiver import OtlpReceiver
from tests.log_support import records_in
from tests.program import ROOT, run_python

APPLICATION = str(Path(__file__).with_name("application.py"))
INSTRUMENT = "from opentelemetry.instrumentation.auto_instrumentation import run; run()"
PROTOCOLS = ("grpc", "http/protobuf")

BAD_POLICY = "rules: [defualt]\n"
CONFIGURATOR = """\
from opentelemetry.sdk._configuration import _OTelSDKConfigurator
from opentelemetry.sdk.trace import SpanProcessor


class Configurator(_OTelSDKConfigurator):
    def _configure(self, **kwargs):
        super()._configure(span_processors=[SpanProcessor()], **kwargs)
"""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What a program is started with.

    Attributes:
        environ: variables; `$endpoint` is the receiver's, `$directory` the program's own.
        flags: for opentelemetry-instrument.
        arguments: for the application.
        exporter: of the OTEL_CONFIG_FILE, if there is one, by protocol or for both.
        processor: likewise, the whole processor.
        configurator: whether a custom one is installed and named.
        log_exporter: as `exporter`, for log records; the file has no spans then.
    """

    environ: dict[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    exporter: dict[str, str] | str | None = None
    processor: str | None = None
    configurator: bool = False
    log_exporter: dict[str, str] | str | None = None

    @property
    def file(self) -> bool:
        """Whether there is an OTEL_CONFIG_FILE."""
        given = (self.exporter, self.processor, self.log_exporter)
        return any(part is not None for part in given)


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What became of it."""

    done: subprocess.CompletedProcess[str]
    receiver: OtlpReceiver

    @property
    def names(self) -> list[str]:
        return [span.name for span in self.receiver.spans()]

    @property
    def log_records(self) -> list[LogRecord]:
        bodies = self.receiver.log_bodies
        return records_in([ExportLogsServiceRequest.FromString(body) for body in bodies])

    def lines(self, word: str) -> list[str]:
        return [line for line in self.done.stderr.splitlines() if word in line]


def run(row: Row, protocol: str) -> Ran:
    """Run a row to its end."""
    with TemporaryDirectory() as name, OtlpReceiver() as receiver:
        directory = Path(name)
        grpc = protocol == "grpc"
        base = receiver.grpc_endpoint if grpc else receiver.http_endpoint
        (directory / "bad.yaml").write_text(BAD_POLICY, encoding="utf-8")
        (directory / "policy.yaml").write_text("hide_inputs: true\n", encoding="utf-8")
        environ = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": base,
            "OTEL_EXPORTER_OTLP_PROTOCOL": protocol,
            "OTEL_EXPORTER_OTLP_TIMEOUT": "5",
            "OTEL_LOGS_EXPORTER": "none",
            "OTEL_METRICS_EXPORTER": "none",
            "OTEL_PYTHON_DISABLED_INSTRUMENTATIONS": "openai_redacted",
            "OTEL_SERVICE_NAME": "zero-code",
            **_config_file(row, directory, protocol, base),
            **_configurator(row, directory),
            **{key: value.replace("$directory", name) for key, value in row.environ.items()},
        }
        program = (*row.flags, sys.executable, APPLICATION, *row.arguments)
        done = run_python("-c", INSTRUMENT, *program, cwd=directory, environ=environ)
    return Ran(done=done, receiver=receiver)


def _config_file(row: Row, directory: Path, protocol: str, base: str) -> dict[str, str]:
    if not row.file:
        return {}
    is_log = row.log_exporter is not None
    exporter = row.log_exporter if is_log else row.exporter
    exporter = exporter[protocol] if isinstance(exporter, dict) else exporter
    path = "" if protocol == "grpc" else f"/v1/{'logs' if is_log else 'traces'}"
    values = {"endpoint": base + path, "protocol": protocol}
    provider = "logger_provider" if is_log else "tracer_provider"
    processor = (
        row.processor or f"batch: {{exporter: {{{Template(exporter or '').substitute(values)}}}}}"
    )
    (directory / "otel.yaml").write_text(
        f'file_format: "1.0"\n{provider}:\n  processors:\n    - {processor}\n',
        encoding="utf-8",
    )
    return {"OTEL_CONFIG_FILE": str(directory / "otel.yaml")}


def _configurator(row: Row, directory: Path) -> dict[str, str]:
    if not row.configurator:
        return {}
    (directory / "custom_configurator.py").write_text(CONFIGURATOR, encoding="utf-8")
    metadata = directory / "custom_configurator-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: custom-configurator\n")
    (metadata / "entry_points.txt").write_text(
        "[opentelemetry_configurator]\ncustom = custom_configurator:Configurator\n"
    )
    path = [str(directory), str(ROOT), str(ROOT / "instrumentation")]
    return {"OTEL_PYTHON_CONFIGURATOR": "custom", "PYTHONPATH": os.pathsep.join(path)}


class Runs:
    """Starts all rows at once, a few at a time, in the order of the tests."""

    def __init__(self, rows: Mapping[tuple[str, str], Row]) -> None:
        """Start.

        Args:
            rows: name and protocol → row.
        """
        self._pool = ThreadPoolExecutor(4)
        self._futures: dict[tuple[str, str], Future[Ran]] = {
            key: self._pool.submit(run, row, key[1]) for key, row in rows.items()
        }

    def __getitem__(self, key: tuple[str, str]) -> Ran:
        return self._futures[key].result()

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)
