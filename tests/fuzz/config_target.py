"""Variables, policy files and arguments, right and wrong: a policy or a ConfigError, soon."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from otel_redact import ConfigError, RedactingSpanExporter, RedactionPolicy, environment_variables
from otel_redact.setting import PARSERS
from tests.fuzz.strategy import corpus, mutated
from tests.support import WireExporter

__all__ = ["CASES", "SEEDS", "check"]

_KEY = "hush-" + "zqhashkeyqz"
"""A hash key, which no message may quote."""

_MAX_SECONDS = 5.0
_ALIASES = ("LANGSMITH_HIDE_INPUTS", "LANGCHAIN_HIDE_METADATA", "OPENINFERENCE_HIDE_OUTPUTS")
_VARIABLES = sorted(
    value
    for name, value in vars(environment_variables).items()
    if name.startswith("OTEL_") and name != "OTEL_REDACT_CONFIG_FILE"
)
_WORDS = st.one_of(
    st.sampled_from(
        [
            *(
                "",
                " ",
                "true",
                "FALSE",
                " yes ",
                "kepe",
                "none",
                "0",
                "1",
                "-1",
                "32",
                "1e3",
                "9" * 50,
                "٣",
            ),
            *("default", "all", "secrets,pii", "email_adress", ",", "INPUT,ERROR", "structure"),
            *(
                "mask:last=4",
                "mask:last=x",
                "hash",
                "replace;EMAIL_ADDRESS=hash",
                "drop;;=",
                "mask:",
                ":=",
            ),
            *(
                "*",
                "**",
                "a.b[*].c",
                "a[",
                "a[0]..b",
                "[]",
                "*@example.com",
                "auto",
                "re2",
                "drop_span",
            ),
            *(
                "counts",
                "describe",
                "\x00",
                "\ud800",
                "é" * 50,
                "replace:with=[x]",
                "hash:length=999999",
            ),
        ]
    ),
    st.text(max_size=8),
)
_ENVIRONMENTS = st.dictionaries(st.sampled_from([*_VARIABLES, *_ALIASES]), _WORDS, max_size=4)
_FILES = mutated(st.sampled_from(corpus("config")))
_OBJECTS = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _WORDS, st.binary(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(["pattern", "replace", "name", "flags"]), _WORDS),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=5,
)
_ARGUMENTS = st.dictionaries(
    st.sampled_from([*PARSERS, "anonymizer", "config_file"]), _OBJECTS, max_size=3
)
CASES = st.one_of(
    st.tuples(st.just("environment"), _ENVIRONMENTS),
    st.tuples(st.just("file"), _FILES),
    st.tuples(st.just("arguments"), _ARGUMENTS),
)
SEEDS = [("file", text) for text in corpus("config")]


def check(case: tuple[str, object]) -> None:
    source, given = case
    started = time.perf_counter()
    said: tuple[str, object] = ("", None)

    try:
        RedactingSpanExporter(WireExporter(), policy=_MAKERS[source](given))
    except ConfigError as error:
        said = (str(error), error.__cause__)

    assert _KEY not in said[0]
    assert said[1] is None

    assert time.perf_counter() - started < _MAX_SECONDS


def _by_environment(given: dict[str, str]) -> RedactionPolicy:
    return RedactionPolicy.from_env({"OTEL_REDACT_HASH_KEY": _KEY, **given})


def _by_file(text: str) -> RedactionPolicy:
    handle, name = tempfile.mkstemp(suffix=".yaml")
    os.close(handle)
    path = Path(name)
    try:
        path.write_bytes(text.encode("utf-8", "surrogateescape" if _is_bytes(text) else "replace"))
        policy = RedactionPolicy(config_file=path, environ={"OTEL_REDACT_HASH_KEY": _KEY})
        policy.resolve()
        RedactingSpanExporter(WireExporter(), policy=policy)
    finally:
        path.unlink()
    return RedactionPolicy(environ={})


def _is_bytes(text: str) -> bool:
    return all(not "\ud800" <= one <= "\udfff" or "\udc80" <= one <= "\udcff" for one in text)


def _by_arguments(given: dict[str, object]) -> RedactionPolicy:
    return RedactionPolicy(**{"environ": {}, "hash_key": _KEY, **given})


_MAKERS: dict[str, Callable[..., RedactionPolicy]] = {
    "environment": _by_environment,
    "file": _by_file,
    "arguments": _by_arguments,
}
