"""OTLP request bytes in, the places that carry marks out; the run compares policies with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from otel_redact.testing import find_leaks
from tests.support import plain_value
from tests.third_party.canaries import MARKS, SECRETS
from tests.third_party.server import INPUT_TOKENS, MODEL

_MARK = re.compile(r"[A-Z]+MARK")
_INDEX = re.compile(r"(?<=\.)\d+(?=\.|$)")
Place = tuple[str, str]
"""Scope name and where: ``"gen_ai.prompt.{n}.content"``, ``"event exception: …"``, ``"status"``."""


@dataclass(kw_only=True)
class Observation:
    """What one process sent.

    Attributes:
        span_bodies: OTLP trace requests, as received.
        log_bodies: OTLP log requests, as received.
        stderr: what the process wrote there.
        versions: of the packages that the table shows.
        logs: whether log records had a way out.
    """

    span_bodies: list[bytes]
    log_bodies: list[bytes]
    stderr: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    logs: bool = False

    @property
    def bodies(self) -> list[bytes]:
        return [*self.span_bodies, *self.log_bodies]

    def places(self) -> dict[Place, set[str]]:
        """Return where marks stand, and which."""
        found: dict[Place, set[str]] = defaultdict(set)
        for scope, place, value in (*_in_spans(self.span_bodies), *_in_logs(self.log_bodies)):
            marks = set(_MARK.findall(str(value)))
            if marks:
                found[scope, _INDEX.sub("{n}", place)] |= marks
        return dict(found)

    def marks(self, *, logs: bool = True) -> set[str]:
        """Return the marks that stand anywhere but in error texts, which flags blank as a whole."""
        return {
            mark
            for (_, place), marks in self.places().items()
            if not _is_error(place) and (logs or not place.startswith("log "))
            for mark in marks
        }

    def structure(self) -> dict[str, int]:
        """Return how often spans, the model and the usage were sent: no policy may change it."""
        values = [value for _, place, value in _in_spans(self.span_bodies) if place != "name"]
        return {
            "spans": sum(1 for _, place, _ in _in_spans(self.span_bodies) if place == "name"),
            "models": values.count(MODEL),
            "usages": values.count(INPUT_TOKENS),
        }

    def log_records(self) -> int:
        return sum(
            len(scope_logs.log_records)
            for body in self.log_bodies
            for resource_logs in ExportLogsServiceRequest.FromString(body).resource_logs
            for scope_logs in resource_logs.scope_logs
        )

    def leaks(self, categories: Sequence[str]) -> list[str]:
        """Return marks of these categories, and secrets of any, that were sent in whatever form."""
        if not self.bodies:
            return []  # `structure` tells that nothing came
        wanted = [*SECRETS, *(mark for category in categories for mark in MARKS[category])]
        indices = {leak.canary for leak in find_leaks(self.bodies, wanted)}
        return sorted(wanted[index] for index in indices)


def _is_error(place: str) -> bool:
    return place == "status" or "exception" in place or place.startswith("error.")


def _in_spans(bodies: Sequence[bytes]) -> Iterator[tuple[str, str, object]]:
    for body in bodies:
        for resource_spans in ExportTraceServiceRequest.FromString(body).resource_spans:
            for scope_spans in resource_spans.scope_spans:
                for span in scope_spans.spans:
                    for place, value in _in_span(span):
                        yield scope_spans.scope.name, place, value


def _in_span(span) -> Iterator[tuple[str, object]]:
    yield "name", span.name
    yield "status", span.status.message
    yield "trace state", span.trace_state
    for item in span.attributes:
        yield item.key, plain_value(item.value)
    for event in span.events:
        for item in event.attributes:
            yield f"event {event.name}: {item.key}", plain_value(item.value)
    for link in span.links:
        for item in link.attributes:
            yield f"link: {item.key}", plain_value(item.value)


def _in_logs(bodies: Sequence[bytes]) -> Iterator[tuple[str, str, object]]:
    for body in bodies:
        for resource_logs in ExportLogsServiceRequest.FromString(body).resource_logs:
            for scope_logs in resource_logs.scope_logs:
                for record in scope_logs.log_records:
                    name = f"log {record.event_name}"
                    yield scope_logs.scope.name, f"{name}: body", plain_value(record.body)
                    for item in record.attributes:
                        place = f"{name}: {item.key}"
                        yield scope_logs.scope.name, place, plain_value(item.value)
