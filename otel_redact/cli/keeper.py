"""What exporters are given, kept as OTLP bytes instead of sent; `probe` puts it in their place."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk._logs.export import LogRecordExportResult
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from otel_redact.errors import ConfigError
from otel_redact.helper_process import HelperExporter

if TYPE_CHECKING:
    from opentelemetry.sdk._logs import ReadableLogRecord

__all__ = ["FileKeeper", "Keeper"]


class FileKeeper(SpanExporter):
    """Appends what it is given to a file, in a helper process."""

    def __init__(self, path: str) -> None:
        """Remember the file; it is opened for each batch."""
        self._path = path

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Write a batch."""
        with Path(self._path).open("ab") as file:
            file.write(encode_spans(spans).SerializeToString())
        return SpanExportResult.SUCCESS


class Keeper:
    """Keeps what one exporter is given from now on.

    Args:
        exporter: of spans or log records; in this process it sends nothing any more.
        signal: ``"spans"`` or ``"logs"``.
        path: a file that does not exist, for the exporter that a helper process makes.

    Attributes:
        is_in_place: whether that worked.
    """

    def __init__(self, exporter: object, signal: str, path: Path) -> None:
        self._kept: list[bytes] = []
        self._path = path
        self.is_in_place = True
        try:
            if isinstance(exporter, HelperExporter):
                exporter.send_to(functools.partial(FileKeeper, str(path)))
            else:
                vars(exporter)["export"] = self._keep_spans if signal == "spans" else self._keep
        except (ConfigError, TypeError):
            self.is_in_place = False

    @property
    def bodies(self) -> list[bytes]:
        """What arrived, each batch OTLP bytes."""
        return [*self._kept, self._path.read_bytes()] if self._path.exists() else self._kept

    def _keep_spans(self, spans: Sequence[ReadableSpan], *_more: Any, **_named: Any) -> object:  # noqa: ANN401 - whatever a wrapper hands over
        self._kept.append(encode_spans(spans).SerializeToString())
        return SpanExportResult.SUCCESS

    def _keep(self, batch: Sequence[ReadableLogRecord], *_more: Any, **_named: Any) -> object:  # noqa: ANN401 - as above
        self._kept.append(encode_logs(batch).SerializeToString())
        return LogRecordExportResult.SUCCESS
