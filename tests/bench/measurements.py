"""Counts in, samples out: the measurements of `redaction`."""

from __future__ import annotations

import functools
import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from spans import chat_spans, conversation, text_bytes
from timing import Clock, cpu_time_ns, interleaved, median, quantile, ratio, watched

from otel_redact import (
    Anonymizer,
    RedactingSpanProcessor,
    RedactionPolicy,
    collector,
    pipeline,
    span_redaction,
)
from otel_redact.pipeline import Pipeline

__all__ = [
    "Counts",
    "measure_cache",
    "measure_groups",
    "measure_on_end",
    "measure_spans",
    "measure_stages",
]

SIZES = {"2 KB": 2048, "20 KB": 20_480}
CACHE_BYTES = 8 * 1024 * 1024
# Fewer than the 512 that wake the worker up, so that only queueing is timed.
ON_END_CALLS = {"batch": 100, "worker": 100, "caller": 25}
GROUPS = ("secrets", "pii", "network", "crypto", "media", "default")
STAGES: dict[str, tuple[object, str]] = {
    "scan": (pipeline, "_gate"),
    "check": (pipeline, "is_clean_span"),
    "read": (pipeline, "read_span"),
    "collect": (span_redaction.SpanRedaction, "__init__"),
    "parse": (collector, "collect_tree"),
    "search": (Anonymizer, "run"),
    "build": (span_redaction.SpanRedaction, "build"),
}


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How much is measured.

    Attributes:
        rounds: samples of each task.
        batch: spans that one sample handles.
        turns: turns of a conversation.
        conversations: samples of the cache's measurement.
        on_end_rounds: rounds of ``ON_END_CALLS`` calls.
    """

    rounds: int
    batch: int
    turns: int
    conversations: int
    on_end_rounds: int


def measure_spans(counts: Counts) -> dict[str, object]:
    """Time redaction against OTLP encoding of the same spans."""
    result: dict[str, object] = {}
    for kind, spans in _kinds(counts.batch):
        default = _pipeline()
        hiding = _pipeline(hide_inputs=True, hide_outputs=True, hide_metadata=True)
        found = _findings(default, spans)
        samples = interleaved(
            {
                "redact": functools.partial(default.redact_batch, spans),
                "hide_all": functools.partial(hiding.redact_batch, spans),
                "encode": functools.partial(_encode, spans),
            },
            rounds=counts.rounds,
            per_call=len(spans),
        )
        result[kind] = {
            "attributes": len(spans[0].attributes or {}),
            "text_bytes": round(sum(map(text_bytes, spans)) / len(spans)),
            "findings": round(found / len(spans), 2),
            "median_us": {name: median(values) for name, values in samples.items()},
            "redact_to_encode": ratio(samples["redact"], samples["encode"]),
            "hide_all_to_encode": ratio(samples["hide_all"], samples["encode"]),
            "samples_us": samples,
        }
    return result


def measure_groups(counts: Counts) -> dict[str, object]:
    """Time redaction by each group of detectors alone against OTLP encoding of the same spans."""
    result: dict[str, object] = {}
    for kind, spans in _kinds(counts.batch):
        pipelines = {group: _pipeline(rules=group) for group in GROUPS}
        for used in pipelines.values():
            used.redact_batch(spans)
        tasks = {
            group: functools.partial(used.redact_batch, spans) for group, used in pipelines.items()
        }
        samples = interleaved(
            {**tasks, "encode": functools.partial(_encode, spans)},
            rounds=counts.rounds,
            per_call=len(spans),
        )
        result[kind] = {
            "median_us": {name: median(values) for name, values in samples.items()},
            "to_encode": {group: ratio(samples[group], samples["encode"]) for group in GROUPS},
            "samples_us": samples,
        }
    return result


def measure_cache(counts: Counts) -> dict[str, object]:
    """Time conversations that resend their history, each new to the cache, with and without it."""
    seeds = itertools.count()
    without, with_cache = _pipeline(), _pipeline(cache_bytes=CACHE_BYTES)
    samples: dict[str, list[float]] = {"cache_off": [], "cache_on": [], "encode": []}
    sent = 0
    for _ in range(counts.conversations + 1):
        spans = conversation(counts.turns, turn_size=2000, seed=next(seeds))
        sent = sum(map(text_bytes, spans))
        for name, used in (("cache_off", without), ("cache_on", with_cache)):
            start = cpu_time_ns()
            for span in spans:
                used.redact_batch([span])
            samples[name].append(round((cpu_time_ns() - start) / len(spans) / 1000, 2))
        start = cpu_time_ns()
        for span in spans:
            _encode([span])
        samples["encode"].append(round((cpu_time_ns() - start) / len(spans) / 1000, 2))
    samples = {name: values[1:] for name, values in samples.items()}  # the first warmed up
    return {
        "turns": counts.turns,
        "text_bytes": sent,
        "cache_bytes": CACHE_BYTES,
        "median_us": {name: median(values) for name, values in samples.items()},
        "cache_on_to_off": ratio(samples["cache_on"], samples["cache_off"]),
        "cache_on_to_encode": ratio(samples["cache_on"], samples["encode"]),
        "samples_us": samples,
    }


def measure_on_end(counts: Counts) -> dict[str, object]:
    """Time ``on_end`` on the calling thread by the wall clock; the exporter does nothing."""
    result: dict[str, object] = {}
    for kind, spans in _kinds(counts.batch):
        if "dirty" not in kind:
            continue
        processors = _processors()
        samples: dict[str, list[float]] = {name: [] for name in processors}
        for number in range(counts.on_end_rounds + 1):
            for name, processor in processors.items():
                times = _on_end_times(processor, spans, ON_END_CALLS[name])
                processor.force_flush()
                samples[name] += times if number else []  # the first round warms up
        for processor in processors.values():
            processor.shutdown()
        result[kind] = {
            "median_us": {name: median(values) for name, values in samples.items()},
            "p99_us": {name: quantile(values, 0.99) for name, values in samples.items()},
            "worker_to_batch": ratio(samples["worker"], samples["batch"]),
            "worker_to_batch_p99": round(
                quantile(samples["worker"], 0.99) / quantile(samples["batch"], 0.99), 2
            ),
            "caller_to_batch": ratio(samples["caller"], samples["batch"]),
            "samples_us": samples,
        }
    return result


def measure_stages(counts: Counts) -> dict[str, object]:
    """Time the parts of redaction where they run."""
    result: dict[str, object] = {}
    for kind, spans in _kinds(counts.batch):
        used, clock = _pipeline(), Clock()
        used.redact_batch(spans)
        samples: dict[str, list[float]] = {stage: [] for stage in (*STAGES, "rest")}
        with watched(clock, STAGES):
            for _ in range(counts.rounds):
                start = cpu_time_ns()
                used.redact_batch(spans)
                elsewhere = dict.fromkeys(STAGES, 0)  # what a clean span needs not is not called
                taken = {"rest": cpu_time_ns() - start, **elsewhere, **clock.take()}
                taken["rest"] -= sum(taken[stage] for stage in STAGES)
                for stage, elapsed in taken.items():
                    samples[stage].append(round(elapsed / len(spans) / 1000, 2))
        medians = {stage: median(values) for stage, values in samples.items()}
        if "dirty" in kind and not all(medians[stage] for stage in STAGES):
            raise RuntimeError("a stage is no longer called where STAGES says")
        total = sum(medians.values())
        result[kind] = {
            "median_us": medians,
            "share": {stage: round(value / total, 3) for stage, value in medians.items()},
            "samples_us": samples,
        }
    return result


class _Nowhere(SpanExporter):
    """Takes spans and does nothing."""

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        return SpanExportResult.SUCCESS


def _encode(spans: Sequence[ReadableSpan]) -> bytes:
    encoded: bytes = encode_spans(spans).SerializeToString()
    return encoded


def _processors() -> dict[str, SpanProcessor]:
    policy = RedactionPolicy(environ={}, cache_bytes=0)
    return {
        "batch": BatchSpanProcessor(_Nowhere()),
        "worker": RedactingSpanProcessor(_Nowhere(), policy=policy, redact_in="worker"),
        "caller": RedactingSpanProcessor(_Nowhere(), policy=policy, redact_in="caller"),
    }


def _on_end_times(
    processor: SpanProcessor, spans: Sequence[ReadableSpan], calls: int
) -> list[float]:
    times: list[float] = []
    for span in itertools.islice(itertools.cycle(spans), calls):
        start = time.perf_counter_ns()
        processor.on_end(span)
        times.append(round((time.perf_counter_ns() - start) / 1000, 2))
    return times


def _kinds(count: int) -> Iterator[tuple[str, list[ReadableSpan]]]:
    for label, size in SIZES.items():
        for state in ("clean", "dirty"):
            yield f"{label} {state}", chat_spans(count, size=size, dirty=state == "dirty")


def _pipeline(*, cache_bytes: int = 0, **settings: bool | str) -> Pipeline:
    return Pipeline(RedactionPolicy(environ={}, cache_bytes=cache_bytes, **settings))  # type: ignore[arg-type]  # flags and rules


def _findings(used: Pipeline, spans: Sequence[ReadableSpan]) -> int:
    """Return how much is found; what failed would be timed for nothing."""
    used.redact_batch(spans)
    counted = used.counters.snapshot()
    if counted.failures:
        raise RuntimeError(f"redaction failed: {', '.join(counted.failures)}")
    return sum(counted.findings.values())
