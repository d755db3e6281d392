"""OpenAI requests in over loopback HTTP, deterministic answers out; for demo and tests."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from otel_redact.cli import openai_answers
from otel_redact.cli.loopback import LoopbackHandler, LoopbackServer

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

__all__ = ["REJECTED_MODEL", "OpenAIStub"]

REJECTED_MODEL = "gpt-invalid-key"
"""A request for this model gets the 401 answer that echoes the API key."""

_ANSWERS: dict[str, Callable[[openai_answers.Json], openai_answers.Json]] = {
    "/v1/chat/completions": openai_answers.chat_completion,
    "/v1/embeddings": openai_answers.embeddings,
    "/v1/responses": openai_answers.response,
}


class OpenAIStub:
    """Listen on a free port of 127.0.0.1 and answer as OpenAI would.

    A context manager: it listens inside the block. It knows chat completions (whole and streamed,
    tool calls when ``tool_choice`` asks for one), embeddings and a minimal Responses API. Answers
    depend on the request alone and repeat the user's words, as a model's do.

    Attributes:
        base_url: ``"http://127.0.0.1:PORT/v1"``; ``""`` while it does not listen.
        requests: the decoded request bodies, in the order they came.

    Example:
        >>> with OpenAIStub() as stub:
        ...     client = openai.OpenAI(base_url=stub.base_url, api_key="fake")  # doctest: +SKIP
    """

    def __init__(self) -> None:
        self.base_url = ""
        self.requests: list[openai_answers.Json] = []
        self._lock = threading.Lock()
        self._server: LoopbackServer | None = None

    def __repr__(self) -> str:
        """Show a count only: what was asked may be content."""
        return f"OpenAIStub(requests={len(self.requests)})"

    def __enter__(self) -> Self:
        """Start listening."""
        self._server = LoopbackServer(_handler_for(self))
        self.base_url = f"{self._server.url}/v1"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop listening and end every thread."""
        if self._server is not None:
            self._server.close()
        self._server = None
        self.base_url = ""

    def remember(self, request: openai_answers.Json) -> None:
        """Keep one request.

        Thread: the server's; may be called from several at once.
        """
        with self._lock:
            self.requests.append(request)


def _handler_for(stub: OpenAIStub) -> type[LoopbackHandler]:
    class Handler(LoopbackHandler):
        def do_POST(self) -> None:  # noqa: N802 - the base's name
            try:
                request = json.loads(self.read_body())
            except ValueError:
                request = None
            if self.path not in _ANSWERS or not isinstance(request, dict):
                status = 400 if self.path in _ANSWERS else 404
                self.answer_json(status, {"error": {"message": "unknown request", "code": None}})
                return
            stub.remember(request)
            if request.get("model") == REJECTED_MODEL:
                key = self.headers.get("authorization", "").removeprefix("Bearer ")
                self.answer_json(401, openai_answers.invalid_key(key))
            elif request.get("stream") and self.path == "/v1/chat/completions":
                self._stream(request)
            else:
                self.answer_json(200, _ANSWERS[self.path](request))

        def _stream(self, request: openai_answers.Json) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            for chunk in openai_answers.chat_chunks(request):
                self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
                self.wfile.flush()
            self.wfile.write(b"data: [DONE]\n\n")

    return Handler
