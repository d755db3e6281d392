r"""Pattern source for a value that only a word before it gives away; used by detectors.

``passport: 912803456``, ``"dd_api_key": "…"``, ``the ABN is 51 824 753 556``: the shape of such a
value is too weak to stand alone.
"""

from __future__ import annotations

from otel_redact.detectors.assignment import NAME_END
from otel_redact.types import Trigger

__all__ = [
    "AFTER_NAME",
    "ALONE_BEFORE",
    "ALONE_BEHIND",
    "ESCAPED",
    "KEY_WORDS",
    "NUMBER_END",
    "NUMBER_START",
    "abbreviated",
    "behind",
    "behind_foreign",
    "exactly",
    "foreign_triggers",
    "named",
    "near",
    "not_behind",
    "number_triggers",
    "soon",
    "stems",
]

KEY_WORDS = r"[_ .-]?(?:(?:api|auth|access|secret)[_ .-]?)?(?:key|token|secret)"
"""What follows a service's name in the name of its key: ``_API_KEY``, `` token``, ``.secret``."""

NUMBER_START = r"(?<![A-Za-z0-9\x01-\x08\x0b\x0c\x0e-\x1f\x7f!$%&)+.@\]^_`}~-])"
"""Where a long number may begin that nothing names: behind a blank, a quote, a sign, no ``.``."""

NUMBER_END = r"(?![A-Za-z0-9\x01-\x08\x0b\x0c\x0e-\x1f\x7f$%+@\[^_{~]|[.,-][0-9])"
"""Where it may end."""

ALONE_BEFORE = r"(?<![0-9]{5}[\"']?[ ]?[,;|\t\r\n ][\n ]?[\"']?)"
"""Where a number may begin that is not to be one of a list: in a long one some check digits fit."""

ALONE_BEHIND = r"(?![\"']?[ ]?[,;|\t\r\n ][\n ]?[\"']?[0-9]{5})"
"""Where it may end."""

_BEHIND_NUMBER = "\0\t\n\r !\"#&'()*,-./:;<=>\\]`|}"

AFTER_NAME = r"(?=[ :=#(\"'_.-])"
"""What follows a short name: so many words hold one that the name alone leads nowhere."""

ESCAPED = r"\\+u[0a-f]{4}"
"""In a shape: how JSON, in any layer, may spell a character beyond ASCII."""

_REACH = 80  # code points between a name's end and its value: what `near` allows, and half as many

_KIND = r"(?i:[ _-]{0,2}(?:numbers?|num|no\.?|nr\.?|id|ids|code|\#))?"
_LINK = (
    r"(?:[ \t]{0,3}(?:=>|:=|={1,3}|[:,])|[ \t]{1,2}(?i:is|was|are)(?=[ \t:])|)"
    r"[ \t]{0,4}(?:\\{0,3}[\"'`(])?"
)


def behind(name: str, value: str) -> str:
    r"""Return source for a value right behind its name, as code, JSON, YAML and prose spell it.

    Between the two stand at most a word such as ``number``, closing quotes, a sign or ``is``, and
    opening quotes. The pattern starts where the name does.

    Args:
        name: source; case is ignored. Put a boundary before it where a longer word may end so.
        value: source, with its own boundaries.
    """
    return rf"(?i:{name}){_KIND}{NAME_END}{_LINK}(?P<value>{value})"


def near(name: str, value: str, *, distance: int = 40) -> str:
    r"""Return source for a value some words behind its name, on the same line.

    Args:
        name: source; case is ignored. A letter behind it is another word.
        value: source, with its own boundaries; nothing of it may begin inside a word.
        distance: code points, at most, between the two: each is tried, so keep it small.
    """
    return rf"(?i:{name})(?![A-Za-z])[^\r\n]{{0,{distance}}}?(?<![A-Za-z0-9])(?P<value>{value})"


def number_triggers(shape: str, *, longer: int = 0) -> tuple[Trigger, ...]:
    """Return triggers for a bare number that ends at ``NUMBER_END``.

    Each number has one: all its digits in a row would be a trigger at each of its digits.

    Args:
        shape: all of it, digits as ``0``.
        longer: how many digits more it may have.
    """
    run, head = ("0", not_behind(longer + 1) + shape) if longer else ("", shape)
    spelled = Trigger(shape + "?", before=longer, run=run, then=head + r"[?\\]")
    then = head if longer else ""
    return (
        spelled,
        *(Trigger(shape + sign, before=longer, run=run, then=then) for sign in _BEHIND_NUMBER),
    )


