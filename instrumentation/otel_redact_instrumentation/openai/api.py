"""The table of APIs: which operation each is, and which functions read its request and response.

A new API is one line here and, where no function fits, one in its file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from otel_redact_instrumentation.openai import chat, other, responses
from otel_redact_instrumentation.openai.plain import Json

__all__ = ["APIS", "Api"]

_Read = Callable[[Json], list[Json]]


def _nothing(_value: Json) -> list[Json]:
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """How one API is recorded.

    Attributes:
        operation: ``gen_ai.operation.name``; where the conventions have none, a name of our own.
        inputs: request → input messages.
        instructions: request → parts of the system instructions.
        tools: request → tool definitions.
        outputs: response → output messages.
        output_type: ``gen_ai.output.type`` where the API has only one; ``""``: the request says.
        kind: ``openai.api.type`` of the two chat APIs, else ``""``.
    """

    operation: str
    inputs: _Read = _nothing
    instructions: _Read = _nothing
    tools: _Read = _nothing
    outputs: _Read = _nothing
    output_type: str = ""
    kind: str = ""


_IMAGES = Api(
    operation="image_generation",
    inputs=other.prompt_messages,
    outputs=other.image_messages,
    output_type="image",
)

APIS: Mapping[str, Api] = {
    "chat/completions": Api(
        operation="chat",
        inputs=chat.input_messages,
        tools=chat.tools,
        outputs=chat.output_messages,
        kind="chat_completions",
    ),
    "responses": Api(
        operation="chat",
        inputs=responses.input_messages,
        instructions=responses.instructions,
        tools=responses.tools,
        outputs=responses.output_messages,
        kind="responses",
    ),
    # GET responses/ID: what a background response has come to.
    "responses/{id}": Api(
        operation="retrieve_response", outputs=responses.output_messages, kind="responses"
    ),
    "completions": Api(
        operation="text_completion",
        inputs=other.prompt_messages,
        outputs=other.completion_messages,
    ),
    "embeddings": Api(operation="embeddings", inputs=other.input_messages),
    "images/generations": _IMAGES,
    "images/edits": _IMAGES,
    "images/variations": _IMAGES,
    "moderations": Api(
        operation="moderation", inputs=other.input_messages, outputs=other.moderation_messages
    ),
    "audio/speech": Api(
        operation="text_to_speech",
        inputs=other.input_messages,
        instructions=other.instructions,
        outputs=other.speech_messages,
        output_type="speech",
    ),
    "audio/transcriptions": Api(
        operation="transcription",
        inputs=other.prompt_messages,
        outputs=other.transcript_messages,
        output_type="text",
    ),
    "audio/translations": Api(
        operation="translation",
        inputs=other.prompt_messages,
        outputs=other.transcript_messages,
        output_type="text",
    ),
}
"""The path below the base URL → the API; a POST unless it ends in ``{id}``."""
