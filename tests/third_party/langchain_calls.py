"""The calls of a LangChain application; it runs in the foreign environment."""

from __future__ import annotations

import contextlib

import openai
from langchain.agents import create_agent
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from opentelemetry import trace

from tests.third_party.canaries import API_KEY, GITHUB_TOKEN, say

MODEL = "gpt-4o"
CONFIG = {"metadata": {"customer": say("METAMARK")}, "tags": [say("METAMARK")]}
SYSTEM = f"{say('SYSMARK')} {GITHUB_TOKEN}"
CALL = {"id": "call_0", "name": "own_tool", "args": {"city": say("TOOLARGMARK")}}
HISTORY = [
    SystemMessage(SYSTEM),
    HumanMessage(say("USERMARK")),
    AIMessage(say("HISTORYMARK")),
    HumanMessage([{"type": "text", "text": say("USERMARK")}]),
    AIMessage("", tool_calls=[CALL]),
    ToolMessage(say("TOOLRESMARK"), tool_call_id="call_0"),
]


@tool(description=say("TOOLDEFMARK"))
def own_tool(city: str) -> str:
    return say("TOOLOWNRESMARK")


@tool(description=say("TOOLDEFMARK"))
def agent_tool(city: str) -> str:
    return say("AGENTRESMARK")


def _model(model: str = MODEL, **options: object) -> ChatOpenAI:
    return ChatOpenAI(model=model, api_key=API_KEY, max_retries=0, **options)


def chains() -> None:
    prompt = ChatPromptTemplate.from_messages([("system", SYSTEM), ("human", "{question}")])
    about = {"user": say("USERIDMARK"), "stop": [say("STOPMARK")]}
    chain = prompt | _model(**about) | StrOutputParser()
    chain.invoke({"question": say("USERMARK")}, CONFIG)
    list(chain.stream({"question": say("USERMARK")}, CONFIG))
    _model(default_headers={"x-tenant": say("HEADERMARK")}).invoke(HISTORY, CONFIG)
    for _ in _model(stream_usage=True).stream(HISTORY):
        pass
    _model(use_responses_api=True).invoke(HISTORY, CONFIG)


def tools() -> None:
    bound = _model().bind_tools([own_tool])
    bound.invoke([SystemMessage(SYSTEM), HumanMessage(say("USERMARK"))], CONFIG)
    own_tool.invoke({"city": say("TOOLOWNARGMARK")}, CONFIG)
    agent = create_agent(_model(), [agent_tool], system_prompt=SYSTEM)
    agent.invoke({"messages": [{"role": "user", "content": say("USERMARK")}]}, CONFIG)


def embed() -> None:
    vectors = OpenAIEmbeddings(
        model="text-embedding-3-small", api_key=API_KEY, check_embedding_ctx_length=False
    )
    vectors.embed_query(say("EMBEDMARK"))


def fail() -> None:
    for status in (401, 429):
        with (
            contextlib.suppress(openai.APIError),
            trace.get_tracer("shop").start_as_current_span("checkout"),
        ):
            _model(f"err-{status}").invoke(HISTORY, CONFIG)


def run() -> None:
    """Make every call once; the base URL is in OPENAI_BASE_URL."""
    for call in (chains, tools, embed, fail):
        call()
