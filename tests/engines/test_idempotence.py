"""Redacting what is redacted already changes nothing, whatever the operator; `drop` aside."""

from __future__ import annotations

import pytest

from otel_redact.detectors import DETECTORS
from otel_redact.detectors.selection import select
from otel_redact.engines import TriggerEngine
from otel_redact.operators.factory import create_operator
from otel_redact.types import Leaf, Operator

ENGINE = TriggerEngine(select(["all"]))
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


def _redacted(leaves: list[Leaf], operator: Operator) -> list[Leaf]:
    redacted = []
    for leaf, findings in zip(leaves, ENGINE.find(leaves), strict=True):
        text = leaf.text
        for finding in reversed(findings):
            piece = operator(text[finding.start : finding.end], finding.entity)
            text = text[: finding.start] + piece + text[finding.end :]
        redacted.append(leaf._replace(text=text))
    return redacted


@pytest.mark.parametrize(
    "spec", ["replace", "hash", "mask", "mask:last=4", "mask:first=3,last=3", "keep"]
)
def test_second_redaction_changes_nothing(spec: str) -> None:
    operator = create_operator(spec, hash_key="key")
    once = _redacted([Leaf(text, key) for key, text in HITS + MIXED], operator)

    changed = [
        (one.key, one.text, two.text)
        for one, two in zip(once, _redacted(once, operator), strict=True)
        if one != two
    ]

    assert changed == []
    assert len(once) > 2000
