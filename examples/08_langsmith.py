"""Send redacted spans to LangSmith: OTLP over HTTP to `…/otel/v1/traces` with two headers.

For the real service set LANGSMITH_ENDPOINT=https://api.smith.langchain.com and LANGSMITH_API_KEY;
without the first, a server on loopback stands in and shows what it was sent.
"""

import os
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor


class StandIn(BaseHTTPRequestHandler):
    """Prints each request, without the API key, and answers that all is well."""

    def do_POST(self) -> None:
        """Show one export."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        print("POST", self.path)
        print("x-api-key:", "(set)" if self.headers["x-api-key"] else "(missing)")
        print("Langsmith-Project:", self.headers["Langsmith-Project"])
        print(ExportTraceServiceRequest.FromString(body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Keep quiet."""


def start_stand_in() -> str:
    """Listen on a free port of loopback; return the URL."""
    os.environ["NO_PROXY"] = "127.0.0.1"
    server = HTTPServer(("127.0.0.1", 0), StandIn)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


endpoint = os.environ.get("LANGSMITH_ENDPOINT") or start_stand_in()
exporter = OTLPSpanExporter(
    endpoint=f"{endpoint}/otel/v1/traces",
    headers={
        "x-api-key": os.environ.get("LANGSMITH_API_KEY") or "none-needed-on-loopback",
        "Langsmith-Project": os.environ.get("LANGSMITH_PROJECT") or "otel-redact",
    },
)
provider = TracerProvider()
provider.add_span_processor(RedactingSpanProcessor(exporter))

with provider.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
    span.set_attributes(
        {
            "gen_ai.operation.name": "chat",
            "gen_ai.request.model": "gpt-5-mini",
            "gen_ai.input.messages": '[{"role": "user", "content": "I am fay@example.com"}]',
            "langsmith.metadata.phone": "+1 212 555 0142",
        }
    )

provider.shutdown()
