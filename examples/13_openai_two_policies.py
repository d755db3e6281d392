"""Two policies side by side with the real `openai` client: one trace is redacted, the other is not.

Offline: a stub answers, and what a receiver on loopback got is printed. To look at both traces in
Arize Phoenix: `python 13_openai_two_policies.py --phoenix http://127.0.0.1:6006`.
Needs the `demo` extra.
"""

import argparse
import os

import openai
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor, RedactionPolicy, default_detectors, use_policy
from otel_redact.cli.openai_stub import OpenAIStub
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact_instrumentation import traced
from otel_redact_instrumentation.openai import OpenAIInstrumentor

BADGE = {"pattern": r"badge \d{5}", "replace": "<badge>"}
REDACTED = RedactionPolicy(anonymizer=[*default_detectors(), BADGE])
RAW = RedactionPolicy(anonymizer=None)
SHOWN = ("input.value", "output.value", "gen_ai.input.messages", "gen_ai.output.messages")


def send(endpoint: str) -> None:
    """Ask twice and export both traces to a service that takes OTLP over HTTP."""
    resource = Resource.create({"openinference.project.name": "two-policies"})
    provider = TracerProvider(resource=resource)
    exporter = OTLPSpanExporter(endpoint=f"{endpoint}/v1/traces")
    provider.add_span_processor(RedactingSpanProcessor(exporter))
    instrumentor = OpenAIInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    with (
        OpenAIStub() as stub,
        openai.OpenAI(base_url=stub.base_url, api_key="none") as client,
    ):

        def ask(question: str) -> str | None:
            answer = client.chat.completions.create(
                model="gpt-5-mini", messages=[{"role": "user", "content": question}]
            )
            return answer.choices[0].message.content

        with use_policy(REDACTED):
            traced(ask, name="ask, redacted", tracer_provider=provider)(
                "I am kim@example.com, badge 31337. Where is my parcel?"
            )
        with use_policy(RAW):
            traced(ask, name="ask, raw", tracer_provider=provider)(
                "I am lee@example.com, badge 27182. Where is my parcel?"
            )
    instrumentor.uninstrument()
    provider.shutdown()


def show(receiver: OtlpReceiver) -> None:
    """Print the prompts and answers that arrived, trace by trace."""
    for span in sorted(receiver.spans(), key=lambda span: span.start_time_unix_nano):
        print(span.name)
        for attribute in span.attributes:
            if attribute.key in SHOWN:
                print(f"  {attribute.key} = {attribute.value.string_value}")


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--phoenix", metavar="URL", help="send both traces there")
phoenix = parser.parse_args().phoenix
os.environ["NO_PROXY"] = "127.0.0.1"  # whatever the environment says of proxies
if phoenix:
    send(phoenix)
    print("sent to", phoenix)
else:
    with OtlpReceiver(grpc=False) as loopback:
        send(loopback.http_endpoint)
    show(loopback)
