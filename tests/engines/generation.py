"""A detector's pattern in, texts out that it is likely to match, whichever way it allows."""

from __future__ import annotations

import importlib
import random
import re
import sys
from collections.abc import Iterator

_PARSER, _CONSTANTS = (
    ("re._parser", "re._constants")
    if sys.version_info >= (3, 11)
    else ("sre_parse", "sre_constants")
)
sre_parse = importlib.import_module(_PARSER)
operation = importlib.import_module(_CONSTANTS)

__all__ = ["generated_texts"]

_MORE = (0, 0, 0, 1, 2, 5, 17)
_LONGEST = 160


def generated_texts(pattern: str, source: random.Random, count: int) -> list[str]:
    """Return texts that a pattern describes, apart from what it only looks at."""
    tree = sre_parse.parse(_plain(pattern))
    return ["".join(_text(tree, source, 0)) for _ in range(count)]


def _plain(pattern: str) -> str:
    """Return a pattern that ``re`` of any version parses: no group names, nothing possessive."""
    plain = re.sub(r"\(\?P<[a-z]+>", "(?:", pattern)
    plain = re.sub(r"\(\?P=[a-z]+\)|\(\?\(2\)|\(\?!\)", "(?:", plain).replace(r"\z", r"\Z")
    return _closed(re.sub(r"([+*?}])\+", r"\1", plain))


def _closed(pattern: str) -> str:
    """Close what the replacements above have opened."""
    missing = _depth(pattern)
    return pattern + ")" * missing


def _depth(pattern: str) -> int:
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])+\]", "", pattern)
    return bare.count("(") - bare.count(")")


def _text(tree: object, source: random.Random, flags: int) -> Iterator[str]:
    for code, argument in tree:
        if code is operation.LITERAL:
            character = chr(argument)
            yield source.choice((character.lower(), character.upper())) if flags else character
        elif code is operation.NOT_LITERAL:
            yield source.choice([one for one in "ab1 -:" if ord(one) != argument])
        elif code is operation.IN:
            yield _member(argument, source)
        elif code is operation.BRANCH:
            yield from _text(source.choice(argument[1]), source, flags)
        elif code is operation.SUBPATTERN:
            ignoring = flags or argument[1] & re.IGNORECASE
            yield from _text(argument[-1], source, ignoring)
        elif code in {operation.MAX_REPEAT, operation.MIN_REPEAT}:
            least, most, inner = argument
            most = min(int(most), least + source.choice(_MORE), max(least, _LONGEST))
            for _ in range(source.randint(least, most)):
                yield from _text(inner, source, flags)


def _member(items: list[tuple[object, object]], source: random.Random) -> str:
    if items[0][0] is operation.NEGATE:
        excluded = {chr(one) for code, one in items[1:] if code is operation.LITERAL}
        return source.choice([one for one in "abZ17.-=+$" if one not in excluded])
    code, argument = source.choice(items)
    if code is operation.RANGE:
        return chr(source.randint(argument[0], argument[1]))
    return chr(argument)
