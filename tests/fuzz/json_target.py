"""JSON text, whole, cut or mutated, through the anonymizer: canaries go, the rest stays."""

from __future__ import annotations

import json
import re

import pytest

from otel_redact import collector, create_anonymizer, default_detectors
from otel_redact.anonymizer import Anonymizer
from otel_redact.json_text import Document, NestingError, parse
from tests.fuzz.strategy import JSON_TEXTS, corpus
from tests.leaks.matrix_canary import MARK, found_in

__all__ = ["CASES", "SEEDS", "check"]

CASES = JSON_TEXTS
SEEDS = corpus("json")
_RULE = [{"pattern": rf"\S*{MARK}\S*", "replace": "<gone>"}]


def check(text: str) -> None:
    by_detectors = create_anonymizer([*default_detectors()], max_depth=32)

    once = _run(by_detectors, text)

    assert found_in(once.encode("utf-8", "surrogatepass")) == set()
    # A placeholder may read as the name of what follows ("[API_KEY]: x"), or leave the digits under
    # "ssn" alone: a second run may then replace more, but a third changes nothing.
    twice = _run(by_detectors, once)
    assert twice == once or _run(by_detectors, twice) == twice
    assert _run_the_long_way(text) == once
    _check_shape(text, once)
    _check_rest(text, _run(create_anonymizer(_RULE, max_depth=32), text))


def _run(anonymizer: Anonymizer, text: str) -> str:
    redacted = anonymizer(text)
    assert isinstance(redacted, str)
    assert not anonymizer._counters.snapshot().failures
    return redacted


def _run_the_long_way(text: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collector, "collect_tree", lambda *_: None)
        return _run(create_anonymizer([*default_detectors()], max_depth=32), text)


def _check_shape(text: str, redacted: str) -> None:
    """What was JSON is JSON, with as many members and elements at each place."""
    before = _loaded(text)
    if isinstance(before, (dict, list)):
        assert _shape(_loaded(redacted)) == _shape(before)


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _shape(value: object) -> object:
    if isinstance(value, dict):
        return [_shape(item) for item in value.values()]
    return [_shape(item) for item in value] if isinstance(value, list) else None


def _check_rest(text: str, redacted: str) -> None:
    """Outside the leaves that had a canary, every byte of a whole document is as it was."""
    before, after = _parsed(text), _parsed(redacted)
    if before is None or not before.complete or isinstance(_loaded(text), (str, type(None))):
        return
    assert after is not None
    assert len(before.tokens) == len(after.tokens)
    done_before = done_after = 0
    for old, new in zip(before.tokens, after.tokens, strict=True):
        assert text[done_before : old.start] == redacted[done_after : new.start]
        # What is too deep goes, and the tail of JSON that was cut inside a string.
        closed = "[redacted]" in new.text.lower() and "[redacted]" not in old.text.lower()
        if not (closed or re.search(MARK, old.text)):
            assert text[old.start : old.end] == redacted[new.start : new.end]
        done_before, done_after = old.end, new.end
    assert text[done_before:] == redacted[done_after:]


def _parsed(text: str) -> Document | None:
    try:
        return parse(text)
    except NestingError:
        return None
