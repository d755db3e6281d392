r"""Pattern source for a value that only a word before it gives away; used by detectors.

``passport: 912803456``, ``"dd_api_key": "…"``, ``the ABN is 51 824 753 556``: the shape of such a
value is too weak to stand alone.
"""

from __future__ import annotations

from otel_redact.detectors.assignment import NAME_END

__all__ = ["behind", "near"]

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
