"""What the user lets stand in: terms, keys and paths; whether a finding stays out; `step` asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["Allowance", "check_path", "path_text"]

_PATH_PIECE = re.compile(r"\*\*|\*|[^*]+")


class Allowance:
    """Terms, keys and paths in which detectors replace nothing.

    Args:
        terms: whole findings that stay, in any case; ``*`` stands for any characters.
        keys: nearest mapping key or attribute key of texts that stay, in any case; ``*`` as above.
        paths: paths of values that stay with all that is in them, as ``check_path`` says.

    Thread: any; immutable.
    """

    def __init__(
        self, *, terms: Sequence[str] = (), keys: Sequence[str] = (), paths: Sequence[str] = ()
    ) -> None:
        """Compile the globs."""
        self._terms = _globs(terms)
        self._keys = _globs(keys)
        self._paths = re.compile("|".join(map(_path_source, paths)) or "(?!)", re.DOTALL)
        self.with_paths = bool(paths)

    def allows_leaf(self, key: str, path: Sequence[str | int] | None) -> bool:
        """Whether nothing is replaced in a text.

        Args:
            key: nearest key above it.
            path: keys and list indices above it, the attribute's key first; None: not known.
        """
        if self._keys.fullmatch(key):
            return True
        return path is not None and self._paths.match(path_text(path)) is not None

    def allows_term(self, text: str) -> bool:
        """Whether a finding's text stays."""
        return self._terms.fullmatch(text.strip()) is not None


def check_path(path: str) -> str | None:
    """Return what is wrong with a path, None where nothing is.

    A path is an attribute's key, then ``.name`` for a mapping key and ``[0]`` for a list's element:
    ``gen_ai.input.messages[*].parts[0].content``. ``*`` stands for one key or index (or a part of
    one), ``**`` for any number of them. A path allows what is below it too.
    """
    if not path.strip(".*[] "):
        return "would allow everything"
    if path.count("[") != path.count("]"):
        return "has a bracket that is not closed"
    return None


def path_text(path: Sequence[str | int]) -> str:
    """Return a leaf's path as paths are written: ``a.b[0].c``.

    >>> path_text(("gen_ai.input.messages", 0, "content"))
    'gen_ai.input.messages[0].content'
    """
    pieces = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(pieces).removeprefix(".")


def _globs(globs: Sequence[str]) -> re.Pattern[str]:
    sources = (".*".join(map(re.escape, glob.split("*"))) for glob in globs)
    return re.compile("|".join(sources) or "(?!)", re.IGNORECASE | re.DOTALL)


def _path_source(path: str) -> str:
    """Return source that matches a path and whatever goes on below it."""
    pieces = {"**": ".*", "*": r"[^.\[\]]*"}
    source = "".join(pieces.get(one) or re.escape(one) for one in _PATH_PIECE.findall(path))
    return rf"(?:{source})(?=[.\[]|\Z)"
