"""Metadata callables: the user's own names, whatever carrier brought them."""

from __future__ import annotations

import json

from otel_redact import RedactionPolicy
from tests.support import redacted

CHAT = {
    "gen_ai.operation.name": "chat",
    "langsmith.metadata.plan": "gold",
    "langsmith.metadata._private_x": "hush",
}


def policy(**arguments: object) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, **arguments})


def test_a_metadata_callable_sees_the_users_names_and_drops_private_ones():
    given = policy(
        hide_metadata=lambda m: {k: v for k, v in m.items() if not k.startswith("_private")}
    )

    arrived = redacted(
        {
            **CHAT,
            "traceloop.association.properties._private_y": "hush",
            "traceloop.association.properties._private_x": "hush too",
            "metadata": json.dumps({"_private_z": "hush", "tier": 2}),
            "ai.telemetry.metadata.team": "blue",
        },
        given,
    )

    assert [key for key in arrived if "_private" in key] == []
    assert "hush" not in str(arrived)
    assert arrived["langsmith.metadata.plan"] == "gold"
    assert arrived["metadata"] == '{"tier": 2}'
    assert arrived["ai.telemetry.metadata.team"] == "blue"


def test_a_metadata_callable_redacts_values_and_adds_a_marker_under_the_first_carrier():
    def mark(metadata):
        new = {k: "[MAIL]" if "@" in str(v) else v for k, v in metadata.items()}
        return {**new, "transformed": True}

    arrived = redacted(
        {**CHAT, "langsmith.metadata.mail": "a@b.example"}, policy(hide_metadata=mark)
    )

    assert arrived["langsmith.metadata.mail"] == "[MAIL]"
    assert arrived["langsmith.metadata.transformed"] is True
    assert arrived["langsmith.metadata.plan"] == "gold"


def test_an_added_metadata_key_is_bare_where_the_span_has_no_carrier():
    arrived = redacted(
        {"gen_ai.operation.name": "chat", "user.id": "u1"},
        policy(hide_metadata=lambda m: {**m, "transformed": True}),
    )

    assert arrived["transformed"] is True
    assert arrived["user.id"] == "u1"


def test_an_object_whose_members_are_all_dropped_goes():
    arrived = redacted({"metadata": '{"a": 1}'}, policy(hide_metadata=lambda m: {}))

    assert arrived == {}


def test_an_added_key_joins_the_first_carrier_that_is_an_object():
    arrived = redacted(
        {"metadata": '{"a":1}', "langsmith.metadata.b": 2},
        policy(hide_metadata=lambda m: {**m, "c": [3]}),
    )

    assert arrived == {"metadata": '{"a":1,"c":[3]}', "langsmith.metadata.b": 2}


def test_metadata_that_comes_back_equal_is_byte_identical():
    text = '{"a":  1.10, "b": "\\u00e9"}'

    assert redacted({"metadata": text}, policy(hide_metadata=dict))["metadata"] == text
