"""The bound on steps: found where there is one, never where there is none."""

from __future__ import annotations

import pytest

from otel_redact.rule_cost import untimed_length
from otel_redact.rule_pattern import _parse
from tests.test_rule_pattern import compiled


@pytest.mark.parametrize(
    ("source", "length"),
    [
        ("abc", 4096),
        (r"cust-\d+", 512),
        (r"\w+@\w+", 64),
        (r"\b\d{3}-\d{2}-\d{4}\b", 4096),
        ("(a+)+", 0),
        ("(?:a|a)*b", 0),
        ("(?:a?){40}b", 0),
        ("(?=(a+)+b)a", 0),
        (r"(a)\1", 512),
    ],
)
def test_the_longest_text_with_a_bounded_cost(source, length):
    known = compiled(source)
    assert known is not None

    assert untimed_length(_parse(known)[0], 1e6) == length
