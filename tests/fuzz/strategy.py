"""What the fuzz targets draw: hostile texts, JSON, mutations of real ones, any values."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from tests.fuzz.odd import CANARIES, ODD_NAMES, Odd
from tests.leaks.matrix_kind import TEXTS
from tests.leaks.test_fixture_replay import FIXTURES, load

__all__ = [
    "CORPUS",
    "JSON_TEXTS",
    "KEYS",
    "TEXT",
    "VALUES",
    "corpus",
    "mutated",
]

CORPUS = Path(__file__).parent / "corpus"
_SNIPPETS = [
    '"',
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\u",
    "\\u00",
    "\ud800",
    "\x00",
    "é",
    "\ufeff",
]
_SNIPPETS += [
    "\u200b",
    "%",
    "%4",
    "//",
    "null",
    "NaN",
    "1e999",
    "9" * 20,
    "\n",
    "'",
    "=",
    "&",
    "\U0001f600",
]
_HOSTILE = [
    "",
    " ",
    "[" * 60,
    '{"a":' * 60,
    '"' * 9,
    "\\" * 9,
    "(" * 40,
    "@" * 30,
    "a" * 200,
    "eyJ",
    "data:",
]


def corpus(target: str) -> list[str]:
    """Return the committed inputs of a target, in the order of their names."""
    files = sorted((CORPUS / target).iterdir())
    return [path.read_bytes().decode("utf-8", "surrogateescape") for path in files]


def _fixture_texts() -> list[str]:
    texts = {
        value
        for path in FIXTURES
        for span in load(path)
        for value in (span.attributes or {}).values()
        if isinstance(value, str) and value[:1] in ("{", "[") and len(value) < 3000
    }
    return sorted(texts, key=lambda text: (len(text), text))[::3]


_PLAIN = st.text(st.characters(exclude_categories=()), max_size=12)
_CANARY = st.sampled_from(CANARIES)
# In any of these spellings, and between blanks: what it is glued to may be part of another word.
_SPELLED = st.builds(
    lambda text, how: TEXTS[how](text),
    _CANARY,
    st.sampled_from(["text", "alone", "JSON", "cut JSON"]),
)
TEXT = st.one_of(
    _PLAIN,
    st.sampled_from(_HOSTILE),
    _SPELLED,
    st.builds(lambda a, c, b: f"{a} {c} {b}", _PLAIN, _CANARY, _PLAIN),
)
_NAMES = st.one_of(
    st.sampled_from(
        ["role", "content", "type", "id", "name", "password", "messages", "metadata", "", "a"]
    ),
    _PLAIN,
)
KEYS = st.one_of(_NAMES, st.builds(" {} ".format, _CANARY))
_CLEAN = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.integers(10**15, 10**19), st.floats()),
    *(_PLAIN, st.sampled_from(_HOSTILE)),
)


def _json_values(
    leaves: st.SearchStrategy[object], keys: st.SearchStrategy[str]
) -> st.SearchStrategy[object]:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4),
            st.dictionaries(keys, inner, max_size=4),
            st.builds(json.dumps, st.dictionaries(keys, inner, min_size=1, max_size=3)),
            st.builds(
                lambda role, text: {"role": role, "content": text},
                st.sampled_from(["user", "assistant", "tool", "critic"]),
                inner,
            ),
        ),
        max_leaves=10,
    )


JSON_VALUES = _json_values(st.one_of(_CLEAN, TEXT), KEYS)
_STYLES = st.fixed_dictionaries(
    {
        "separators": st.sampled_from([(",", ":"), (", ", ": "), (" ,  ", "\t:\n")]),
        "ensure_ascii": st.booleans(),
        "indent": st.sampled_from([None, 1]),
    }
)


@st.composite
def mutated(draw: Callable[..., object], texts: st.SearchStrategy[str]) -> str:
    """Draw a text with a few cuts, repeats, exchanges and insertions."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:at]
            case 1:
                text = text[:at] + text[at + draw(st.integers(1, 8)) :]
            case 2:
                text = text[:at] + draw(st.sampled_from(_SNIPPETS)) + text[at:]
            case _:
                text = text[:at] + text[max(0, at - draw(st.integers(1, 20))) :]
    return text


@st.composite
def _with_canaries(draw: Callable[..., object], texts: st.SearchStrategy[str]) -> str:
    """Draw a text with whole canaries between blanks, anywhere."""
    text = draw(texts)
    places = draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=3))
    for at in sorted(places, reverse=True):
        text = f"{text[:at]} {draw(_CANARY)} {text[at:]}"
    return text


def _dumped(values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.builds(lambda value, style: json.dumps(value, **style), values, _STYLES)


_CLEAN_SEEDS = [
    *(text.replace("ann.zqbaaaaaqz", "some.body") for text in corpus("json")),
    *_fixture_texts(),
]
JSON_TEXTS = st.one_of(
    _dumped(JSON_VALUES),
    _with_canaries(mutated(_dumped(_json_values(_CLEAN, _NAMES)))),
    _with_canaries(mutated(st.sampled_from(_CLEAN_SEEDS))),
    TEXT,
)


VALUES: st.SearchStrategy[object] = st.one_of(
    JSON_TEXTS,
    JSON_VALUES,
    st.binary(max_size=20),
    JSON_TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.builds(Odd, st.sampled_from(ODD_NAMES)),
    st.lists(st.builds(Odd, st.sampled_from(ODD_NAMES)), max_size=2),
)
