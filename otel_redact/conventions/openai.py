"""Bodies of the OpenAI API (Chat Completions, Responses, embeddings, images) inside values.

Instrumentations of every convention dump them as JSON; attributes of its own are few (`openai.*`).
"""

from otel_redact.conventions.convention import Convention, key_rules
from otel_redact.types import Category

__all__ = ["OPENAI"]

_SYSTEM = Category.INPUT | Category.SYSTEM
_TOOL_INPUT = Category.INPUT | Category.TOOLS
_TOOL_OUTPUT = Category.OUTPUT | Category.TOOLS
_TOOL_BOTH = Category.INPUT | Category.OUTPUT | Category.TOOLS
_INPUT_MEDIA = Category.INPUT | Category.MEDIA
_EMBEDDING = Category.OUTPUT | Category.EMBEDDINGS

_REQUEST_PARTS = {
    "functions": _TOOL_INPUT,
    "input": Category.INPUT,
    "instructions": _SYSTEM,
    "json_schema": Category.INPUT,
    "prediction": Category.INPUT,
    "prompt": Category.INPUT,
    "response_format": Category.INPUT,
    "suffix": Category.INPUT,
    "tools": _TOOL_INPUT,
}

_USER_PARTS = {
    "authorization": Category.METADATA,
    "extra_body": Category.METADATA,
    "extra_headers": Category.METADATA,
    "extra_query": Category.METADATA,
    "headers": Category.METADATA,
    "metadata": Category.METADATA,
    "prompt_cache_key": Category.METADATA,
    "safety_identifier": Category.METADATA,
    "stop": Category.METADATA,
    "user": Category.METADATA,
}

_RESPONSE_PARTS = {
    "choices": Category.OUTPUT,
    "completion": Category.OUTPUT,
    "embedding": _EMBEDDING,
    "embeddings": _EMBEDDING,
    "error": Category.ERROR,
    "function_call": _TOOL_OUTPUT,
    "output": Category.OUTPUT,
    "output_text": Category.OUTPUT,
    "reasoning_content": Category.OUTPUT,
    "refusal": Category.OUTPUT,
    "revised_prompt": Category.OUTPUT,
    "tool_calls": _TOOL_OUTPUT,
}

_MEDIA_PARTS = dict.fromkeys(
    (
        "audio",
        "b64_json",
        "file",
        "file_data",
        "file_url",
        "files",
        "image",
        "image_url",
        "images",
        "input_audio",
        "input_image",
        "video",
    ),
    Category.MEDIA,
)

_TYPES = {
    # `function` is the type of definitions and of calls alike.
    "function": Category.TOOLS,
    **dict.fromkeys(
        (
            "apply_patch_call",
            "code_interpreter_call",
            "computer_call",
            "custom_tool_call",
            "function_call",
            "local_shell_call",
            "mcp_approval_request",
            "mcp_call",
            "shell_call",
            "tool_search_call",
            "web_search_call",
        ),
        _TOOL_OUTPUT,
    ),
    **dict.fromkeys(
        (
            "apply_patch_call_output",
            "computer_call_output",
            "custom_tool_call_output",
            "function_call_output",
            "local_shell_call_output",
            "mcp_approval_response",
            "shell_call_output",
            "tool_search_output",
        ),
        _TOOL_INPUT,
    ),
    # What the server's tools found or offer, handed over by the model.
    "file_search_call": _TOOL_OUTPUT | Category.DOCUMENTS,
    "mcp_list_tools": _TOOL_BOTH,
    "image_generation_call": Category.OUTPUT | Category.MEDIA,
    "output_audio": Category.OUTPUT | Category.MEDIA,
    **dict.fromkeys(
        ("output_text", "reasoning", "reasoning_text", "refusal", "summary_text"), Category.OUTPUT
    ),
    "input_text": Category.INPUT,
    **dict.fromkeys(
        ("computer_screenshot", "input_audio", "input_file", "input_image"), _INPUT_MEDIA
    ),
    **dict.fromkeys(("audio", "image", "image_file", "image_url", "video"), Category.MEDIA),
}

_SCHEMA = """
annotations arguments audio b64_json call_id choices code completion_tokens content created
created_at data delta detail embedding error file file_data file_id file_url filename finish_reason
format function function_call id image_url incomplete_details index input input_audio
input_image input_tokens input_tokens_details instructions logprobs max_output_tokens max_tokens
message messages metadata model n name object output output_index output_text output_tokens
output_tokens_details parallel_tool_calls parameters prompt prompt_tokens properties queries
reasoning reasoning_content refusal required response_format results revised_prompt role status stop
stream strict summary system_fingerprint temperature text tool_call_id tool_calls tool_choice tools
top_p total_tokens transcript type url usage user
"""

_WORDS = """
auto chat.completion chat.completion.chunk completed content_filter custom custom_tool_call
custom_tool_call_output developer embedding failed file_search_call function function_call
function_call_output image_file image_generation_call image_url in_progress incomplete input_audio
input_file input_image input_text length list mcp_call mcp_list_tools message none output_audio
output_text queued reasoning reasoning_text refusal required response stop summary_text
text_completion tool_calls web_search_call cancelled
array boolean integer null number object string json_object json_schema
"""

OPENAI = Convention(
    name="openai",
    version="openai-python 3.54.0",
    source="https://platform.openai.com/docs/api-reference (2026-11-23)",
    keys=key_rules(
        Category.STRUCTURE,
        "gen_ai.openai.request.response_format",
        "gen_ai.openai.request.seed",
        "gen_ai.openai.request.service_tier",
        "gen_ai.openai.response.service_tier",
        "gen_ai.openai.response.system_fingerprint",
        "openai.api.type",
        "openai.request.service_tier",
        "openai.response.service_tier",
        "openai.response.system_fingerprint",
    ),
    parts=_REQUEST_PARTS | _USER_PARTS | _RESPONSE_PARTS | _MEDIA_PARTS,
    roles={"function": _TOOL_INPUT},
    types=_TYPES,
    message_lists=frozenset({"messages"}),
    sealed=frozenset({"usage"}),
    sealed_in_tools=frozenset({"output_schema"}),
    schema=frozenset(_SCHEMA.split()),
    words=frozenset(_WORDS.split()),
    word_keys=frozenset({"object", "status"}),
    client_modules=frozenset({"openai"}),
)
