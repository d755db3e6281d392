"""Send redacted spans to Arize Phoenix; where none runs, to a receiver on loopback that shows them.

Phoenix listens on http://127.0.0.1:6006 unless PHOENIX_COLLECTOR_ENDPOINT says otherwise. Its
project is the one that a resource attribute names.
"""

import contextlib
import os
import socket
from urllib.parse import urlsplit

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor
from otel_redact.cli.receiver import OtlpReceiver


def listens(url: str) -> bool:
    """Say whether a server accepts connections there."""
    address = urlsplit(url)
    try:
        port = address.port or (443 if address.scheme == "https" else 80)
        with socket.create_connection((address.hostname or "", port), timeout=1):
            return True
    except OSError:
        return False


def send(endpoint: str) -> None:
    """Record one model call and export it."""
    resource = Resource.create({"openinference.project.name": "otel-redact"})
    provider = TracerProvider(resource=resource)
    exporter = OTLPSpanExporter(endpoint=f"{endpoint}/v1/traces")
    provider.add_span_processor(RedactingSpanProcessor(exporter))
    with provider.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
        span.set_attributes(
            {
                "openinference.span.kind": "LLM",
                "llm.model_name": "gpt-5-mini",
                "llm.input_messages.0.message.role": "user",
                "llm.input_messages.0.message.content": "I am gil@example.com",
                "input.value": "I am gil@example.com",
            }
        )
    provider.shutdown()


phoenix = os.environ.get("PHOENIX_COLLECTOR_ENDPOINT") or "http://127.0.0.1:6006"
with contextlib.ExitStack() as stack:
    if listens(phoenix):
        send(phoenix)
        print("sent to", phoenix)
    else:
        receiver = stack.enter_context(OtlpReceiver(grpc=False))
        os.environ["NO_PROXY"] = "127.0.0.1"
        send(receiver.http_endpoint)
        print("no Phoenix; a receiver on loopback got:")
        print(*receiver.spans())
