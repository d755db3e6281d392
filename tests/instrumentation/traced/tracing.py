"""What these tests share: a provider whose spans are read as they went over the wire."""

from __future__ import annotations

import json

from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor, RedactionPolicy
from tests.support import WireExporter, plain

CANARY = "canary-" + "7f3a9c"


class Tracing:
    """A provider that redacts by a policy; ``spans`` flushes and decodes."""

    def __init__(self, **policy: object) -> None:
        self.wire = WireExporter()
        self.provider = TracerProvider()
        self.processor = RedactingSpanProcessor(
            self.wire, policy=RedactionPolicy(**{"environ": {}, **policy})
        )
        self.provider.add_span_processor(self.processor)

    def spans(self):
        assert self.provider.force_flush()
        return self.wire.spans()

    def span(self):
        (span,) = self.spans()
        return span

    def attributes(self):
        return plain(self.span().attributes)

    def inputs(self):
        return json.loads(self.attributes()["input.value"])

    def body(self):
        self.spans()
        return b"".join(self.wire.bodies)
