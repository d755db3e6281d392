"""An OpenAI-like server on loopback: every API the instrumentor knows, and every way to fail.

Answers repeat OUT; errors quote what real ones quote: the key and the prompt.
"""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Iterator

from pytest_httpserver import HTTPServer
from typing_extensions import Self
from werkzeug import Request, Response

OUT = "OUTMARK-" + "kestrel"
"""Stands in every answer."""
USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
MODEL = "gpt-4o-2024-08-06"
CALL = {
    "id": "call_1",
    "type": "function",
    "function": {"name": "get_weather", "arguments": json.dumps({"city": f"{OUT} Oslo"})},
}
PICTURE = base64.b64encode(b"not really a picture").decode()


class FakeOpenAI:
    """Answers by path; the model's name asks for failures.

    Attributes:
        url: ``"http://127.0.0.1:PORT"``.
        requests: paths, in the order they came.
        release: set it, and streams of the model ``slow`` go on after their first chunk.
    """

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.release = threading.Event()
        self._server = HTTPServer(host="127.0.0.1", threaded=True)
        self._server.expect_request(re.compile(".*")).respond_with_handler(self._answer)

    def __enter__(self) -> Self:
        self._server.start()
        self.url = self._server.url_for("")
        return self

    def __exit__(self, *_: object) -> None:
        self.release.set()
        self._server.stop()

    def _answer(self, request: Request) -> Response:
        self.requests.append(request.path)
        body = request.get_json(silent=True) or {}
        model = str(body.get("model", ""))
        path = re.sub(r"^/(openai/)?(deployments/[^/]+|v1)/", "", request.path)
        if model.startswith("err-") and not (model == "err-429" and len(self.requests) > 2):
            return _error(int(model[4:]), request)
        if body.get("stream") or "stream=true" in request.query_string.decode():
            return Response(self._stream(path, body), content_type="text/event-stream")
        if path == "audio/speech":
            return Response(f"{OUT} sound".encode(), content_type="audio/mpeg")
        if path == "audio/transcriptions" and "text" in request.form.get("response_format", ""):
            return Response(OUT, content_type="text/plain")
        return _json(_whole(path, body))

    def _stream(self, path: str, body: dict[str, object]) -> Iterator[bytes]:
        for index, chunk in enumerate(_chunks(path, body)):
            name = f"event: {chunk['type']}\n" if "type" in chunk else ""
            yield f"{name}data: {json.dumps(chunk)}\n\n".encode()
            if body.get("model") == "slow" and index == 0:
                self.release.wait(20)
            if body.get("model") == "broken" and index == 1:
                yield b"data: {not JSON\n\n"
        yield b"data: [DONE]\n\n"


def _json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value), status=status, content_type="application/json")


def _error(status: int, request: Request) -> Response:
    key = request.headers.get("authorization", "").removeprefix("Bearer ")
    said = f"Incorrect API key provided: {key}; you sent {request.get_data(as_text=True)}"
    response = _json({"error": {"message": said, "type": "t", "code": "c"}}, status)
    response.headers["retry-after-ms"] = "1"
    return response


def _whole(path: str, body: dict[str, object]) -> object:
    if path == "chat/completions":
        return _chat(body)
    if path == "completions":
        choice = {"index": 0, "text": OUT, "finish_reason": "stop", "logprobs": None}
        return _envelope("text_completion") | {"choices": [choice], "usage": USAGE}
    if path.startswith("responses"):
        return response_of(body) | {"background": path.endswith("background")}
    if path == "embeddings":
        vector = base64.b64encode(b"\0\0\x80\x3f" * 3).decode()
        data = [{"object": "embedding", "index": 0, "embedding": vector}]
        used = {"prompt_tokens": 5, "total_tokens": 5}
        return {"object": "list", "data": data, "model": MODEL, "usage": used}
    if path == "images/generations":
        image = {"url": f"https://images.invalid/{OUT}", "b64_json": PICTURE}
        used = {"input_tokens": 11, "output_tokens": 7, "total_tokens": 18}
        used["input_tokens_details"] = {"image_tokens": 0, "text_tokens": 11}
        return {"created": 1, "data": [image], "usage": used}
    if path == "moderations":
        result = {"flagged": True, "categories": {"violence": True}, "category_scores": {}}
        return {"id": "modr-1", "model": MODEL, "results": [result]}
    if path == "audio/transcriptions":
        return {"text": OUT}
    return {"id": "any-1", "model": MODEL, "results": [OUT]}


