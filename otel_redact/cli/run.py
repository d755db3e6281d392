"""Runs the support chat through instrumentor, processor and OTLP exporter, for demo to report."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import openai
import requests
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_ON

from otel_redact.cli import application
from otel_redact.cli.capture import CapturingSpanProcessor
from otel_redact.cli.difference import compare, count_values
from otel_redact.cli.forwarding import Forwarding
from otel_redact.cli.openai_stub import OpenAIStub
from otel_redact.cli.outcome import Outcome
from otel_redact.cli.planted import API_KEY, PLANTED
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.config import effective_settings
from otel_redact.testing import find_leaks
from otel_redact_instrumentation.openai import OpenAIInstrumentor

__all__ = ["run"]

_ARRIVAL_SECONDS = 10.0


def run() -> Outcome | None:
    """Trace the chat raw and redacted, and compare what a trace service would have got.

    Returns:
        What the run showed; None when not every span arrived at the loopback receiver.

    Raises:
        ConfigError: a variable or the policy file cannot be read.
    """
    with OtlpReceiver(grpc=False) as receiver, OpenAIStub() as stub:
        capture = CapturingSpanProcessor(_exporter(receiver.http_endpoint))
        provider = _provider(capture)
        with (
            Forwarding(provider) as forwarding,
            _instrumented(provider),
            # A proxy that the environment names must not see loopback calls.
            openai.DefaultHttpxClient(trust_env=False) as transport,
            openai.OpenAI(
                base_url=stub.base_url, api_key=API_KEY, http_client=transport, max_retries=0
            ) as client,
        ):
            application.run(provider.get_tracer("support-chat"), client)
        provider.shutdown()
        arrived = receiver.wait_for(len(capture.bodies), _ARRIVAL_SECONDS)
    if not (arrived and capture.bodies):
        return None
    return _outcome(capture, receiver, forwarding.sentence)


def _exporter(endpoint: str) -> OTLPSpanExporter:
    session = requests.Session()
    session.trust_env = False
    return OTLPSpanExporter(f"{endpoint}/v1/traces", session=session)


def _provider(capture: CapturingSpanProcessor) -> TracerProvider:
    provider = TracerProvider(
        sampler=ALWAYS_ON, resource=Resource(application.RESOURCE), shutdown_on_exit=False
    )
    provider.add_span_processor(capture)
    return provider


@contextlib.contextmanager
def _instrumented(provider: TracerProvider) -> Iterator[None]:
    """Trace the client's calls; what the policy hides is recorded, so that it is seen to go."""
    instrumentor = OpenAIInstrumentor()
    instrumentor.instrument(
        tracer_provider=provider,
        capture_content=True,
        hide_inputs=False,
        hide_outputs=False,
        hide_metadata=False,
    )
    try:
        yield
    finally:
        instrumentor.uninstrument()


def _outcome(capture: CapturingSpanProcessor, receiver: OtlpReceiver, forwarded: str) -> Outcome:
    kinds = list(PLANTED)
    leaks = find_leaks(receiver.bodies, list(PLANTED.values()))
    changed = [item for item in effective_settings() if item.source != "default"]
    return Outcome(
        rows=compare(capture.bodies, receiver.bodies),
        values=count_values(capture.bodies),
        spans=len(receiver.spans()),
        exported_bytes=sum(map(len, receiver.bodies)),
        planted=len(kinds),
        leaked=sorted({kinds[leak.canary] for leak in leaks}),
        redaction_millis=capture.redaction_millis(),
        policy=[f"{item.name}={item.value}" for item in changed],
        forwarded=forwarded,
    )
