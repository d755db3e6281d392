"""Redaction in a process of its own: spans go over a pipe to a helper, which exports copies."""

from otel_redact.helper_process.exporter import HelperExporter

__all__ = ["HelperExporter"]
