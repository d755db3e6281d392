"""A kind, a size and a seed in, one chat as JSON text out; `peers`, `load`, `resources` use it."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Callable

from spans import chat_spans

__all__ = ["KINDS", "chat_text"]

_SOURCES = ("gateway", "billing", "search", "worker-3", "scheduler")
_CJK = (
    "您好，我上周订购的{thing}到现在还没有收到，物流页面也没有更新{mark}",
    "请您稍等，我正在查询这个订单的状态，大约需要{count}分钟{mark}",
    "感谢您的耐心等待，包裹因为天气原因在{place}停留了{count}天{mark}",
    "如果您愿意保留商品，我们可以在下次购买时提供{count}%的折扣{mark}",
    "ご注文の{thing}は{place}の倉庫から発送されましたが、到着が遅れております{mark}",
    "返金の手続きには通常{count}営業日ほどかかりますので、ご了承ください{mark}",
    "この関数はファイル全体を一度に読み込むため、件数が増えると遅くなります{mark}",
    "주문하신 {thing}이(가) 아직 {place} 물류센터에 있는 것으로 확인됩니다{mark}",
    "교환을 원하시면 {count}일 이내에 다시 알려 주시기 바랍니다{mark}",
)
_THINGS = ("咖啡机", "台灯", "登山包", "ヘッドホン", "机", "공기청정기")
_PLACES = ("上海", "成都", "大阪", "札幌", "부산", "臺北")
_MARKS = ("。", "！", "😀。", " 🙏🏽", "📦🚚", " 👩‍💻✨", "。", "。")


def chat_text(kind: str, size: int, seed: int) -> str:
    """Return the messages of a chat as JSON text.

    Args:
        kind: one of ``KINDS``.
        size: UTF-8 bytes, about.
        seed: another one makes another text.
    """
    return json.dumps(
        {"messages": KINDS[kind](size, seed)}, ensure_ascii=False, separators=(",", ":")
    )


def _spoken(size: int, seed: int, *, dirty: bool) -> list[object]:
    (span,) = chat_spans(1, size=size, dirty=dirty, seed=seed)
    attributes = span.attributes or {}
    keys = ("gen_ai.input.messages", "gen_ai.output.messages")
    return [message for key in keys for message in json.loads(str(attributes[key]))]


def _clean(size: int, seed: int) -> list[object]:
    return _spoken(size, seed, dirty=False)


def _dirty(size: int, seed: int) -> list[object]:
    return _spoken(size, seed, dirty=True)


def _digits(size: int, seed: int) -> list[object]:
    return _answers(random.Random(f"digits/{size}/{seed}"), size, _log_line)


def _cjk(size: int, seed: int) -> list[object]:
    return _answers(random.Random(f"cjk/{size}/{seed}"), size, _cjk_sentence)


KINDS: dict[str, Callable[[int, int], list[object]]] = {
    "clean": _clean,
    "dirty": _dirty,
    "digits": _digits,
    "cjk": _cjk,
}
"""Kind → what makes its messages. Only ``dirty`` has findings planted, one for every 2 KB."""


def _answers(
    source: random.Random, size: int, line: Callable[[random.Random], str]
) -> list[object]:
    """Return messages of about 1500 bytes each, made of lines."""
    messages: list[object] = []
    written = 0
    while written < size - 200:
        lines: list[str] = []
        length = 0
        while length < min(1500, size - 200 - written):
            lines.append(line(source))
            length += len(lines[-1].encode()) + 2
        role = "user" if len(messages) % 2 else "assistant"
        part = {"type": "text", "content": "\n".join(lines)}
        messages.append({"role": role, "parts": [part]})
        written += length + 60
    return messages


def _log_line(source: random.Random) -> str:
    number = source.randrange
    moment = (
        f"2026-{number(1, 13):02d}-{number(1, 29):02d}T{number(24):02d}:{number(60):02d}:"
        f"{number(60):02d}.{number(1000):03d}Z"
    )
    fields = (
        f"id={uuid.UUID(int=source.getrandbits(128), version=4)}",
        f"took={source.random() * 900:.3f}ms",
        f"bytes={number(10**6)}",
        f"score={source.random():.15f}",
        f"at={1.7e9 + source.random() * 1e8:.6f}",
        f"order={number(10**7, 10**8)}",
        f"vector=[{source.gauss(0, 1):.8f},{source.gauss(0, 1):.8f},{source.gauss(0, 1):.8f}]",
    )
    chosen = " ".join(source.sample(fields, 4))
    return f"{moment} {source.choice(_SOURCES)}[{number(100, 32768)}] {chosen}"


def _cjk_sentence(source: random.Random) -> str:
    return source.choice(_CJK).format(
        thing=source.choice(_THINGS),
        place=source.choice(_PLACES),
        count=source.randrange(2, 30),
        mark=source.choice(_MARKS),
    )
