from __future__ import annotations

import importlib.metadata
import sys
import types

import pytest

from otel_redact.errors import ConfigError
from otel_redact.operators import OPERATORS
from otel_redact.operators.factory import create_operator

CARD = "4111111111111111"


class ShoutOperator:
    name = "shout"

    def __init__(self, mark: str = "!") -> None:
        self._mark = mark

    def __call__(self, text: str, entity: str) -> str:
        return entity + self._mark


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch):
    """Return a function that installs a factory as a third party's entry point."""

    def install(name: str, value: object) -> None:
        module = types.ModuleType("third_party_operator")
        module.VALUE = value
        monkeypatch.setitem(sys.modules, "third_party_operator", module)
        entry_point = importlib.metadata.EntryPoint(
            name=name, value="third_party_operator:VALUE", group="otel_redact_operator"
        )
        monkeypatch.setattr(
            "otel_redact.operators.factory.entry_points",
            lambda *, group: [entry_point] if group == "otel_redact_operator" else [],
        )

    return install


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.name)
def test_name_alone_builds_the_operator(operator: type) -> None:
    assert type(create_operator(operator.name)) is operator


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("mask:last=4", "************1111"),
        ("mask:first=2,last=2", "41************11"),
        (" MASK : last = 4 ", "************1111"),
        ("Replace", "[CREDIT_CARD]"),
    ],
)
def test_spec_is_name_and_parameters(spec: str, expected: str) -> None:
    assert create_operator(spec)(CARD, "CREDIT_CARD") == expected


def test_hash_key_reaches_hash() -> None:
    assert create_operator("hash", hash_key="Jefe")("what do ya want for nothing?", "X") == (
        "[X:5bdcc146bf60]"
    )


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("", 'got "", expected name'),
        (":last=4", "expected name"),
        ("mask:", "expected name"),
        ("mask:last", "expected name"),
        ("mask:last=", "expected name"),
        ("mask:=4", "expected name"),
        ("mask:last=4,", "expected name"),
        ("mask:last=4,last=5", "expected name"),
        ("mask:middle=4", 'got parameter "middle", expected first or last'),
        ("mask:last=-4", 'got last="-4", expected a whole number'),
        ("mask:last=four", 'got last="four", expected a whole number'),
        ("mask:last=\u0664", "expected a whole number"),
        ("replace:with=x", 'operator replace: got parameter "with", expected none'),
        ("hash:key=x", "OTEL_REDACT_HASH_KEY"),
        (
            "msk",
            'got "msk", expected one of replace, mask, hash, drop, keep, describe; did you mean "m',
        ),
        ("encrypt", 'got "encrypt", expected one of'),
    ],
)
def test_wrong_spec_is_refused_with_what_is_expected(spec: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        create_operator(spec, hash_key="hunter2")

    assert message in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_third_party_operator_gets_its_parameters_as_text(plugin) -> None:
    plugin("shout", ShoutOperator)

    assert create_operator("shout:mark=?")(CARD, "CREDIT_CARD") == "CREDIT_CARD?"


def test_third_party_cannot_replace_a_built_in(plugin) -> None:
    plugin("replace", ShoutOperator)

    assert create_operator("replace")(CARD, "CREDIT_CARD") == "[CREDIT_CARD]"


@pytest.mark.parametrize("spec", ["shout:volume=11", "shout:mark=a,volume=11"])
def test_third_party_that_fails_is_named_without_its_text(plugin, spec: str) -> None:
    plugin("shout", ShoutOperator)

    with pytest.raises(ConfigError, match='"shout" failed with TypeError') as caught:
        create_operator(spec)

    assert "volume" not in str(caught.value)


def test_third_party_must_build_an_operator(plugin) -> None:
    plugin("shout", dict)

    with pytest.raises(ConfigError, match="built a dict, expected an operator"):
        create_operator("shout")
