"""Canaries spelled in every way that decoders undo: no spelling of them is in the OTLP bytes."""

from __future__ import annotations

import json

import pytest
from opentelemetry.sdk.trace import Event
from opentelemetry.trace import Status, StatusCode

from otel_redact import RedactionPolicy
from otel_redact.testing import assert_no_leak
from tests.decoders.spelling import ANY_VALUE, SECRETS_ONLY
from tests.support import make_span, wire

SECRET = "sk-" + "proj-" + "A1b2C3d4" * 5
MAIL = "ann.canary7f3a9c@example.com"
CARD = "4111-1111-1111-1111"
SPELLED = {**ANY_VALUE, **SECRETS_ONLY}
CASES = [
    *((value, name) for value in (SECRET, MAIL, CARD) for name in ANY_VALUE),
    *((SECRET, name) for name in SECRETS_ONLY),
]


def _everywhere(text: str) -> object:
    """Return a span with a text in plain attributes, in JSON, in an event and the status."""
    message = [{"role": "user", "parts": [{"type": "text", "content": text}]}]
    return make_span(
        {
            "note": text,
            "notes": [text, "kept"],
            "map": {"inner": text},
            "gen_ai.input.messages": json.dumps(message),
            "gen_ai.output.messages": json.dumps(message, ensure_ascii=False),
            "tool.result": json.dumps({"text": json.dumps({"deeper": text})}),
        },
        name=f"call {text}",
        events=[Event(f"event {text}", {"exception.message": text, "x": json.dumps([text])})],
        status=Status(StatusCode.ERROR, f"failed: {text}"),
    )


def _needles(value: str) -> list[str]:
    needles = [value]
    for name, spell in SPELLED.items():
        spelled = spell(value).removeprefix("\\n")
        if name == "base64 in lines":
            spelled = spelled.splitlines()[-2]
        needles += spelled, json.dumps(spelled)[1:-1], json.dumps(json.dumps(spelled)[1:-1])[1:-1]
    return list(dict.fromkeys(needles))


@pytest.mark.parametrize(("value", "name"), CASES, ids=[f"{v[:3]} {n}" for v, n in CASES])
def test_no_spelling_of_a_canary_leaves(value: str, name: str):
    span = _everywhere(f"take {SPELLED[name](value)} please")

    sent = wire(span)

    assert_no_leak(sent.bodies, _needles(value))
    (arrived,) = sent.spans()
    assert "please" in arrived.name
    assert b"kept" in sent.bodies[0]


@pytest.mark.parametrize("name", SPELLED)
def test_the_search_would_see_each_spelling(name: str):
    """Without rules every case leaks: the test above can fail."""
    span = _everywhere(f"take {SPELLED[name](SECRET)} please")
    sent = wire(span, RedactionPolicy(anonymizer=None, environ={}))

    with pytest.raises(AssertionError):
        assert_no_leak(sent.bodies, _needles(SECRET))
