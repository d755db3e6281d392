r"""A user's pattern in; one that runs on `regex` with the meaning it has for `re` out.

`rule` compiles by it. Both modules compile the pattern. What ``re`` accepts means what it means for
``re``: its parse tree is written out for ``regex`` (`rule_source`). What only ``regex`` accepts
(``\p{L}``, or ``(?V0)`` or ``(?V1)`` in front) means what it means for ``regex``.
"""

from __future__ import annotations

import importlib
import re
import sys
import warnings
from typing import TYPE_CHECKING, Any

from otel_redact.code_point import FOLDED_REFERENCES, doubtful
from otel_redact.rule_cost import untimed_length
from otel_redact.rule_source import Nodes, ReadingError, SourceWriter

if TYPE_CHECKING:
    import regex

__all__ = ["RulePattern", "check_template"]

_STEPS_PER_SECOND = 2e7
"""Cautious: 3 to 20 ns a step were measured on the brief source."""
_LONG = 8192
"""Code points; on a longer text ``regex`` must be made to look at the clock more often."""
_PARSER = "re._parser" if sys.version_info >= (3, 11) else "sre_parse"


class RulePattern:
    r"""A pattern that replaces its matches in a bounded time.

    The limit counts the CPU time of the process (``clock()``; wall time on Windows), and a match
    holds the GIL, so a rule does not time out because another Python thread is busy. C code that
    runs beside it without the GIL uses the limit up faster. ``regex`` looks at the clock every 256
    steps: measured overshoot below 7 ms; for what only ``regex`` accepts it is 0.8 ms for every
    1,000 characters in the worst case.

    Thread: may be used from several at once.
    """

    def __init__(self, pattern: str | re.Pattern[str]) -> None:
        """Compile by both modules.

        Args:
            pattern: text, or compiled by ``re``, whose flags it keeps.

        Raises:
            ReadingError: ``regex`` cannot be made to read it as ``re`` does.
            regex.error: no module accepts it.
        """
        import regex  # noqa: PLC0415 - heavy: only when a rule exists

        self._nodes: Nodes | None = None
        self._untimed: dict[float, int] = {}
        self._others: dict[tuple[bool, bool], regex.Pattern[str]] = {}
        self._depends = self._references = False
        self._ready = True
        self.known = _known(pattern) if isinstance(pattern, str) else pattern
        if self.known is None:
            self.brief = regex.compile(str(pattern))
            return
        self._nodes, self._flags, self._names = _parse(self.known)
        writer = SourceWriter(self._names, exact=False, chunked=False)
        self.brief = regex.compile(writer.write(self._nodes, self._flags), regex.VERSION1)
        self._depends, self._references = writer.depends, writer.references
        self._ready = not writer.depends

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the pattern; it is compiled again."""
        return RulePattern, (self.brief.pattern if self.known is None else self.known,)

    def subn(self, template: str, text: str, timeout_seconds: float) -> tuple[str, int]:
        """Replace every match.

        Args:
            template: checked replacement.
            text: any.
            timeout_seconds: > 0, CPU time.

        Returns:
            The new text and how many matches were replaced.

        Raises:
            ReadingError: the text has letters that a back-reference compares differently.
            TimeoutError: the pattern took longer.
        """
        # Arguments by place: keywords cost 0.4 µs. False: not concurrent, so the GIL is kept.
        if text.isascii() or not self._depends:
            if len(text) <= self._untimed_length(timeout_seconds):
                return self.brief.subn(template, text, 0, None, None, False)  # noqa: FBT003
            exact = False
        else:
            if self._references and FOLDED_REFERENCES.search(text):
                raise ReadingError("a back-reference under IGNORECASE")
            exact = doubtful().search(text) is not None
        pattern = self._written(exact=exact, chunked=exact or len(text) > _LONG)
        return pattern.subn(template, text, 0, None, None, False, timeout_seconds)  # noqa: FBT003

    def is_ready(self, text: str) -> bool:
        """Whether ``prepare`` has nothing to do, as far as can be said without reading the text."""
        return self._ready or text.isascii()

    def prepare(self, text: str) -> None:
        """Make the tables and the exact source if ``text`` needs them: up to 0.2 s, once.

        What calls ``subn`` under a limit of its own calls this first, outside that limit.

        Raises:
            regex.error: the exact source does not compile.
        """
        if doubtful().search(text):
            self._written(exact=True, chunked=True)
            self._ready = True

    def _written(self, *, exact: bool, chunked: bool) -> regex.Pattern[str]:
        """Compile another source when the first text needs it."""
        import regex  # noqa: PLC0415 - heavy: only when a rule exists

        if self._nodes is None or not (exact or chunked):
            return self.brief
        pattern = self._others.get((exact, chunked))
        if pattern is None:
            writer = SourceWriter(self._names, exact=exact, chunked=chunked)
            pattern = regex.compile(writer.write(self._nodes, self._flags), regex.VERSION1)
            self._others[exact, chunked] = pattern
        return pattern

    def _untimed_length(self, timeout_seconds: float) -> int:
        """Length up to which the clock (1.7 µs a call) is left off: the time is bounded anyway."""
        if self._nodes is None:
            return -1
        length = self._untimed.get(timeout_seconds)
        if length is None:
            length = untimed_length(self._nodes, timeout_seconds * _STEPS_PER_SECOND)
            self._untimed[timeout_seconds] = length
        return length


def check_template(pattern: RulePattern, template: str) -> None:
    """Expand the template once, on an empty match of the same groups, before any span is seen.

    Args:
        pattern: whose groups the template may name.
        template: replacement.

    Raises:
        ValueError: it does not fit.
    """
    import regex  # noqa: PLC0415 - heavy: only when a rule exists

    parser: Any = importlib.import_module(_PARSER)
    try:
        if pattern.known is not None:
            parser.parse_template(template, pattern.known)
        brief = pattern.brief
        match = regex.compile(f"(?:{brief.pattern}\n)?", brief.flags).match("")
        if match is not None:
            match.expand(template)
    except (regex.error, re.error, IndexError):
        raise ValueError("template") from None


def _known(pattern: str) -> re.Pattern[str] | None:
    """Compile by ``re``; None where it refuses."""
    try:
        with warnings.catch_warnings():
            # `[[` and `--` may change in a later `re`; written out for `regex`, they do not.
            warnings.simplefilter("ignore")
            return re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None


def _parse(pattern: re.Pattern[str]) -> tuple[Nodes, int, dict[int, str]]:
    """Return the tree, the flags and the named groups."""
    parser: Any = importlib.import_module(_PARSER)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    names = {number: name for name, number in tree.state.groupdict.items()}
    return tree, tree.state.flags, names
