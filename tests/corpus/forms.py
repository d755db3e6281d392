"""A planted value and a carrier in, the text as a trace brings it out, and back; see `recall`."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from tests.corpus.template import Planted

__all__ = ["FORMS", "Form"]

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_WIDE = 0xFEE0  # from "!" to the full-width "！"

Wrap = Callable[[Planted, str, str, random.Random], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How values are written.

    Attributes:
        name: what the report calls it.
        write: value, text before and behind it, source → the text to redact.
        read: a redacted text → what a person would read in it.
        fits: whether it makes sense for a value.
    """

    name: str
    write: Wrap
    read: Callable[[str], str]
    fits: Callable[[Planted], bool]


def _plain(planted: Planted, before: str, after: str, source: random.Random) -> str:
    if planted.key:
        whole = planted.before + planted.value + planted.after
        return json.dumps({"id": 7, planted.key: whole}, ensure_ascii=False)
    return before + planted.before + planted.value + planted.after + after


def _json(planted: Planted, before: str, after: str, source: random.Random) -> str:
    r"""Return JSON text in whose source the value is spelt ``\u0040``, or glued to a ``\n``."""
    if planted.key:
        spelt = planted.before + _escaped(planted.value, source) + planted.after
        return f'{{"id": 7, {json.dumps(planted.key)}: "{spelt}"}}'
    glue = "" if planted.before else "\n"
    head = json.dumps(before + glue + planted.before, ensure_ascii=False)[1:-1]
    tail = json.dumps(planted.after + glue + after, ensure_ascii=False)[1:-1]
    spelt = _escaped(planted.value, source)
    return f'{{"role": "user", "content": "{head}{spelt}{tail}"}}'


def _escaped(value: str, source: random.Random) -> str:
    every = source.random() < 0.3
    return "".join(
        f"\\u{ord(sign):04x}"
        if every or not sign.isalnum() or source.random() < 0.1
        else json.dumps(sign, ensure_ascii=False)[1:-1]
        for sign in value
    )


def _percent(planted: Planted, before: str, after: str, source: random.Random) -> str:
    """Return a URL in whose query the value stands; letters and digits are mostly kept."""
    spelt = "".join(
        f"%{ord(sign):02X}" if sign.isascii() and source.random() < 0.1 else quote(sign, safe="")
        for sign in planted.value
    )
    lead = planted.before or "q="
    return f"{before}https://api.example.com/v1/find?{lead}{spelt}{planted.after}"


def _zero_width(planted: Planted, before: str, after: str, source: random.Random) -> str:
    value = list(planted.value)
    for place in source.sample(range(1, len(value)), min(3, len(value) - 1)):
        value[place] = source.choice(_INVISIBLE) + value[place]
    return before + planted.before + "".join(value) + planted.after + after


def _full_width(planted: Planted, before: str, after: str, source: random.Random) -> str:
    wide = "".join(chr(ord(sign) + _WIDE) if "!" <= sign <= "~" else sign for sign in planted.value)
    return before + planted.before + wide + planted.after + after


def _same(text: str) -> str:
    return text


def _read_json(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False)


def _read_visible(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, _INVISIBLE)))


def _read_narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _any(planted: Planted) -> bool:
    return True


def _one_line(planted: Planted) -> bool:
    """Whether it is one run of text in free text: no block, no value known by its JSON key."""
    return not planted.key and "\n" not in planted.value and planted.value.isascii()


def _url_part(planted: Planted) -> bool:
    """Whether it may stand in a query: not a URL itself, not in the middle of other text."""
    return _one_line(planted) and "://" not in planted.before + planted.value and not planted.after


FORMS = (
    Form(name="plain", write=_plain, read=_same, fits=_any),
    Form(name="JSON", write=_json, read=_read_json, fits=_any),
    Form(name="percent", write=_percent, read=unquote, fits=_url_part),
    Form(name="zero-width", write=_zero_width, read=_read_visible, fits=_one_line),
    Form(name="full-width", write=_full_width, read=_read_narrow, fits=_one_line),
)
