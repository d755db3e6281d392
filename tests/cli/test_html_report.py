"""The demo's page escapes whatever a span says."""

from __future__ import annotations

from otel_redact.cli.difference import Row
from otel_redact.cli.html_report import render
from otel_redact.cli.outcome import Outcome

ATTACK = "<script>alert('x')</script>"


def test_no_text_of_a_span_becomes_markup() -> None:
    row = Row(
        number=1,
        span=ATTACK,
        place=ATTACK,
        key=ATTACK,
        before=f"{ATTACK} mail",
        after=f"{ATTACK} [EMAIL_ADDRESS]",
        findings={ATTACK: 1},
    )
    outcome = Outcome(
        rows=[row],
        values=1,
        spans=1,
        exported_bytes=10,
        planted=1,
        leaked=[ATTACK],
        redaction_millis=0.5,
        policy=[ATTACK],
        forwarded=ATTACK,
    )

    page = render(outcome)

    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 8