def not_behind(count: int) -> str:
    r"""Return source that rejects a shape behind so many digits or more.

    Digits of an escape count for none: in JSON text a number may stand right behind ``\uac00``.

    Args:
        count: of digits, from 1.
    """
    behind_escape = (rf"(?<=\\u[0a-f]{{4}}{'0' * digits})" for digits in range(count))
    return "(?:" + "|".join((rf"(?<!{'0' * count})", *behind_escape)) + ")"


def exactly(*shapes: str) -> tuple[Trigger, ...]:
    """Return triggers for what ends, with its word, where the shape does.

    Of a longer number only the end would be one, and that starts behind a digit.

    Args:
        shapes: digits as ``0``.
    """
    return tuple(Trigger(shape, then=rf"[^\r\n]{{{len(shape)}}}(?![a-z0_])") for shape in shapes)


def named(*names: str, value: str = "0") -> tuple[Trigger, ...]:
    r"""Return triggers for whole names that a value follows on the same line.

    Without a look at what follows, ``run`` or ``address`` would lead somewhere in every text.

    Args:
        names: shapes. A letter behind one is another word.
        value: source for the shape of what follows, without escapes that JSON would write.
    """
    return tuple(_named(name, rf"(?![a-z]){soon(value)}") for name in names)


def abbreviated(*names: str, value: str = "0") -> tuple[Trigger, ...]:
    """Return triggers as ``named`` does, for short names with ``AFTER_NAME`` in the pattern.

    Args:
        names: shapes.
        value: source for the shape of what follows.
    """
    return tuple(
        Trigger(name + sign, then=rf"[^\r\n]{{{len(name)}}}{soon(value)}")
        for name in names
        for sign in " :=#(\"'_.-"
    )


def stems(*names: str, value: str = "0") -> tuple[Trigger, ...]:
    """Return triggers as ``named`` does, for beginnings of names.

    Args:
        names: shapes.
        value: source for the shape of what follows.
    """
    return tuple(_named(name, soon(value)) for name in names)


def _named(name: str, rest: str) -> Trigger:
    then = rf"[^\r\n]{{{len(name)}}}{rest}"
    if "?" in name:  # which JSON may spell otherwise
        then = rf"{then}|[^\r\n?]{{{name.index('?')}}}\\"
    return Trigger(name, then=then)


def soon(value: str) -> str:
    r"""Return source for a value some code points further on, in JSON text too: `\u` may be one."""
    step = r"(?:[^\r\n\\]|\\+[^u0\r\n\\])"
    # Where no digit comes at all, as in most texts, one quick look tells.
    quick = rf"(?=[^0\\\r\n]{{0,{_REACH}}}[0\\])" if value.startswith("0") else ""
    return rf"{quick}{step}{{0,{_REACH}}}?(?:\\*(?:{value})|\\+[u0])"


def behind_foreign(names: str, value: str, *, glued: bool = False) -> str:
    """Return source for a value right behind a name that ends beyond ASCII.

    Up to two words beyond ASCII may stand between. Unlike the others it starts where the value
    does: a name beyond ASCII has no shape to look for.

    Args:
        names: source, alternatives that end in a character beyond ASCII.
        value: source, with its own boundary behind it.
        glued: whether nothing needs to stand between, as in scripts without blanks.
    """
    sign = r"(?:[ ]?:[ ]?|[ ])" + "?" * glued
    between = r"(?:[ ]?[^\x00-\x7F]{1,12}){0,2}" + sign
    return rf"(?<=(?:{names}){between})(?P<value>{value})"


def foreign_triggers(shape: str, *, glued: bool = False) -> tuple[Trigger, ...]:
    r"""Return triggers for a value of ``behind_foreign``.

    In JSON text the name may be spelled ``\ud638``.

    Args:
        shape: how the value begins; the longer, the fewer numbers are looked at.
        glued: as there.
    """
    behind = "|".join(
        rf"(?<={name}{sign})" for name in (r"\?", r"\\u[0a-f]{4}") for sign in ("", ":", " ", " :")
    )
    return (
        *(Trigger(sign + shape, skip=1, then=rf"(?:{behind})[ :]") for sign in " :"),
        *(Trigger("?" + shape, skip=1),) * glued,
    )
