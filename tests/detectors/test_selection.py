from __future__ import annotations

import dataclasses
import importlib.metadata
import sys
import types

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.detectors.email_address import EMAIL_ADDRESS
from otel_redact.detectors.selection import default_detectors, known_detectors, select
from otel_redact.errors import ConfigError


def _names(*rules: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [detector.name for detector in select(rules, exclude)]


@pytest.fixture(autouse=True)
def looked_up_anew():
    """Forget what installed packages bring, before and after."""
    known_detectors.cache_clear()
    yield
    known_detectors.cache_clear()


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch):
    """Return a function that installs an object as a third party's entry point."""

    def install(value: object) -> None:
        module = types.ModuleType("third_party_detector")
        module.VALUE = value
        monkeypatch.setitem(sys.modules, "third_party_detector", module)
        entry_point = importlib.metadata.EntryPoint(
            name="third", value="third_party_detector:VALUE", group="otel_redact_detector"
        )
        monkeypatch.setattr(
            "otel_redact.detectors.selection.entry_points",
            lambda *, group: [entry_point] if group == "otel_redact_detector" else [],
        )

    return install


def test_default_is_everything_but_what_is_noisy() -> None:
    off = {"geo_coordinates", "uuid"}

    assert [d.name for d in default_detectors()] == [d.name for d in DETECTORS if d.name not in off]


def test_all_is_the_catalogue() -> None:
    assert select(["all"]) == DETECTORS


@pytest.mark.parametrize("rules", [[], ["none"]])
def test_no_rules_are_no_detectors(rules: list[str]) -> None:
    assert select(rules) == ()


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("network", ["ipv4_address", "ipv6_address", "mac_address"]),
        ("media", ["base64_media", "data_uri"]),
        ("identifiers", ["uuid"]),
        ("none", []),
    ],
)
def test_group_names_its_detectors(group: str, names: list[str]) -> None:
    assert _names(group) == names


def test_groups_are_all_of_the_catalogue() -> None:
    groups = [_names(group) for group in ("secrets", "pii", "network", "crypto", "media")]

    assert sorted(sum(groups, _names("identifiers"))) == sorted(_names("all"))
    assert {"credit_card", "email_address", "iban_code", "us_ssn"} < set(_names("pii"))


def test_words_add_up_in_catalogue_order() -> None:
    assert _names("uuid", " Network ", "EMAIL_ADDRESS", "none", "uuid") == [
        "email_address",
        "ipv4_address",
        "ipv6_address",
        "mac_address",
        "uuid",
    ]


def test_exclude_takes_the_same_words() -> None:
    left = _names("pii", "network", exclude=("network", "us_ssn", "iban_code"))

    assert left == [name for name in _names("pii") if name not in ("us_ssn", "iban_code")]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("emial_address", '"emial_address"'),
        ("emial_address", 'did you mean "email_address"?'),
        ("secret", 'did you mean "secrets"?'),
        ("", "expected secrets, pii, network, crypto, identifiers, media, default, all, none"),
    ],
)
def test_unknown_word_is_refused_with_a_hint(word: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        select([word])

    assert hint in str(caught.value)


def test_unknown_word_in_exclude_is_refused() -> None:
    with pytest.raises(ConfigError, match="did you mean"):
        select(["all"], ["ip4_address"])


def test_third_party_detector_joins_its_group(plugin) -> None:
    plugin(dataclasses.replace(EMAIL_ADDRESS, name="badge_number", entity="BADGE_NUMBER"))

    assert "badge_number" in _names("pii")
    assert "badge_number" in _names("default")
    assert _names("badge_number") == ["badge_number"]


def test_third_party_may_bring_several(plugin) -> None:
    plugin([dataclasses.replace(EMAIL_ADDRESS, name=name) for name in ("one_thing", "two_thing")])

    assert _names("one_thing", "two_thing") == ["one_thing", "two_thing"]


def test_third_party_may_not_take_a_name_that_exists(plugin) -> None:
    plugin(EMAIL_ADDRESS)

    with pytest.raises(ConfigError, match='"email_address", which exists already'):
        select(["default"])


@pytest.mark.parametrize("value", ["text", ("text",), None])
def test_third_party_must_bring_detectors(plugin, value: object) -> None:
    plugin(value)

    with pytest.raises(ConfigError, match="expected a Detector"):
        select(["default"])


def test_third_party_that_fails_is_named_without_its_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry_point = importlib.metadata.EntryPoint(
        name="broken", value="no_such_module_hunter2:X", group="otel_redact_detector"
    )
    monkeypatch.setattr(
        "otel_redact.detectors.selection.entry_points", lambda *, group: [entry_point]
    )

    with pytest.raises(ConfigError) as caught:
        select(["default"])

    assert "broken" in str(caught.value)
    assert "ModuleNotFoundError" in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert caught.value.__suppress_context__
