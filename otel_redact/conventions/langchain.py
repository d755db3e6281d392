"""LangChain's and LangGraph's messages, prompts, documents and results as JSON inside values."""

from otel_redact.conventions.convention import Convention, SpanKindRule
from otel_redact.types import Category

__all__ = ["LANGCHAIN"]

_SYSTEM = Category.INPUT | Category.SYSTEM
_TOOL_INPUT = Category.INPUT | Category.TOOLS

_SCHEMA = """
additional_kwargs content content_blocks example generation_info generations id inputs
invalid_tool_calls kwargs lc llm_output message messages metadata name output outputs page_content
response_metadata run text tool_call_id tool_calls type usage_metadata
"""

# An `id` is a path of modules and a class, e.g. ["langchain", "schema", "messages", "AIMessage"].
_WORDS = """
AIMessage AIMessageChunk ChatGeneration ChatGenerationChunk ChatMessage ChatPromptValue Document
FunctionMessage Generation HumanMessage HumanMessageChunk LLMResult StringPromptValue SystemMessage
SystemMessageChunk ToolMessage ToolMessageChunk
ai chat constructor document documents human messages output outputs prompt_values schema
langchain langchain_core langgraph tool_call invalid_tool_call
"""

LANGCHAIN = Convention(
    name="langchain",
    version="langchain-core 1.4",
    source="https://reference.langchain.com/python/langchain_core/messages/ (2026-11-23)",
    kinds=(SpanKindRule(kind="prompt", key="", value="*PromptTemplate*"),),
    parts={
        "chat_history": Category.INPUT,
        "documents": Category.DOCUMENTS,
        "generations": Category.OUTPUT,
        "inputs": Category.INPUT,
        "invalid_tool_calls": Category.OUTPUT | Category.TOOLS,
        "outputs": Category.OUTPUT,
        "page_content": Category.DOCUMENTS,
        "prompts": Category.INPUT,
        "query": Category.INPUT,
        "question": Category.INPUT,
        "session_id": Category.METADATA,
        "source_documents": Category.DOCUMENTS,
        "system_message": _SYSTEM,
        "system_prompt": _SYSTEM,
        "tags": Category.METADATA,
        "template": Category.INPUT,
    },
    roles={
        "human": Category.INPUT,
        "humanmessage": Category.INPUT,
        "humanmessagechunk": Category.INPUT,
        "systemmessage": _SYSTEM,
        "systemmessagechunk": _SYSTEM,
        "toolmessage": _TOOL_INPUT,
        "toolmessagechunk": _TOOL_INPUT,
        "functionmessage": _TOOL_INPUT,
        "functionmessagechunk": _TOOL_INPUT,
        "ai": Category.OUTPUT,
        "aimessage": Category.OUTPUT,
        "aimessagechunk": Category.OUTPUT,
        "agent": Category.OUTPUT,
        "bot": Category.OUTPUT,
        "chatbot": Category.OUTPUT,
    },
    types={
        "chatpromptvalue": Category.INPUT,
        "stringpromptvalue": Category.INPUT,
        "chatgeneration": Category.OUTPUT,
        "chatgenerationchunk": Category.OUTPUT,
        "generation": Category.OUTPUT,
        "llmresult": Category.OUTPUT,
        "invalid_tool_call": Category.OUTPUT | Category.TOOLS,
        "document": Category.DOCUMENTS,
    },
    message_lists=frozenset({"chat_history", "history", "input_messages", "output_messages"}),
    sealed=frozenset({"token_usage"}),
    schema=frozenset(_SCHEMA.split()),
    words=frozenset(_WORDS.split()),
    word_keys=frozenset({"id"}),
    client_modules=frozenset({"langchain", "langchain_core", "langchain_openai", "langgraph"}),
)
