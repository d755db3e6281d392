"""How several conventions become one table, and what it remembers."""

import importlib.metadata
import logging

import pytest

from otel_redact.conventions import CONVENTIONS, Convention, EventRule, KeyRule, SpanKindRule
from otel_redact.conventions.classifier import (
    MAIN,
    SEALED,
    Classifier,
    Decision,
    default_classifier,
)
from otel_redact.errors import ConfigError
from otel_redact.types import Category

INPUT, OUTPUT, METADATA = int(Category.INPUT), int(Category.OUTPUT), int(Category.METADATA)


def _convention(*rules, name="one", **tables):
    return Convention(
        name=name,
        version="1",
        source="https://example.test (2026-11-23)",
        keys=tuple(KeyRule(glob=glob, category=category) for glob, category in rules),
        **tables,
    )


def test_an_unknown_key_stays_unknown():
    assert default_classifier().attribute("app.note") == Decision(
        main=int(Category.UNKNOWN),
        mask=int(Category.UNKNOWN),
        llm=False,
        role_key="",
        carrier="",
        name="",
        on_tool=0,
        closed=False,
    )


@pytest.mark.parametrize(
    ("key", "closed"),
    [
        ("gen_ai.prompt", True),
        ("llm.input_messages.0.message.role", True),
        ("llm.input_messages.4111111111111111.message.role", False),
        ("langsmith.metadata.anything", False),
        ("anything", False),
    ],
)
def test_a_key_is_closed_when_all_of_it_is_the_conventions(key, closed):
    assert default_classifier().attribute(key).closed is closed


def test_an_exact_glob_beats_wildcards():
    classifier = Classifier(
        [_convention(("a.b*", Category.INPUT), ("a.bc", Category.OUTPUT), ("*", Category.ERROR))]
    )

    assert classifier.attribute("a.bc").main == OUTPUT


def test_the_glob_with_most_literal_characters_wins():
    classifier = Classifier(
        [_convention(("a.*", Category.INPUT), ("a.b.*", Category.OUTPUT), ("*.c", Category.ERROR))]
    )

    assert classifier.attribute("a.b.c").main == OUTPUT
    assert classifier.attribute("a.c").main == INPUT
    assert classifier.attribute("z.c").main == Category.ERROR


def test_of_equal_globs_the_first_stands():
    classifier = Classifier(
        [
            _convention(("a.*", Category.INPUT), ("b", Category.INPUT)),
            _convention(("a.*", Category.OUTPUT), ("b", Category.OUTPUT), name="two"),
        ]
    )

    assert classifier.attribute("a.x").main == INPUT
    assert classifier.attribute("b").main == INPUT


def test_an_index_is_digits_only():
    classifier = Classifier([_convention(("m.{n}.text", Category.INPUT))])

    assert classifier.attribute("m.12.text").main == INPUT
    assert classifier.attribute("m.x.text").main == Category.UNKNOWN
    assert classifier.attribute("m..text").main == Category.UNKNOWN


def test_a_star_matches_line_breaks_and_dots():
    classifier = Classifier([_convention(("m.*.end", Category.INPUT))])

    assert classifier.attribute("m.a\n.b.end").main == INPUT


@pytest.mark.parametrize("category", [Category.TOOLS, Category.INPUT | Category.OUTPUT])
def test_a_rule_has_exactly_one_main_category(category):
    with pytest.raises(ConfigError, match="exactly one main category"):
        Classifier([_convention(("a", category))])
    with pytest.raises(ConfigError, match="exactly one main category"):
        Classifier([_convention(events=(EventRule(glob="a", category=category),))])


def test_a_prefix_carrier_ends_in_its_only_star():
    rule = KeyRule(glob="a.*.b", category=Category.METADATA, carrier="prefix")
    convention = Convention(name="one", version="1", source="https://example.test", keys=(rule,))

    with pytest.raises(ConfigError, match="prefix carrier"):
        Classifier([convention])


def test_what_is_known_of_keys_is_bounded():
    classifier = Classifier(CONVENTIONS)

    for number in range(10_000):
        classifier.attribute(f"langsmith.metadata.{number}")
    classifier.attribute("langsmith.metadata." + "x" * 1000)

    assert len(classifier._cache) <= 4096
    assert max(len(key) for key in classifier._cache) <= 256


def test_a_long_key_is_still_named():
    decision = default_classifier().attribute("langsmith.metadata." + "x" * 100_000)

    assert decision.main == METADATA
    assert len(decision.name) == 100_000


def test_a_decision_does_not_show_the_key():
    decision = default_classifier().attribute("langsmith.metadata.canary")

    assert "canary" not in repr(decision)


def test_the_seal_is_no_category():
    assert all(category < SEALED for category in Category)
    assert SEALED & MAIN == 0


def test_kinds_read_the_beginning_of_a_long_name():
    classifier = Classifier(
        [_convention(kinds=(SpanKindRule(kind="prompt", key="", value="*template*"),))]
    )

    assert classifier.kind("MyTemplate" + "x" * 100_000, {}) == "prompt"
    assert classifier.kind("x" * 100_000 + "template", {}) == ""


class _Entry:
    def __init__(self, name, load):
        self.name = name
        self.load = load


def _fails():
    message = "canary"
    raise RuntimeError(message)


def test_installed_conventions_are_read_and_broken_ones_skipped(monkeypatch, caplog):
    entries = [
        _Entry("broken", _fails),
        _Entry("odd", lambda: "not a convention"),
        _Entry("wrong", lambda: _convention(("a", Category.TOOLS))),
        _Entry("fine", lambda: _convention(("acme.prompt", Category.INPUT))),
    ]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: entries)
    default_classifier.cache_clear()

    with caplog.at_level(logging.WARNING, logger="otel_redact"):
        classifier = default_classifier()
    monkeypatch.undo()
    default_classifier.cache_clear()

    assert classifier.attribute("acme.prompt").main == INPUT
    assert classifier.attribute("gen_ai.prompt").main == INPUT
    assert [record.getMessage() for record in caplog.records] == [
        "convention broken is skipped: RuntimeError",
        "convention odd is skipped: AttributeError",
        "convention wrong is skipped: ConfigError",
    ]
    assert "canary" not in caplog.text


def test_the_default_classifier_is_built_once():
    assert default_classifier() is default_classifier()
