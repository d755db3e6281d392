"""Terms, keys and paths that detectors let stand, and nothing beside them."""

from __future__ import annotations

import json

import pytest

from otel_redact import RedactionPolicy
from otel_redact.allowance import Allowance, path_text
from otel_redact.errors import ConfigError
from tests.support import make_span, plain, wire

MAIL = "ann@corp.example"
KEY = "sk-" + "proj-" + "A1b2C3d4" * 5


def _exported(attributes: dict[str, object], **settings: object) -> dict[str, object]:
    policy = RedactionPolicy(environ={}, **settings)
    (span,) = wire(make_span(attributes), policy).spans()
    return plain(span.attributes)


def test_allowed_term_stays_wherever_it_is_found_and_others_go() -> None:
    attributes = {
        "note": f"mail {MAIL} or bob@corp.example",
        "messages": json.dumps([{"content": f"Ask ANN@corp.example, not x{MAIL}"}]),
    }

    exported = _exported(attributes, allow_terms=[MAIL])

    assert exported == {
        "note": f"mail {MAIL} or [EMAIL_ADDRESS]",
        "messages": json.dumps([{"content": "Ask ANN@corp.example, not [EMAIL_ADDRESS]"}]),
    }


def test_star_in_a_term_stands_for_any_characters() -> None:
    exported = _exported({"note": f"{MAIL} {MAIL}.test"}, allow_terms="*@corp.example")

    assert exported == {"note": f"{MAIL} [EMAIL_ADDRESS]"}


def test_allowed_key_keeps_what_stands_right_below_it() -> None:
    value = {"Support_Email": MAIL, "email": MAIL, "support_emails": [MAIL]}

    exported = _exported({"note": json.dumps(value), "app.contact": MAIL}, allow_keys=["support_*"])

    assert json.loads(str(exported["note"])) == {**value, "email": "[EMAIL_ADDRESS]"}
    assert exported["app.contact"] == "[EMAIL_ADDRESS]"


def test_allowed_key_keeps_a_value_that_its_key_betrays() -> None:
    exported = _exported({"app.password": "hunter2", "password": "x1"}, allow_keys=["app.password"])

    assert exported == {"app.password": "hunter2", "password": "[PASSWORD]"}


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("messages", {"a", "b", "c"}),
        ("messages[*].to", {"a", "b", "c"}),
        ("messages[1]", {"b", "c"}),
        ("messages[*].to.mail", {"a"}),
        ("messages[1].to[0].mail", {"b"}),
        ("messages[*].to[*].m*l", {"b"}),
        ("**.mail", {"a", "b"}),
        ("message", set()),
        ("messages[*]", {"a", "b", "c"}),
        ("messages[11]", set()),
        ("to.mail", set()),
    ],
)
def test_allowed_path_keeps_what_is_below_it(path: str, kept: set[str]) -> None:
    def value(names: set[str]) -> list[dict[str, object]]:
        mail = {name: f"{name}@x.example" if name in names else "[EMAIL_ADDRESS]" for name in "abc"}
        return [{"to": {"mail": mail["a"]}}, {"to": [{"mail": mail["b"]}, mail["c"]]}]

    exported = _exported({"messages": json.dumps(value({*"abc"}))}, allow_paths=[path])

    assert json.loads(str(exported["messages"])) == value(kept)


def test_path_of_an_attribute_with_points_in_its_key() -> None:
    attributes = {"gen_ai.input.messages": json.dumps([{"name": MAIL, "content": MAIL}])}

    exported = _exported(attributes, allow_paths="gen_ai.input.messages[*].name")

    assert json.loads(str(exported["gen_ai.input.messages"])) == [
        {"name": MAIL, "content": "[EMAIL_ADDRESS]"}
    ]


def test_allowances_hold_from_the_environment_and_beside_the_cache() -> None:
    environ = {
        "OTEL_REDACT_ALLOW_TERMS": f" {MAIL} ,",
        "OTEL_REDACT_ALLOW_KEYS": "contact",
        "OTEL_REDACT_ALLOW_PATHS": "app.owner",
    }
    policy = RedactionPolicy(environ=environ)
    text = f"{MAIL} but bob@corp.example " * 20

    for _ in range(2):
        sent = wire(make_span({"a": text, "contact": KEY, "app.owner": KEY, "b": KEY}), policy)

        assert plain(sent.spans()[0].attributes) == {
            "a": text.replace("bob@corp.example", "[EMAIL_ADDRESS]"),
            "contact": KEY,
            "app.owner": KEY,
            "b": "[OPENAI_API_KEY]",
        }


@pytest.mark.parametrize("name", ["allow_terms", "allow_keys", "allow_paths"])
@pytest.mark.parametrize("value", ["*", ["a", " ** "], [1], 7])
def test_allowing_everything_or_nonsense_is_refused(name: str, value: object) -> None:
    with pytest.raises(ConfigError, match=name):
        RedactionPolicy(environ={}, **{name: value})


def test_path_with_an_open_bracket_is_refused() -> None:
    with pytest.raises(ConfigError, match="bracket"):
        RedactionPolicy(environ={}, allow_paths=["a[0"])


def test_allowances_beside_a_given_anonymizer_are_refused() -> None:
    with pytest.raises(ConfigError, match="allow_terms: has no effect beside anonymizer"):
        RedactionPolicy(environ={}, anonymizer=lambda text: text, allow_terms=[MAIL])


def test_locked_rules_are_not_loosened_by_allowances(tmp_path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nrules: [default]\n", encoding="utf-8")
    policy = RedactionPolicy(environ={}, config_file=file, allow_terms=[MAIL], allow_paths=["note"])

    (span,) = wire(make_span({"note": MAIL}), policy).spans()

    assert plain(span.attributes) == {"note": "[EMAIL_ADDRESS]"}


def test_users_own_rules_are_not_held_back() -> None:
    exported = _exported(
        {"note": MAIL}, allow_terms=[MAIL], extra_rules=[{"pattern": "ann", "replace": "-"}]
    )

    assert exported == {"note": MAIL.replace("ann", "-")}


def test_term_is_no_pattern() -> None:
    allowance = Allowance(terms=["a.b"])

    assert allowance.allows_term(" A.B ")
    assert not allowance.allows_term("axb")


def test_path_text_says_indices_in_brackets() -> None:
    assert path_text(("a.b", "c", 0, 1, "d")) == "a.b.c[0][1].d"
