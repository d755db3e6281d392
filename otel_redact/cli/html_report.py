"""An outcome in, one self-contained HTML page out; `otel-redact demo --html FILE` writes it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from otel_redact.cli.difference import PLACEHOLDER, Row
from otel_redact.cli.highlight import Piece, align, shorten
from otel_redact.cli.html_style import STYLE
from otel_redact.cli.outcome import LIMIT_NOTE, Outcome

__all__ = ["render"]

_CONTEXT = 48
_LONGEST_CHANGE = 160
_MOST_CHANGES = 40


def render(outcome: Outcome) -> str:
    """Return the whole page; every text in it is escaped, nothing is loaded from elsewhere."""
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<title>otel-redact demo</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            *_header(outcome),
            *_table(outcome),
            f'<footer><p class="note">{_escape(LIMIT_NOTE)}</p></footer>',
            "</body>",
            "</html>",
            "",
        ]
    )


def _header(outcome: Outcome) -> Iterator[str]:
    state = "leaked" if outcome.leaked else "clean"
    yield "<header>"
    yield "<h1>otel-redact <span>demo</span></h1>"
    yield "<p>A support chat on the openai client: its trace raw, and as exported.</p>"
    yield f'<p class="note">Policy: {_escape(outcome.policy_text)}</p>'
    yield '<ul class="totals">'
    for number, meaning in outcome.numbers:
        yield f"<li><b>{_escape(number)}</b>{_escape(meaning)}</li>"
    found, where = outcome.verdict
    yield f'<li class="{state}"><b>{_escape(found)}</b>{_escape(where)}</li>'
    yield "</ul>"
    yield '<ul class="findings">'
    for entity, count in outcome.findings:
        yield f"<li>{_escape(entity)} <b>{count}</b></li>"
    yield "</ul>"
    if outcome.forwarded:
        yield f"<p>{_escape(outcome.forwarded)}</p>"
    yield "</header>"


def _table(outcome: Outcome) -> Iterator[str]:
    yield '<table><thead><tr><th class="place">place</th><th class="key">key</th>'
    yield '<th>before</th><th>after</th><th class="rule">rule</th></tr></thead>'
    for (_, span), rows in groupby(outcome.rows, key=lambda row: (row.number, row.span)):
        yield f'<tbody><tr class="span"><th colspan="5">{_placeholders(span)}</th></tr>'
        for row in rows:
            yield _row(row)
        yield "</tbody>"
    yield "</table>"


def _row(row: Row) -> str:
    pieces = [Piece(row.before, "")] if row.after is None else align(row.before, row.after)
    shown = shorten(
        pieces, context=_CONTEXT, longest_change=_LONGEST_CHANGE, most_changes=_MOST_CHANGES
    )
    before = "".join(_piece(piece, 0) for piece in shown)
    after = "".join(_piece(piece, 1) for piece in shown)
    if row.after is None:
        after = '<span class="removed">removed</span>'
    rules = "".join(f"<span>{_placeholders(rule)}</span>" for rule in row.rule.split(", "))
    return (
        f'<tr><td class="place">{_escape(row.place)}</td>'
        f'<td class="key">{_placeholders(row.key)}</td>'
        f'<td class="text">{before}</td><td class="text">{after}</td>'
        f'<td class="rule">{rules}</td></tr>'
    )


def _piece(piece: Piece, side: int) -> str:
    if not piece.changed:
        return _escape(piece[side])
    tag = ("del", "ins")[side]
    return f"<{tag}>{_escape(piece[side])}</{tag}>" if piece[side] else ""


def _placeholders(text: str) -> str:
    """Escape a name, mark the placeholders in it, let it break after its separators."""
    marked = PLACEHOLDER.sub(r"<ins>\g<0></ins>", _escape(text))
    return re.sub(r"(?<=[._])(?=\w)", "<wbr>", marked)


def _escape(text: str) -> str:
    return html.escape(text, quote=True)
