"""Exporters that a helper process makes by itself in tests; it finds them by name."""

from __future__ import annotations

import os
import time

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult


class HangingOn(OTLPSpanExporter):
    """Sends by the standard variables, but hangs on a span named ``hang``."""

    def export(self, spans):
        if any(span.name == "hang" for span in spans):
            time.sleep(60)
        return super().export(spans)


class Printing(OTLPSpanExporter):
    """Prints before it sends, and leaves nothing to read on standard input."""

    def export(self, spans):
        print("exporting", flush=True)
        os.write(1, b"bytes on descriptor 1\n")
        assert os.read(0, 1) == b""
        return super().export(spans)


class Nowhere(SpanExporter):
    def export(self, spans):
        return SpanExportResult.SUCCESS


class Failing(SpanExporter):
    def export(self, spans):
        return SpanExportResult.FAILURE


class Raising(SpanExporter):
    def export(self, spans):
        raise LookupError(spans[0].name)


class HangingOnShutdown(Nowhere):
    def shutdown(self):
        time.sleep(60)


class Dying(Nowhere):
    def export(self, spans):
        os._exit(3)


def refuse():
    raise LookupError("canary7f3a9c")


def no_exporter():
    return "otlp"


def keep_user(inputs):
    """A ``process_inputs`` at the top of a module."""
    return dict.fromkeys(inputs, "processed")
