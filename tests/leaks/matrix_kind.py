"""A canary's text in, the same as text, JSON, cut JSON, list, map, bytes and in disguise out."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping

__all__ = ["NUMBERS", "TEXTS", "VALUES", "WRITTEN_OTHERWISE"]

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}

TEXTS: Mapping[str, Callable[[str], str]] = {
    "text": lambda text: f"hello {text} there",
    "alone": lambda text: text,
    "JSON": lambda text: json.dumps({"content": f"hello {text}", "n": 1}),
    "JSON messages": lambda text: json.dumps([{"role": "user", "content": text}]),
    "JSON key": lambda text: json.dumps({"a": {text: 1}, "n": 2}),
    "JSON in JSON": lambda text: json.dumps({"a": json.dumps([{"b": text, "c": 'x "y"'}])}),
    "JSON twice in JSON": lambda text: json.dumps([json.dumps({"a": json.dumps({"b": text})})]),
    "escaped JSON": lambda text: json.dumps({"a": text}).replace("@", "\\u0040"),
    "cut JSON": lambda text: json.dumps({"a": [f"hello {text} there", {"b": "c"}]})[:-8],
    "JSON cut behind the value": lambda text: json.dumps({"a": "b", "c": text})[:-2],
    "JSON lines": lambda text: "\n".join([json.dumps({"a": 1}), json.dumps({"b": text})]),
    "percent": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "full width": lambda text: f"x {text.translate(_WIDE)}",
    "zero width": "\u200b".join,
    "JSON of full width": lambda text: json.dumps({"a": text.translate(_WIDE)}),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
}
"""Kinds of text, for places that take nothing else too."""

VALUES: Mapping[str, Callable[[str], object]] = {
    **TEXTS,
    "list": lambda text: ["a", f"hello {text}"],
    "list of JSON": lambda text: [json.dumps({"a": text}), "b"],
    "list in a list": lambda text: [["a", [text]], "b"],
    "nested map": lambda text: {"a": {"b": ["c", {"d": text}]}, "n": 1},
    "map key": lambda text: {"a": {text: 1}},
    "map of JSON": lambda text: {"a": json.dumps({"b": [text]})},
    "messages": lambda text: [{"role": "user", "parts": [{"type": "text", "content": text}]}],
    "JSON cut in the value": lambda text: json.dumps({"a": "b", "c": text})[:-6],
    "JSON in JSON cut in the value": lambda text: json.dumps([json.dumps({"a": text})])[:-9],
    "bytes": lambda text: f"hello {text}".encode(),
    "bytes of JSON": lambda text: json.dumps({"a": text}).encode(),
    "list of bytes": lambda text: [text.encode(), b"x"],
}
"""Kinds of value, for places that take any."""

NUMBERS: Mapping[str, Callable[[str], object]] = {
    "digits": lambda digits: f"card {digits}",
    "number": int,
    "float": float,
    "number in a list": lambda digits: [1, int(digits)],
    "number in a map": lambda digits: {"a": [{"b": int(digits)}]},
    "number in JSON": lambda digits: json.dumps({"a": [int(digits)], "b": "x"}),
    "number in JSON in JSON": lambda digits: json.dumps({"a": json.dumps({"b": int(digits)})}),
}
"""Kinds of a card number."""

WRITTEN_OTHERWISE = frozenset(
    {"percent", "full width", "zero width", "JSON of full width", "base64"}
)
"""Kinds that a user's own pattern does not see: it reads texts as they are written."""
