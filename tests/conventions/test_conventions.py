"""What each convention file says of the keys its instrumentations really emit."""

import pathlib
import re

import pytest

from otel_redact import conventions
from otel_redact.conventions import CONVENTIONS
from otel_redact.conventions.classifier import MAIN, Classifier, default_classifier
from otel_redact.types import Category

INPUT, OUTPUT, METADATA = Category.INPUT, Category.OUTPUT, Category.METADATA
ERROR, UNKNOWN = Category.ERROR, Category.UNKNOWN
SYSTEM, TOOLS = Category.SYSTEM, Category.TOOLS
EMBEDDINGS, DOCUMENTS = Category.EMBEDDINGS, Category.DOCUMENTS

_ALL = (1 << 12) - 1

_EVENTS = [
    ("gen_ai.user.message", INPUT),
    ("gen_ai.system.message", INPUT | SYSTEM),
    ("gen_ai.tool.message", INPUT | TOOLS),
    ("gen_ai.assistant.message", OUTPUT),
    ("gen_ai.choice", OUTPUT),
    ("gen_ai.client.inference.operation.details", UNKNOWN),
    ("gen_ai.content.prompt", INPUT),
    ("gen_ai.content.completion", OUTPUT),
    ("gen_ai.content.completion.chunk", OUTPUT),
    ("gen_ai.evaluation.result", OUTPUT),
    ("mlflow.chunk.item.17", OUTPUT),
    ("db.query.result", OUTPUT | DOCUMENTS),
    ("db.query.embeddings", INPUT | EMBEDDINGS),
    ("exception", ERROR),
    ("something else", UNKNOWN),
]

# https://docs.langchain.com/langsmith/trace-with-opentelemetry: what LangSmith's endpoint reads.
_LANGSMITH_READS = {
    INPUT: "gen_ai.prompt gen_ai.prompt.3.content gen_ai.prompt.3.message.content "
    "gen_ai.input.messages input.value llm.input_messages traceloop.entity.input prompt "
    "tool_arguments tools llm.request.functions llm.prompt_template.variables events",
    OUTPUT: "gen_ai.completion gen_ai.completion.3.content gen_ai.completion.3.message.content "
    "gen_ai.output.messages output.value llm.output_messages traceloop.entity.output "
    "retrieval.documents.3.document.content retrieval.documents.3.document.metadata",
    METADATA: "langsmith.metadata.a metadata traceloop.association.properties.a "
    "llm.invocation_parameters",
}


@pytest.mark.parametrize(
    ("key", "category"),
    [(key, category) for category, keys in _LANGSMITH_READS.items() for key in keys.split()],
)
def test_what_langsmith_maps_has_a_category(key, category):
    assert default_classifier().attribute(key).main == category


@pytest.mark.parametrize(("name", "category"), _EVENTS, ids=[name for name, _ in _EVENTS])
def test_an_event_has_its_category(name, category):
    event = default_classifier().event(name)

    assert Category(event.mask) == category
    assert event.main == int(category) & MAIN


def test_index_and_finish_reason_of_a_choice_stay_readable():
    structure = default_classifier().event("gen_ai.choice").structure

    assert {"index", "finish_reason"} <= structure
    assert "message" not in structure


@pytest.mark.parametrize(
    ("key", "category"),
    [
        ("gen_ai.tool.call.arguments", INPUT | TOOLS),
        ("gen_ai.tool.call.result", OUTPUT | TOOLS),
        ("tool_call.function.arguments", INPUT | TOOLS),
    ],
)
def test_arguments_are_input_and_results_output_on_the_tools_own_span(key, category):
    assert Category(default_classifier().attribute(key).on_tool & _ALL) == category


@pytest.mark.parametrize(
    ("key", "carrier", "name"),
    [
        ("langsmith.metadata._private_x", "prefix", "_private_x"),
        ("langsmith.metadata.a.b", "prefix", "a.b"),
        ("traceloop.association.properties.user_id", "prefix", "user_id"),
        ("langfuse.trace.metadata.a", "prefix", "a"),
        ("langfuse.observation.metadata.a", "prefix", "a"),
        ("langfuse.trace.metadata", "json", ""),
        ("langfuse.observation.metadata", "json", ""),
        ("ai.telemetry.metadata.a", "prefix", "a"),
        ("mlflow.traceTag.a", "prefix", "a"),
        ("metadata", "json", ""),
        ("user.id", "", ""),
    ],
)
def test_carriers_give_the_users_own_name(key, carrier, name):
    decision = default_classifier().attribute(key)

    assert (decision.carrier, decision.name) == (carrier, name)


