r"""A parse tree of `re` in; source that makes `regex` read the pattern as `re` does out.

Every node is written out with its flags, so nothing that only ``regex`` knows is left to read:
nested sets and set operations, ``[:alpha:]``, ``{e<=1}``, ``\Z``, scoped flags. What depends on
tables of characters is written twice: briefly, for texts on which both modules agree, and exactly.
`rule_pattern` calls it.
"""

from __future__ import annotations

import re
import sys
from _sre import MAXREPEAT  # type: ignore[import-not-found]  # typeshed leaves it out
from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, TypeAlias

from otel_redact.code_point import I_FAMILY, category_ranges, class_source

__all__ = ["Nodes", "ReadingError", "SourceWriter", "inner"]

Nodes: TypeAlias = Sequence[tuple[Any, Any]]
"""(opcode, its argument) as ``re._parser`` makes them; it has no types."""

_TYPE_FLAGS = int(re.ASCII | re.UNICODE | re.LOCALE)
_ASCII_CATEGORIES = {"d": "0-9", "s": r"\t-\r ", "w": "0-9A-Z_a-z"}
_BRIEF_CATEGORIES = {"d": r"\d", "s": r"\s\x1c-\x1f", "w": r"\w"}
_CATEGORY_LETTERS = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}
_NOT_EMPTY = r"(?!\A\Z)" if sys.version_info < (3, 14) else ""
"""Until 3.14 ``\\B`` does not match in an empty text."""
_MAX_ASCII = 0x7F
_ONE_WIDE = frozenset({"ANY", "IN", "LITERAL", "NOT_LITERAL"})
_CHUNK = 256


class ReadingError(ValueError):
    """`regex` cannot read a pattern as `re` does; says which construct, never the pattern."""


def inner(name: str, argument: Any) -> Iterator[Nodes]:  # noqa: ANN401 - see Nodes
    """Yield the sequences of nodes inside one node.

    Args:
        name: of its opcode.
        argument: its argument.
    """
    if name == "BRANCH":
        yield from argument[1]
    elif name == "GROUPREF_EXISTS":
        yield from (nodes for nodes in argument[1:] if nodes is not None)
    elif name == "ATOMIC_GROUP":
        yield argument
    elif name in {"ASSERT", "ASSERT_NOT", "SUBPATTERN"} or name.endswith("_REPEAT"):
        yield argument[-1]