def _envelope(kind: str) -> dict[str, object]:
    return {"id": "chatcmpl-1", "object": kind, "created": 1, "model": MODEL}


def _chat(body: dict[str, object]) -> dict[str, object]:
    called = bool(body.get("tools"))
    text = json.dumps({"word": OUT}) if body.get("response_format") else f"{OUT} said"
    message: dict[str, object] = {"role": "assistant", "content": None if called else text}
    if called:
        message["tool_calls"] = [CALL]
    choice = {
        "index": 0,
        "message": message,
        "finish_reason": "tool_calls" if called else "stop",
        "logprobs": None,
    }
    return _envelope("chat.completion") | {"choices": [choice], "usage": USAGE}


def response_of(body: dict[str, object], status: str = "completed") -> dict[str, object]:
    """Return the answer of the Responses API, which echoes instructions."""
    text = json.dumps({"word": OUT}) if body.get("text") else f"{OUT} said"
    said = {"type": "output_text", "text": text, "annotations": []}
    message = {"type": "message", "id": "msg_1", "status": "completed", "role": "assistant"}
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "status": status,
        "background": False,
        "model": MODEL,
        "instructions": body.get("instructions"),
        "metadata": {},
        "output": [message | {"content": [said]}] if status == "completed" else [],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [],
        "usage": {
            "input_tokens": 11,
            "output_tokens": 7,
            "total_tokens": 18,
            "input_tokens_details": {"cached_tokens": 3},
            "output_tokens_details": {"reasoning_tokens": 2},
        },
    }


def _chunks(path: str, body: dict[str, object]) -> Iterator[dict[str, object]]:
    if path.startswith("responses"):
        yield from _events(body)
    elif path == "completions":
        for piece, reason in ((OUT[:5], None), (OUT[5:], "stop")):
            choice = {"index": 0, "text": piece, "finish_reason": reason, "logprobs": None}
            yield _envelope("text_completion") | {"choices": [choice]}
        yield _envelope("text_completion") | {"choices": [], "usage": USAGE}
    else:
        yield from _chat_chunks(body)


def _chat_chunks(body: dict[str, object]) -> Iterator[dict[str, object]]:
    def chunk(delta: dict[str, object], reason: str | None = None) -> dict[str, object]:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        return _envelope("chat.completion.chunk") | {"choices": [choice], "usage": None}

    yield chunk({"role": "assistant", "content": ""})
    if body.get("tools"):
        arguments = CALL["function"]["arguments"]
        first = {"name": "get_weather", "arguments": ""}
        yield chunk({"tool_calls": [{"index": 0, **CALL, "function": first}]})
        for piece in (arguments[:9], arguments[9:]):
            yield chunk({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]})
        yield chunk({}, "tool_calls")
    else:
        for piece in (OUT[:5], OUT[5:], " said"):
            yield chunk({"content": piece})
        yield chunk({}, "stop")
    yield _envelope("chat.completion.chunk") | {"choices": [], "usage": USAGE}


def _events(body: dict[str, object]) -> Iterator[dict[str, object]]:
    begun = response_of(body, "in_progress") | {"usage": None}
    done = response_of(body)
    item = done["output"][0]
    yield {"type": "response.created", "sequence_number": 0, "response": begun}
    if body.get("model") == "failed":
        yield {"type": "error", "sequence_number": 1, "code": "server_error", "message": OUT}
        return
    place = {"item_id": "msg_1", "output_index": 0}
    opened = item | {"content": [], "status": "in_progress"}
    yield {
        "type": "response.output_item.added",
        "sequence_number": 1,
        "output_index": 0,
        "item": opened,
    }
    part = {"type": "output_text", "text": "", "annotations": []}
    yield {
        "type": "response.content_part.added",
        "sequence_number": 2,
        **place,
        "content_index": 0,
        "part": part,
    }
    text = item["content"][0]["text"]
    for number, piece in enumerate((text[:5], text[5:])):
        yield {
            "type": "response.output_text.delta",
            "sequence_number": 3 + number,
            **place,
            "content_index": 0,
            "delta": piece,
            "logprobs": [],
        }
    yield {
        "type": "response.output_item.done",
        "sequence_number": 5,
        "output_index": 0,
        "item": item,
    }
    yield {"type": "response.completed", "sequence_number": 6, "response": done}
