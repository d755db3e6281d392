"""A variable that means nothing is named: without that a typing error exports raw spans."""

from __future__ import annotations

import logging

import pytest

from otel_redact import RedactionPolicy, environment_variables, mistype
from otel_redact.mistype import mistyped_variables
from otel_redact.pipeline import Pipeline


@pytest.fixture(autouse=True)
def _nothing_warned_of(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mistype, "_warned", set())


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("OTEL_REDACT_HIDE_INPUT", "OTEL_REDACT_HIDE_INPUTS"),
        ("OTEL_REDACT_HIDE_OUPUTS", "OTEL_REDACT_HIDE_OUTPUTS"),
        ("OTEL_REDCAT_ENABLED", "OTEL_REDACT_ENABLED"),
        ("otel_redact_rules", "OTEL_REDACT_RULES"),
        ("OTEL_REDACTION_RULES", "OTEL_REDACT_RULES"),
        ("OTEL_REDACT_Q0W9", ""),
    ],
)
def test_a_name_that_is_nobodys_is_found_with_the_nearest_one(name, near):
    assert mistyped_variables({name: "true"}) == {name: near}


def test_names_that_are_read_or_none_of_ours_are_not_found():
    known = [name for name in vars(environment_variables) if name.startswith("OTEL_")]

    assert (
        mistyped_variables(
            dict.fromkeys([*known, "OTEL_RESOURCE_ATTRIBUTES", "OTEL_REDIS_ENABLED", "PATH"], "1")
        )
        == {}
    )


def test_a_pipeline_warns_once_and_shows_no_value(caplog: pytest.LogCaptureFixture):
    environ = {"OTEL_REDACT_HASHKEY": "s3cret-value"}
    with caplog.at_level(logging.WARNING, "otel_redact"):
        for _ in range(2):
            Pipeline(RedactionPolicy(environ=environ))

    (message,) = caplog.messages
    assert message.endswith("OTEL_REDACT_HASHKEY means nothing; did you mean OTEL_REDACT_HASH_KEY?")
    assert "s3cret" not in message
