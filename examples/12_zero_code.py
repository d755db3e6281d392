"""Zero code: an application that knows nothing of redaction, set up by variables, then by a file.

It prints what a receiver on loopback got from 12_zero_code/application.py. Needs the `auto` extra.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from otel_redact.cli.receiver import OtlpReceiver

DIRECTORY = Path(__file__).with_suffix("")
INSTRUMENT = shutil.which("opentelemetry-instrument", path=Path(sys.executable).parent)


def run(title: str, **settings: str) -> None:
    """Run the application as an operator would, and print what arrived."""
    with OtlpReceiver(grpc=False) as receiver:
        environ = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": receiver.http_endpoint,
            "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
            "OTEL_METRICS_EXPORTER": "none",
            "OTEL_LOGS_EXPORTER": "none",
            **settings,
        }
        subprocess.run(  # noqa: S603 - fixed arguments
            [INSTRUMENT or "opentelemetry-instrument", sys.executable, "application.py"],
            check=True,
            cwd=DIRECTORY,
            env={**os.environ, **environ},
            stderr=subprocess.DEVNULL,  # OpenTelemetry warns of its own arguments beside a file
        )
    print(title)
    for span in receiver.spans():
        for attribute in span.attributes:
            print(f"  {attribute.key} = {attribute.value.string_value!r}")


run("variables", OTEL_TRACES_EXPORTER="otlp_redacted", OTEL_REDACT_ENABLED="true")
run("variables, any exporter", OTEL_REDACT_ENABLED="true", OTEL_REDACT_HIDE_INPUTS="true")
run("file", OTEL_CONFIG_FILE="otel.yaml")
