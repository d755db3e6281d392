"""Redacting what is redacted already changes nothing, whatever the operator; `drop` aside."""

from __future__ import annotations

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.detectors.selection import select
from otel_redact.engines import SequentialEngine
from otel_redact.operators.factory import create_operator
from otel_redact.types import Leaf, Operator

ENGINE = SequentialEngine(select(["all"]))
HITS = [("", text) for detector in DETECTORS for text in detector.hits] + [
    pair for detector in DETECTORS for pair in detector.key_hits
]
MIXED = [
    ("", "token=[EMAIL_ADDRESS]abc and password=x[PASSWORD]y"),
    ("token", "alice@example.com,bob@example.com"),
    ("password", "alice@example.com and bob"),
    ("", "key alice@example.com4111111111111111"),
    ("", "postgres://alice@example.com:hunter2@10.0.0.1/x?password=y"),
]


def _redacted(text: str, key: str, operator: Operator) -> str:
    for finding in reversed(ENGINE.find([Leaf(text, key)])[0]):
        piece = operator(text[finding.start : finding.end], finding.entity)
        text = text[: finding.start] + piece + text[finding.end :]
    return text


@pytest.mark.parametrize(
    "spec", ["replace", "hash", "mask", "mask:last=4", "mask:first=3,last=3", "keep"]
)
@pytest.mark.parametrize(("key", "text"), HITS + MIXED)
def test_second_redaction_changes_nothing(spec: str, key: str, text: str) -> None:
    operator = create_operator(spec, hash_key="key")
    once = _redacted(text, key, operator)

    assert _redacted(once, key, operator) == once
