"""The `openai` client under `opentelemetry-instrument`: our instrumentor, loaded by its name."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.testing import assert_no_leak
from tests.instrumentation.openai.server import FakeOpenAI
from tests.program import ROOT, run_python
from tests.support import plain
from tests.zero_code.matrix import INSTRUMENT, PROTOCOLS

APPLICATION = str(Path(__file__).with_name("openai_application.py"))
KEY = "sk-" + "proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"
CANARIES = ["ann@" + "example.com", KEY]

EXPORTER = {"OTEL_TRACES_EXPORTER": "otlp_redacted"}
GUARD = {"OTEL_REDACT_ENABLED": "true", "OTEL_TRACES_EXPORTER": "otlp"}
# What wraps the client as other instrumentations do, and marks the spans it makes.
OTHER = """\
import wrapt
from opentelemetry import trace
from opentelemetry.instrumentation.instrumentor import BaseInstrumentor


def create(wrapped, instance, args, kwargs):
    with trace.get_tracer("other").start_as_current_span("other chat") as span:
        span.set_attribute("gen_ai.prompt", str(kwargs["messages"]))
        return wrapped(*args, **kwargs)


class OtherInstrumentor(BaseInstrumentor):
    def instrumentation_dependencies(self):
        return ()

    def _instrument(self, **kwargs):
        wrapt.wrap_function_wrapper(
            "openai.resources.chat.completions", "Completions.create", create
        )

    def _uninstrument(self, **kwargs):
        pass
"""


def install_other(directory: Path) -> dict[str, str]:
    """Install a distribution with another OpenAI instrumentor; return how a program finds it."""
    (directory / "other_openai.py").write_text(OTHER, encoding="utf-8")
    metadata = directory / "other_openai-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: other-openai\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(
        "[opentelemetry_instrumentor]\nopenai = other_openai:OtherInstrumentor\n"
    )
    path = [str(directory), str(ROOT), str(ROOT / "instrumentation")]
    return {"PYTHONPATH": os.pathsep.join(path)}


def model_call(receiver: OtlpReceiver):
    """Return the one span of a model call, whatever else is traced."""
    (span,) = [
        span for span in receiver.spans() if "gen_ai.operation.name" in plain(span.attributes)
    ]
    return span


@pytest.fixture(scope="module")
def server():
    with FakeOpenAI() as running:
        yield running


@pytest.fixture
def run(server, tmp_path):
    """A function that runs the application to its end; it returns the process and the receiver."""

    def start(environ, *, protocol="http/protobuf", model="gpt-4o"):
        with OtlpReceiver() as receiver:
            grpc = protocol == "grpc"
            settings = {
                "OPENAI_API_KEY": KEY,
                "OPENAI_BASE_URL": f"{server.url}/v1",
                "OTEL_EXPORTER_OTLP_ENDPOINT": (
                    receiver.grpc_endpoint if grpc else receiver.http_endpoint
                ),
                "OTEL_EXPORTER_OTLP_PROTOCOL": protocol,
                "OTEL_LOGS_EXPORTER": "none",
                "OTEL_METRICS_EXPORTER": "none",
                **environ,
            }
            program = (sys.executable, APPLICATION, model)
            done = run_python("-c", INSTRUMENT, *program, cwd=tmp_path, environ=settings)
        return done, receiver

    return start


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("environ", [EXPORTER, GUARD], ids=["exporter", "guard"])
def test_one_call_is_one_span_with_content_and_nothing_raw(run, environ, protocol):
    done, receiver = run(environ, protocol=protocol)

    assert (done.returncode, done.stdout, done.stderr) == (0, "stop\n", "")
    span = model_call(receiver)
    found = plain(span.attributes)
    assert span.name == "chat gpt-4o"
    assert found["gen_ai.operation.name"] == "chat"
    assert found["gen_ai.provider.name"] == "openai"
    assert found["gen_ai.response.model"] == "gpt-4o-2024-08-06"
    assert found["gen_ai.response.finish_reasons"] == ["stop"]
    assert (found["gen_ai.usage.input_tokens"], found["gen_ai.usage.output_tokens"]) == (11, 7)
    assert found["gen_ai.input.messages"] == (
        '[{"role":"user","parts":[{"type":"text","content":"I am [EMAIL_ADDRESS], who are you?"}]}]'
    )
    assert "OUTMARK-kestrel said" in found["gen_ai.output.messages"]
    assert_no_leak(receiver.bodies, CANARIES)


def test_a_rejected_call_is_recorded_without_the_key_and_prompt_that_the_error_quotes(run):
    done, receiver = run(GUARD, model="err-401")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    span = model_call(receiver)
    assert plain(span.attributes)["error.type"] == "openai.AuthenticationError"
    assert "[OPENAI_API_KEY]; you sent" in span.status.message
    assert_no_leak(receiver.bodies, CANARIES)


def test_hidden_inputs_are_not_even_recorded(run):
    _, receiver = run({**GUARD, "OTEL_REDACT_HIDE_INPUTS": "true"})

    span = model_call(receiver)
    assert "gen_ai.input.messages" not in plain(span.attributes)
    assert "gen_ai.output.messages" in plain(span.attributes)
    assert_no_leak(receiver.bodies, [*CANARIES, "who are you"])


def test_without_a_provider_that_redacts_no_content_is_recorded(run):
    done, receiver = run({"OTEL_TRACES_EXPORTER": "otlp"})

    span = model_call(receiver)
    assert "gen_ai.input.messages" not in plain(span.attributes)
    assert_no_leak(receiver.bodies, CANARIES)
    (line,) = done.stderr.splitlines()
    assert "prompts and answers are not recorded" in line


def test_beside_another_openai_instrumentation_ours_stays_away_with_one_warning(run, tmp_path):
    done, receiver = run({**GUARD, **install_other(tmp_path)})

    assert (done.returncode, done.stdout) == (0, "stop\n")
    (line,) = [line for line in done.stderr.splitlines() if "otel_redact" in line]
    assert "OpenAIInstrumentor does nothing" in line
    (span,) = [span for span in receiver.spans() if "chat" in span.name]
    assert span.name == "other chat"
    assert "I am [EMAIL_ADDRESS], who are you?" in plain(span.attributes)["gen_ai.prompt"]
    assert_no_leak(receiver.bodies, CANARIES)
