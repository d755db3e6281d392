"""The instrumentations that are run, as a table; one more is one more entry.

The run imports this file, and so does the application in the foreign environment: nothing but the
standard library here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_OPENAI_CALLS = "tests.third_party.openai_calls"
_LANGCHAIN_CALLS = "tests.third_party.langchain_calls"
_CAPTURE = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"


@dataclass(frozen=True, kw_only=True)
class Instrumentation:
    """One instrumentation, set up in one way.

    Attributes:
        name: key of the table.
        requirements: what is installed beside our package; same requirements, same environment.
        shown: packages whose versions the table shows; the instrumentation's own first.
        instrumentor: ``module:class``; a module alone: logfire, which has a way of its own.
        options: arguments of that class, or of `logfire.instrument_openai`.
        variables: of the environment; they switch content on.
        calls: module whose ``run`` makes the calls.
        remark: for the table.
    """

    name: str
    requirements: tuple[str, ...]
    shown: tuple[str, ...]
    instrumentor: str
    options: Mapping[str, object] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    calls: str = _OPENAI_CALLS
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class Bypass:
    """A variable that hands raw content past every span processor.

    Attributes:
        instrumentation: key of the table; its environment is used.
        variables: that switch it on.
        folder_variable: variable that gets a folder to write to; ``""``: nothing is written.
        warns_of: variable that the warning must name.
        sends_raw: whether it sends raw spans to the same endpoint.
    """

    instrumentation: str
    variables: Mapping[str, str]
    folder_variable: str = ""
    warns_of: str
    sends_raw: bool = False


def _table(*rows: Instrumentation) -> dict[str, Instrumentation]:
    return {row.name: row for row in rows}


_TRACELOOP = {
    "requirements": ("opentelemetry-instrumentation-openai", "openai"),
    "shown": ("opentelemetry-instrumentation-openai", "openai"),
    "instrumentor": "opentelemetry.instrumentation.openai:OpenAIInstrumentor",
}
_TRACELOOP_LANGCHAIN = {
    "requirements": ("opentelemetry-instrumentation-langchain", "langchain", "langchain-openai"),
    "shown": ("opentelemetry-instrumentation-langchain", "langchain", "langchain-openai", "openai"),
    "instrumentor": "opentelemetry.instrumentation.langchain:LangchainInstrumentor",
    "calls": _LANGCHAIN_CALLS,
}
_OPENAI_V2 = {
    # 2.4b0 imports httpx, which openai 3 no longer brings, and a module that util-genai 1 has not.
    "requirements": (
        "opentelemetry-instrumentation-openai-v2",
        "openai<3",
        "opentelemetry-util-genai<=0.4b0",
    ),
    "shown": (
        "opentelemetry-instrumentation-openai-v2",
        "openai",
        "opentelemetry-util-genai",
    ),
    "instrumentor": "opentelemetry.instrumentation.openai_v2:OpenAIInstrumentor",
    "remark": "does not import with openai 3 or util-genai 1: both pinned",
}
_LOGFIRE = {
    "requirements": ("logfire", "openai"),
    "shown": ("logfire", "openai"),
    "instrumentor": "logfire",
    # Otherwise logfire adds a plain exporter for OTEL_EXPORTER_OTLP_ENDPOINT beside ours.
    "variables": {"OTEL_TRACES_EXPORTER": "none", "OTEL_LOGS_EXPORTER": "none"},
}

INSTRUMENTATIONS = _table(
    Instrumentation(
        name="openinference-openai",
        requirements=("openinference-instrumentation-openai", "openai"),
        shown=("openinference-instrumentation-openai", "openai"),
        instrumentor="openinference.instrumentation.openai:OpenAIInstrumentor",
    ),
    Instrumentation(
        name="openinference-openai-genai",
        requirements=("openinference-instrumentation-openai", "openai"),
        shown=("openinference-instrumentation-openai", "openai"),
        instrumentor="openinference.instrumentation.openai:OpenAIInstrumentor",
        variables={"OPENINFERENCE_ENABLE_GENAI_SEMCONV": "true"},
        remark="`OPENINFERENCE_ENABLE_GENAI_SEMCONV=true`",
    ),
    Instrumentation(name="traceloop-openai", **_TRACELOOP),
    Instrumentation(
        name="traceloop-openai-events",
        options={"use_attributes": False},
        remark="`use_attributes=False`: content in log events",
        **_TRACELOOP,
    ),
    Instrumentation(
        name="traceloop-openai-0.47",
        requirements=(
            "opentelemetry-instrumentation-openai==0.47.3",
            "openai<2",
            "opentelemetry-sdk<1.40",
        ),
        shown=("opentelemetry-instrumentation-openai", "openai"),
        instrumentor="opentelemetry.instrumentation.openai:OpenAIInstrumentor",
        remark="the older flattened attributes; needs openai 1 and SDK 1.39",
    ),
    Instrumentation(
        name="genai-openai",
        requirements=("opentelemetry-instrumentation-genai-openai", "openai", "fsspec"),
        shown=("opentelemetry-instrumentation-genai-openai", "opentelemetry-util-genai", "openai"),
        instrumentor="opentelemetry.instrumentation.genai.openai:OpenAIInstrumentor",
        variables={
            _CAPTURE: "SPAN_AND_EVENT",
            "OTEL_INSTRUMENTATION_GENAI_EMIT_EVENT": "true",
        },
    ),
    Instrumentation(name="openai-v2", variables={_CAPTURE: "true"}, **_OPENAI_V2),
    Instrumentation(
        name="openai-v2-latest",
        variables={
            _CAPTURE: "SPAN_AND_EVENT",
            "OTEL_SEMCONV_STABILITY_OPT_IN": "gen_ai_latest_experimental",
        },
        **_OPENAI_V2,
    ),
    Instrumentation(
        name="logfire",
        remark="`additional_span_processors`, `OTEL_TRACES_EXPORTER=none`",
        **_LOGFIRE,
    ),
    Instrumentation(
        name="logfire-v1",
        options={"version": 1},
        remark="`version=1`: the older attributes",
        **_LOGFIRE,
    ),
    Instrumentation(
        name="openinference-langchain",
        requirements=(
            "openinference-instrumentation-langchain",
            "langchain",
            "langchain-openai",
        ),
        shown=(
            "openinference-instrumentation-langchain",
            "langchain",
            "langchain-openai",
            "openai",
        ),
        instrumentor="openinference.instrumentation.langchain:LangChainInstrumentor",
        calls=_LANGCHAIN_CALLS,
    ),
    Instrumentation(name="traceloop-langchain", **_TRACELOOP_LANGCHAIN),
)

BYPASSES = (
    Bypass(
        instrumentation="genai-openai",
        variables={"OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK": "upload"},
        folder_variable="OTEL_INSTRUMENTATION_GENAI_UPLOAD_BASE_PATH",
        warns_of="OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK",
    ),
    Bypass(
        instrumentation="openinference-openai",
        variables={"OPENINFERENCE_BLOB_UPLOADER": "arize"},
        warns_of="OPENINFERENCE_BLOB_UPLOADER",
    ),
    Bypass(
        instrumentation="logfire",
        variables={"OTEL_TRACES_EXPORTER": "", "OTEL_LOGS_EXPORTER": ""},
        warns_of="OTEL_EXPORTER_OTLP_ENDPOINT",
        sends_raw=True,
    ),
)