class SourceWriter:
    """Writes one pattern, briefly or exactly.

    Attributes:
        depends: whether the brief source is right only for texts without ``doubtful`` characters.
        references: whether a back-reference ignores case: no source is right then for texts with
            ``FOLDED_REFERENCES``.
    """

    def __init__(self, names: dict[int, str], *, exact: bool, chunked: bool) -> None:
        """Keep the groups' names.

        Args:
            names: number → name of each named group.
            exact: write the source that is right for every text, and slower.
            chunked: write the source that lets ``regex`` look at the clock in time on a long text,
                and takes up to twice as long.
        """
        self._names = names
        self._exact = exact
        self._chunked = chunked
        self.depends = False
        self.references = False

    def write(self, nodes: Nodes, flags: int) -> str:
        """Return source for ``regex`` (version 1, no flags).

        Args:
            nodes: a sequence of the tree.
            flags: of ``re``, that hold there.

        Raises:
            ReadingError: a construct that cannot be written.
        """
        pieces = []
        for opcode, argument in nodes:
            method = self._methods.get(opcode.name)
            if method is None:
                raise ReadingError(f"{opcode.name} is unknown")
            pieces.append(method(self, opcode.name, argument, flags))
        return "".join(pieces)

    def _literal(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401
        character = chr(argument)
        cased = flags & re.IGNORECASE and character.lower() != character.upper()
        if not cased and name == "LITERAL":
            return _escape(argument)
        items = [("LITERAL", argument)]
        if name == "NOT_LITERAL":
            return self._set([], items, negate=True, flags=flags)
        if flags & re.ASCII or (character in I_FAMILY and (self._exact or argument > _MAX_ASCII)):
            return self._set([], items, negate=False, flags=flags)
        self.depends = True
        return f"(?i-f:{_escape(argument)})"

    def _any(self, name: str, argument: object, flags: int) -> str:  # noqa: ARG002
        return "(?s:.)" if flags & re.DOTALL else r"[^\n]"

    def _in(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401, ARG002
        items = [(opcode.name, value) for opcode, value in argument]
        categories = [
            self._category(value.name, flags) for opcode, value in items if opcode == "CATEGORY"
        ]
        characters = [item for item in items if item[0] in {"LITERAL", "RANGE"}]
        negate = items[0][0] == "NEGATE"
        return self._set(categories, characters, negate=negate, flags=flags)

    def _set(
        self, categories: list[str], items: list[tuple[str, Any]], *, negate: bool, flags: int
    ) -> str:
        ranges = [value if name == "RANGE" else (value, value) for name, value in items]
        ignore = flags & re.IGNORECASE and not flags & re.ASCII
        if flags & re.IGNORECASE:
            self.depends = self.depends or bool(ignore and ranges)
            ranges += _ascii_twins(ranges) if flags & re.ASCII else self._family(ranges)
        characters = class_source(ranges)
        sign = "^" if negate else ""
        if not ignore or not ranges:
            return f"[{sign}{characters}{''.join(categories)}]"
        if not categories:
            return f"(?i-f:[{sign}{characters}])"
        # `re` folds the character, not the category, so the categories stand outside.
        if negate:
            return f"(?:(?!(?i-f:[{characters}]))[^{''.join(categories)}])"
        return f"(?:(?i-f:[{characters}])|[{''.join(categories)}])"

    def _family(self, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        reason = I_FAMILY if self._exact else I_FAMILY[2:]
        if any(first <= ord(letter) <= last for letter in reason for first, last in ranges):
            return [(ord(letter), ord(letter)) for letter in I_FAMILY]
        return []

    def _category(self, name: str, flags: int) -> str:
        negated = "_NOT_" in name
        letter = _CATEGORY_LETTERS[name.rpartition("_")[2]]
        return f"[{'^' if negated else ''}{self._members(letter, flags)}]"

    def _members(self, letter: str, flags: int) -> str:
        if flags & re.ASCII:
            return _ASCII_CATEGORIES[letter]
        self.depends = True
        return class_source(category_ranges(letter)) if self._exact else _BRIEF_CATEGORIES[letter]

    def _at(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401, ARG002
        lines = flags & re.MULTILINE
        match argument.name:
            case "AT_BEGINNING":
                return "(?m:^)" if lines else r"\A"
            case "AT_END":
                return "(?m:$)" if lines else "$"
            case "AT_BEGINNING_STRING":
                return r"\A"
            case "AT_END_STRING":
                return r"\Z"
            case "AT_BOUNDARY":
                return self._boundary(flags, negated=False)
            case "AT_NON_BOUNDARY":
                return _NOT_EMPTY + self._boundary(flags, negated=True)
            case _:
                raise ReadingError(f"{argument.name} is unknown")

    def _boundary(self, flags: int, *, negated: bool) -> str:
        word = f"[{self._members('w', flags)}]"
        if not flags & re.ASCII and not self._exact:
            return r"\B" if negated else r"\b"
        after_word, after_other = ("=", "!") if negated else ("!", "=")
        return f"(?(?<={word})(?{after_word}{word})|(?{after_other}{word}))"

    def _branch(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401, ARG002
        return f"(?:{'|'.join(self.write(nodes, flags) for nodes in argument[1])})"

    def _group(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401, ARG002
        number, added, removed, nodes = argument
        if added & _TYPE_FLAGS:
            flags &= ~_TYPE_FLAGS
        body = self.write(nodes, (flags | added) & ~removed)
        if number is None:
            return f"(?:{body})"
        return f"(?P<{self._names[number]}>{body})" if number in self._names else f"({body})"

    def _repeat(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401
        low, high, nodes = argument
        how = {"MAX_REPEAT": "", "MIN_REPEAT": "?", "POSSESSIVE_REPEAT": "+"}[name]
        body = self.write(nodes, flags)
        one_wide = len(nodes) == 1 and nodes[0][0].name in _ONE_WIDE
        if self._chunked and one_wide and high == MAXREPEAT and how != "+":
            return _chunked(f"(?:{body})", int(low), how)
        # For `re` each round of a possessive repeat is atomic, as measured on 3.11 to 3.13.
        group = "(?>" if how == "+" else "(?:"
        return f"{group}{body}){{{int(low)},{'' if high == MAXREPEAT else int(high)}}}{how}"

    def _atomic(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401, ARG002
        return f"(?>{self.write(argument, flags)})"

    def _reference(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401, ARG002
        if not flags & re.IGNORECASE:
            return rf"\g<{argument}>"
        if flags & re.ASCII:
            raise ReadingError("a back-reference under IGNORECASE and ASCII")
        self.depends = self.references = True
        return rf"(?i-f:\g<{argument}>)"

    def _condition(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401, ARG002
        number, then, otherwise = argument
        no = "" if otherwise is None else self.write(otherwise, flags)
        return f"(?({number}){self.write(then, flags)}|{no})"

    def _assertion(self, name: str, argument: Any, flags: int) -> str:  # noqa: ANN401
        direction, nodes = argument
        if direction < 0 and _order_matters(nodes, repeated=False):
            raise ReadingError("a look-behind with a group that repeats or is referred to in it")
        arrow = "<" if direction < 0 else ""
        return f"(?{arrow}{'=' if name == 'ASSERT' else '!'}{self.write(nodes, flags)})"

    def _failure(self, name: str, argument: object, flags: int) -> str:  # noqa: ARG002
        return "(?!)"

    _methods: ClassVar[dict[str, Callable[[SourceWriter, str, Any, int], str]]] = {
        "ANY": _any,
        "ASSERT": _assertion,
        "ASSERT_NOT": _assertion,
        "AT": _at,
        "ATOMIC_GROUP": _atomic,
        "BRANCH": _branch,
        "FAILURE": _failure,
        "GROUPREF": _reference,
        "GROUPREF_EXISTS": _condition,
        "IN": _in,
        "LITERAL": _literal,
        "MAX_REPEAT": _repeat,
        "MIN_REPEAT": _repeat,
        "NOT_LITERAL": _literal,
        "POSSESSIVE_REPEAT": _repeat,
        "SUBPATTERN": _group,
    }


def _order_matters(nodes: Nodes, *, repeated: bool) -> bool:
    """Whether a look-behind, which ``regex`` matches backwards, may capture something else."""
    for opcode, argument in nodes:
        name = opcode.name
        if name == "SUBPATTERN" and argument[0] is not None and repeated:
            return True
        if name.startswith("GROUPREF"):
            return True
        inside = repeated or name.endswith("_REPEAT")
        if any(_order_matters(some, repeated=inside) for some in inner(name, argument)):
            return True
    return False


def _chunked(body: str, low: int, how: str) -> str:
    """Repeat one character in chunks, which tries the same lengths in the same order.

    A run of one character is one step for ``regex``, however long, and it looks at the clock every
    256 steps: on a million letters ``a*[bc]`` overshot a limit of 50 ms by 0.7 s, in chunks by less
    than 1 ms.
    """
    least = f"{body}{{{low}}}" if low else ""
    return f"{least}(?:{body}{{{_CHUNK}}})*{how}{body}{{0,{_CHUNK - 1}}}{how}"


def _ascii_twins(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    letters = [chr(point) for point in range(0x41, 0x5B)]
    letters += [letter.lower() for letter in letters]
    return [
        (ord(letter.swapcase()), ord(letter.swapcase()))
        for letter in letters
        if any(first <= ord(letter) <= last for first, last in ranges)
    ]


def _escape(point: int) -> str:
    character = chr(point)
    return character if character.isascii() and character.isalnum() else f"\\U{point:08x}"