@pytest.mark.parametrize(
    ("key", "role_key"),
    [
        ("gen_ai.prompt.7.content", "gen_ai.prompt.7.role"),
        ("gen_ai.prompt.7.message.content", "gen_ai.prompt.7.message.role"),
        ("gen_ai.completion.0.content", "gen_ai.completion.0.role"),
        ("llm.input_messages.3.message.content", "llm.input_messages.3.message.role"),
        (
            "llm.output_messages.3.message.contents.8.message_content.text",
            "llm.output_messages.3.message.role",
        ),
        ("llm.input_messages.3.message.role", ""),
        ("gen_ai.prompt.7.tool_calls.0.arguments", ""),
        ("input.value", ""),
    ],
)
def test_flattened_messages_name_their_role(key, role_key):
    assert default_classifier().attribute(key).role_key == role_key


@pytest.mark.parametrize(
    ("name", "attributes", "kind"),
    [
        ("x", {"gen_ai.operation.name": "execute_tool"}, "tool"),
        ("x", {"gen_ai.operation.name": "chat"}, ""),
        ("x", {"openinference.span.kind": "TOOL"}, "tool"),
        ("x", {"openinference.span.kind": "PROMPT"}, "prompt"),
        ("x", {"openinference.span.kind": "LLM"}, ""),
        ("x", {"traceloop.span.kind": "tool"}, "tool"),
        ("x", {"langsmith.span.kind": "prompt"}, "prompt"),
        ("x", {"langfuse.observation.type": "tool"}, "tool"),
        ("x", {"mlflow.spanType": '"TOOL"'}, "tool"),
        ("x", {"ai.operationId": "ai.toolCall"}, "tool"),
        ("x", {"mcp.method.name": "tools/call"}, "tool"),
        ("execute_tool lookup", {}, "tool"),
        ("running tool: lookup", {}, "tool"),
        ("ChatPromptTemplate.task", {}, "prompt"),
        ("prompttemplate", {}, "prompt"),
        ("ChatPromptTemplate", {"openinference.span.kind": "TOOL"}, "tool"),
        ("x", {"openinference.span.kind": 3}, ""),
        ("x", {}, ""),
    ],
)
def test_a_span_is_known_as_a_tools_or_a_prompt_templates(name, attributes, kind):
    assert default_classifier().kind(name, attributes) == kind


@pytest.mark.parametrize("key", ["gen_ai.anything", "llm.anything", "ai.anything", "mlflow.x"])
def test_an_unnamed_key_of_an_llm_convention_still_marks_an_llm_span(key):
    decision = default_classifier().attribute(key)

    assert (decision.main, decision.llm) == (UNKNOWN, True)


@pytest.mark.parametrize("key", ["http.method", "user.id", "exception.message", "service.name"])
def test_generic_keys_do_not_mark_an_llm_span(key):
    assert default_classifier().attribute(key).llm is False


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
def test_a_convention_is_complete(convention):
    room = pathlib.Path(conventions.__file__).parent
    text = (room / f"{convention.name}.py").read_text()

    assert f"{convention.name.upper()} = Convention(" in text
    assert convention.version
    assert re.fullmatch(r"https://\S+( .*)? \(\d{4}-\d\d-\d\d\)", convention.source)
    assert convention.keys or convention.parts
    Classifier((convention,))


def test_every_convention_file_is_registered():
    room = pathlib.Path(conventions.__file__).parent
    files = {path.stem for path in room.glob("*.py") if " = Convention(" in path.read_text()}

    assert files == {convention.name for convention in CONVENTIONS}
    assert len(files) == len(CONVENTIONS)


def test_a_glob_named_twice_means_the_same():
    seen = {}
    for convention in CONVENTIONS:
        for rule in convention.keys:
            assert seen.setdefault(rule.glob, rule) == rule


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
def test_roles_and_types_are_lower_case(convention):
    for word in (*convention.roles, *convention.types):
        assert word == word.lower()


def test_words_are_a_closed_vocabulary():
    words = default_classifier().words

    assert {"user", "assistant", "tool_calls", "image/png", "AIMessage"} <= words
    assert not {word for word in words if re.search(r"[0-9]{3}|\s|@", word)}


@pytest.mark.parametrize("role", ["user", "assistant", "system", "tool", "developer"])
def test_roles_stay_readable_in_a_hidden_part(role):
    classifier = default_classifier()

    assert role in classifier.words
    assert {"role", "parts", "content", "type"} <= classifier.schema
    assert {"role", "type", "finish_reason"} <= classifier.word_keys
    assert "content" not in classifier.word_keys
