"""Chunks as LLM clients stream them in, whole messages out; `traced_call` asks.

A model's answer comes in pieces that stand inside objects, and a secret in it may be split between
them. Pieces of one message are put together here, so that rules see it whole. What is no such piece
stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["joined_deltas"]

# Chat completions and Anthropic's messages: `delta`. Completions: `choices[].text`. Gemini:
# `candidates`. Ollama: `message` and `done`. LangChain: `type` ends in `Chunk`.
_PIECES = frozenset({"delta", "text", "content", "tool_call_chunks"})
"""Keys under which equal texts that follow each other are two pieces."""
_CONSTANT = frozenset(
    {
        *("id", "object", "model", "role", "type", "index", "status", "created_at", "item_id"),
        *("finish_reason", "stop_reason", "service_tier", "system_fingerprint", "obfuscation"),
    }
)
"""Keys whose text comes whole: the last one stays."""
_IDENTITY = ("type", "object", "id", "item_id", "output_index", "content_index", "index")
"""Keys that tell the pieces of different messages apart."""


def joined_deltas(chunks: list[object]) -> list[object]:
    """Return what streamed chunks amount to.

    Args:
        chunks: plain values, not changed.

    Returns:
        A new list: each message, at the place of its first piece, and all other chunks.
    """
    trees: dict[tuple[object, ...], dict[str, object]] = {}
    made: list[object] = []
    for chunk in chunks:
        if not isinstance(chunk, dict) or not _is_delta(chunk):
            made.append(chunk)
            continue
        identity = tuple(_simple(chunk.get(key)) for key in _IDENTITY)
        tree = trees.get(identity)
        if tree is None:
            tree = trees[identity] = {}
            made.append(tree)
        _add_members(tree, chunk, pieces=False)
    return [_finished(item) for item in made] if trees else made


class _Text:
    """Pieces of a text, joined once at the end."""

    __slots__ = ("pieces",)

    def __init__(self, piece: str) -> None:
        self.pieces = [piece]


def _is_delta(chunk: Mapping[str, object]) -> bool:
    if "delta" in chunk or "candidates" in chunk or {"message", "done"} <= chunk.keys():
        return True
    if str(chunk.get("type")).endswith("Chunk"):
        return True
    choices = chunk.get("choices")
    return isinstance(choices, list) and all(
        isinstance(choice, dict) and ("delta" in choice or "text" in choice) for choice in choices
    )


def _simple(value: object) -> object:
    return value if isinstance(value, (str, int)) else None


def _add_members(tree: dict[str, object], new: Mapping[str, object], *, pieces: bool) -> None:
    for key, value in new.items():
        tree[key] = _added(tree.get(key), value, key, pieces=pieces or key in _PIECES)


def _added(known: object, new: object, key: str, *, pieces: bool) -> object:
    """Return what is known of a value after one more piece of it; ``known`` is changed."""
    if new is None:
        return known
    if isinstance(new, str):
        if known is None or (key in _CONSTANT and isinstance(known, _Text)):
            return _Text(new)
        if isinstance(known, _Text):
            if pieces or known.pieces[-1] != new:
                known.pieces.append(new)
            return known
    if isinstance(new, dict) and isinstance(known, dict | None):
        tree: dict[str, object] = {} if known is None else known
        _add_members(tree, new, pieces=pieces)
        return tree
    if isinstance(new, list) and isinstance(known, list | None):
        return _added_items([] if known is None else known, new, key, pieces=pieces)
    if isinstance(known, (_Text, dict, list)):  # a text and a list, say: both stay
        items = known if isinstance(known, list) else [known]
        return _added_items(items, new if isinstance(new, list) else [new], key, pieces=pieces)
    return _added(None, new, key, pieces=pieces) if isinstance(new, (str, dict, list)) else new


def _added_items(known: list[object], new: list[object], key: str, *, pieces: bool) -> list[object]:
    """Add items to a list: each to the one of its index, else of its position.

    Where positions do not match, the first item goes on where the last one ended.
    """
    before = len(known)
    for position, item in enumerate(new):
        place = position if before == len(new) else before - 1 if position == 0 else -1
        if _index(item) is not None:
            place = next((n for n, one in enumerate(known) if _index(one) == _index(item)), -1)
        if 0 <= place < before and isinstance(item, dict) and _same_kind(known[place], item):
            known[place] = _added(known[place], item, key, pieces=pieces)
        else:
            known.append(_added(None, item, key, pieces=pieces))
    return known


def _index(item: object) -> object:
    return item.get("index") if isinstance(item, dict) else None


def _same_kind(known: object, new: Mapping[str, object]) -> bool:
    if not isinstance(known, dict):
        return False
    kind = known.get("type")
    said = "".join(kind.pieces) if isinstance(kind, _Text) else None
    return new.get("type") in {None, said}


def _finished(value: object) -> object:
    if isinstance(value, _Text):
        return "".join(value.pieces)
    if isinstance(value, dict):
        return {key: _finished(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finished(item) for item in value]
    return value
