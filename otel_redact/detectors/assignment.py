"""Pattern source for ``name: value`` in text, as code, JSON, YAML, URLs and prose spell it."""

from __future__ import annotations

__all__ = ["NAME_END", "SIGN", "no_end_before", "plain_value", "quoted_value", "random_value"]

NAME_END = r"(?:\\{0,3}[\"'`]|\]){0,2}"
"""What may close the name: quotes, escaped quotes, the bracket of ``config["password"]``."""

SIGN = r"[ \t]{0,8}(?:=>|:=|\+=|={1,3}|:)[ \t]{0,8}"
"""The sign between name and value."""


def quoted_value() -> str:
    """Return source for a value in quotes, which may be escaped themselves or never be closed.

    A comma or closing bracket first means that the quote closed the name: ``prompt='Password: ')``.
    """
    return (
        r"(?:\"(?![ ]?[,)\]}])(?P<value>(?:[^\"\\\n]|\\[^\n])++)"
        r"|'(?![ ]?[,)\]}])(?P<value>(?:[^'\\\n]|\\[^\n])++)"
        r"|`(?P<value>[^`\n]++)"
        r"|\\+[\"'](?P<value>[^\"'\\\n]++))"
    )


def plain_value(characters: str, inner: str, also: str = "(?!)") -> str:
    r"""Return source for a value without quotes.

    Args:
        characters: class content that a value is made of.
        inner: class content allowed only before one of ``characters``, such as a full stop.
        also: one more thing a value may contain; nothing by default.
    """
    return rf"(?P<value>(?:[{characters}]++|[{inner}]++(?=[{characters}])|{also})++)"


def no_end_before(following: str, characters: str) -> str:
    """Return source that refuses a value in front of ``following``, unless it is a long one.

    Of many names in one unbroken run each would otherwise be followed to the end for nothing, which
    takes quadratic time. What is longer than 256 characters is no name and no call.

    Args:
        following: source for what shows that the value was none.
        characters: class content that a value is made of.
    """
    return rf"(?:(?!{following})|(?<=[{characters}]{{257}}))"


def random_value() -> str:
    """Return source for a value that a look at it must confirm: unbroken, in quotes or not."""
    return (
        r"(?:\\{0,3}[\"'`](?P<value>[^ \t\r\n\"'`\\]{8,}+)(?=\\{0,3}[\"'`]|\Z)|(?:\\{0,3}[\"'`])?"
        + plain_value(r"A-Za-z0-9+/=_~!#$%^*-", r".:")
        + no_end_before(r"\(", r"A-Za-z0-9+/=_~!#$%^*.:-")
        + ")"
    )
