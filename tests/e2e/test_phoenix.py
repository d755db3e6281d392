"""Spans leave for a real trace service, Arize Phoenix, and are read back from what it stored.

Run as tests/e2e/README.md says; the environment names the running service.
"""

import json
import os
import time
import urllib.request
import uuid
from pathlib import Path

import pytest

from otel_redact import RedactingSpanProcessor
from otel_redact.testing import assert_no_leak

pytestmark = pytest.mark.phoenix

STORED_SECONDS = 30
# Phoenix 20.26 cannot store a span that has a bytes attribute; it logs that and keeps the others.
STORED_NAMES = ("handle request", "chat gpt-4o-mini", "ChatCompletion", "odd values")


def setting(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        pytest.fail(f"{name} is not set; tests/e2e/README.md has the commands")
    return value


def get(path: str) -> dict[str, object]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(setting("PHOENIX_E2E_URL") + path, timeout=10) as response:
        return json.load(response)


def stored_spans(project: str, *, form: str = "spans") -> list[dict[str, object]]:
    return get(f"/v1/projects/{project}/{form}?limit=100")["data"]


def wait_for_spans(project: str, count: int) -> list[dict[str, object]]:
    deadline = time.monotonic() + STORED_SECONDS
    while time.monotonic() < deadline:
        try:
            spans = stored_spans(project)
        except urllib.error.HTTPError:
            spans = []
        if len(spans) >= count:
            return spans
        time.sleep(0.5)
    pytest.fail(f"Phoenix did not store {count} spans within {STORED_SECONDS} s")


@pytest.fixture(params=["http/protobuf", "grpc"])
def stored(request, record_chat, monkeypatch):
    """Send a chat over one protocol; return what was recorded, what is stored, and where."""
    project = f"e2e-{uuid.uuid4().hex[:12]}"
    variable = "PHOENIX_E2E_GRPC_URL" if request.param == "grpc" else "PHOENIX_E2E_URL"
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", setting(variable))
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", request.param)
    recorded = record_chat(RedactingSpanProcessor(), project=project)
    return recorded, wait_for_spans(project, len(STORED_NAMES)), project


def span_starting_with(spans: list[dict[str, object]], name: str) -> dict[str, object]:
    (found,) = [span for span in spans if span["name"].startswith(name)]
    return found


def test_nothing_that_phoenix_answers_holds_a_canary(stored):
    recorded, spans, project = stored
    answers = [
        spans,
        stored_spans(project, form="spans/otlpv1"),
        stored_spans(project, form="traces"),
    ]

    for name in STORED_NAMES:
        span_starting_with(spans, name)
    assert_no_leak([json.dumps(answer).encode() for answer in answers], recorded.canaries)


def test_nothing_that_phoenix_wrote_holds_a_canary(stored):
    recorded, _, _ = stored
    directory = Path(setting("PHOENIX_WORKING_DIR"))
    files = [path for path in directory.rglob("*") if path.is_file() and path.stat().st_size]

    written = [path.read_bytes() for path in files]

    assert any(b"[OPENAI_API_KEY]" in content for content in written)
    assert_no_leak(written, recorded.canaries)
    log = Path(setting("PHOENIX_E2E_LOG")).read_bytes()
    assert_no_leak(log, recorded.canaries)


def test_phoenix_shows_models_tokens_roles_and_messages(stored):
    _, spans, _ = stored
    attributes = span_starting_with(spans, "chat gpt-4o-mini")["attributes"]
    asked = json.loads(attributes["gen_ai.input.messages"])

    # The llm.* attributes of this span are Phoenix's own reading of the gen_ai.* ones.
    assert attributes["llm.model_name"] == "gpt-4o-mini"
    assert attributes["llm.token_count.prompt"] == 12
    assert attributes["llm.token_count.completion"] == 34
    assert [message["role"] for message in asked] == ["system", "user", "assistant", "user"]
    assert [attributes[f"llm.input_messages.{i}.message.role"] for i in range(4)] == [
        "system",
        "user",
        "assistant",
        "user",
    ]
    assert attributes["llm.input_messages.0.message.content"] == (
        "system: mail [EMAIL_ADDRESS] key [OPENAI_API_KEY] end"
    )
    assert "answer: mail [EMAIL_ADDRESS] key [OPENAI_API_KEY] end" in json.dumps(attributes)


def test_phoenix_shows_an_openinference_span(stored):
    _, spans, _ = stored
    span = span_starting_with(spans, "ChatCompletion")
    attributes = span["attributes"]

    assert span["span_kind"] == "LLM"
    assert attributes["llm.model_name"] == "gpt-4o-mini"
    assert attributes["llm.token_count.total"] == 12
    assert attributes["llm.input_messages.0.message.role"] == "user"
    assert attributes["llm.output_messages.0.message.content"] == (
        "openinference-output: mail [EMAIL_ADDRESS] key [OPENAI_API_KEY] end"
    )
    assert json.loads(attributes["input.value"]) == {
        "q": "input-value: mail [EMAIL_ADDRESS] key [OPENAI_API_KEY] end"
    }
