"""Bodies of the Google GenAI (Gemini, Vertex AI) API inside values, in both of its spellings."""

from otel_redact.conventions.convention import Convention
from otel_redact.types import Category

__all__ = ["GOOGLE_GENAI"]

_SYSTEM = Category.INPUT | Category.SYSTEM
_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS

_SCHEMA = """
args candidates config content contents data description finishReason finish_reason functionCall
functionDeclarations functionResponse function_call function_declarations function_response
inlineData inline_data mimeType mime_type model name parts response role systemInstruction
system_instruction text thought tools usageMetadata usage_metadata
"""

_WORDS = """
model function STOP MAX_TOKENS SAFETY RECITATION LANGUAGE OTHER BLOCKLIST PROHIBITED_CONTENT SPII
MALFORMED_FUNCTION_CALL FINISH_REASON_UNSPECIFIED
"""

GOOGLE_GENAI = Convention(
    name="google_genai",
    version="v1beta",
    source="https://ai.google.dev/api/generate-content (2026-11-23)",
    parts={
        "candidates": Category.OUTPUT,
        "fileData": Category.MEDIA,
        "functionCall": _TOOL_OUTPUT,
        "functionDeclarations": _TOOL_INPUT,
        "functionResponse": _TOOL_INPUT,
        "function_declarations": _TOOL_INPUT,
        "function_response": _TOOL_INPUT,
        "inlineData": Category.MEDIA,
        "inline_data": Category.MEDIA,
        "responseSchema": Category.INPUT,
        "response_schema": Category.INPUT,
        "systemInstruction": _SYSTEM,
        "system_instruction": _SYSTEM,
    },
    roles={"model": Category.OUTPUT},
    message_lists=frozenset({"contents"}),
    sealed=frozenset({"usageMetadata", "usage_metadata"}),
    sealed_in_tools=frozenset({"args"}),
    schema=frozenset(_SCHEMA.split()),
    words=frozenset(_WORDS.split()),
    word_keys=frozenset({"finishReason", "mimeType"}),
    client_modules=frozenset({"google.genai", "google.generativeai", "vertexai"}),
)
