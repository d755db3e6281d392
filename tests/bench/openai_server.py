"""A chat of about 20 KB, and a process that answers it on loopback; `openai_overhead` uses both."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import subprocess
import sys
from collections.abc import Iterator

from prose import code, prose, tool_result

__all__ = ["answer", "listening", "messages"]

Message = dict[str, object]

_TURNS = 5
_END_OF_HEAD = b"\r\n\r\n"


def messages(size: int, seed: int) -> list[Message]:
    """Return a history of about so many bytes of JSON, one fake e-mail address in every message.

    Args:
        size: bytes.
        seed: another one makes another chat.
    """
    source = random.Random(f"chat/{seed}")
    said: list[Message] = [{"role": "system", "content": prose(source, 200)}]
    part = (size - 1400) * 4 // (5 * _TURNS)  # the rest is quotes, escapes and names
    for turn in range(_TURNS):
        mail = f"pat{source.randrange(1000)}@" + "example.com"
        call = {"name": "list_orders", "arguments": json.dumps({"customer": mail, "limit": 20})}
        calls = [{"id": f"call_{turn}", "type": "function", "function": call}]
        result = json.dumps({"of": mail, "orders": tool_result(source, part // 3)})
        said += [
            {"role": "user", "content": f"I am {mail}. {prose(source, part // 3)}"},
            {"role": "assistant", "content": None, "tool_calls": calls},
            {"role": "tool", "tool_call_id": f"call_{turn}", "content": result},
            {"role": "assistant", "content": f"{mail}: {prose(source, part // 3)}"},
        ]
    return [*said, {"role": "user", "content": prose(source, 300)}]


def answer() -> bytes:
    """Return the body of the one answer."""
    source = random.Random("answer")
    said = f"{prose(source, 600)}\n\n{code(source)}"
    return json.dumps(
        {
            "id": "chatcmpl-bench",
            "object": "chat.completion",
            "created": 1_767_225_600,
            "model": "gpt-4o-mini-2024-07-18",
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": said, "refusal": None},
                    "logprobs": None,
                    "finish_reason": "stop",
                }
            ],
            "usage": {"prompt_tokens": 5120, "completion_tokens": 256, "total_tokens": 5376},
        }
    ).encode()


@contextlib.contextmanager
def listening() -> Iterator[str]:
    """Run the server in a process of its own.

    The value is its URL; ``/20/v1`` behind it is a base URL whose answers take 20 ms.
    """
    program = [sys.executable, __file__]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


class _Connection(asyncio.Protocol):
    """Answers each request of one connection; its path starts with the milliseconds to wait."""

    def __init__(self, response: bytes) -> None:
        self._response = response
        self._received = bytearray()
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(_END_OF_HEAD)
        if found and len(body) >= _content_length(bytes(head)):
            self._received.clear()
            assert self._transport is not None
            delay = int(head.split(b"/", 2)[1]) / 1000
            if delay:
                loop = asyncio.get_running_loop()
                loop.call_later(delay, self._transport.write, self._response)
            else:
                self._transport.write(self._response)


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


async def _serve() -> None:
    body = answer()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    response = head.encode() + _END_OF_HEAD + body
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(response), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve())
