"""Runs the support chat through processor and real OTLP exporter, for the demo to report on."""

from __future__ import annotations

import openai
import requests
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_ON

from otel_redact import RedactingSpanProcessor
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

__all__ = ["run"]

_ARRIVAL_SECONDS = 10.0


def run() -> Outcome | None:
    """Trace the chat raw and redacted, and compare what a trace service would have got.

    Returns:
        What the run showed; None when not every span arrived at the loopback receiver.

    Raises:
        ConfigError: a variable or the policy file cannot be read.
    """
    capture = CapturingSpanProcessor()
    with OtlpReceiver(grpc=False) as receiver, OpenAIStub() as stub:
        provider = _provider(receiver.http_endpoint, capture)
        with (
            Forwarding(provider) as forwarding,
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


def _provider(endpoint: str, capture: CapturingSpanProcessor) -> TracerProvider:
    session = requests.Session()
    session.trust_env = False
    exporter = OTLPSpanExporter(f"{endpoint}/v1/traces", session=session)
    provider = TracerProvider(
        sampler=ALWAYS_ON, resource=Resource(application.RESOURCE), shutdown_on_exit=False
    )
    provider.add_span_processor(capture)
    provider.add_span_processor(RedactingSpanProcessor(exporter))
    return provider


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
