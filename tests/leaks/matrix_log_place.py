"""A place's name, an attribute key and a value in, a log record with the value there alone out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from opentelemetry._logs import SeverityNumber
from opentelemetry.sdk._logs import ReadableLogRecord
from opentelemetry.sdk.resources import Resource

from tests.leaks.matrix_place import Place, trace_ids
from tests.log_support import make_record

__all__ = ["LOG_PLACES"]

_OWN = Resource({"service.name": "tests"})


def _record(body: object = None, attributes: object = None, **parts: object) -> ReadableLogRecord:
    arguments = {"resource": _OWN, "trace_id": next(trace_ids), **parts}
    return make_record(body, attributes, **arguments)


def _event(name: str, key: str = "") -> Callable[[str, object], ReadableLogRecord]:
    return lambda _, v: _record({key: v} if key else v, event_name=name)


LOG_PLACES: Mapping[str, Place] = {
    "body": Place(lambda _, v: _record(v), own="UNKNOWN"),
    "body of a user message": Place(_event("gen_ai.user.message"), own="INPUT"),
    "body of a user message, content": Place(_event("gen_ai.user.message", "content"), own="INPUT"),
    "body of a choice": Place(_event("gen_ai.choice", "message"), own="OUTPUT"),
    "body of an error": Place(lambda _, v: _record(v, severity=SeverityNumber.ERROR), own="ERROR"),
    "attribute value": Place(lambda key, v: _record("x", {key: v})),
    "attribute key": Place(lambda key, _: _record("x", {key: 1}), "keys"),
    "exception message": Place(
        lambda _, v: _record(None, {"exception.type": "E", "exception.message": v}), own="ERROR"
    ),
    "exception stack trace": Place(
        lambda _, v: _record(None, {"exception.stacktrace": v}), own="ERROR"
    ),
    "event name": Place(
        lambda _, v: _record("x", event_name=v), "texts", hides=False, own="UNKNOWN"
    ),
    "severity text": Place(
        lambda _, v: _record("x", severity_text=v), "texts", hides=False, own="UNKNOWN"
    ),
    "resource attribute": Place(
        lambda key, v: _record("x", resource=Resource({"a": "b", key: v})), hides=False
    ),
    "resource schema": Place(
        lambda _, v: _record("x", resource=Resource({}, v)), "texts", hides=False, own="STRUCTURE"
    ),
    "scope name": Place(lambda _, v: _record("x", scope=v), "texts", hides=False, own="STRUCTURE"),
    "scope attribute": Place(
        lambda key, v: _record("x", scope=f"tests.{next(trace_ids)}", scope_attributes={key: v}),
        hides=False,
    ),
}
