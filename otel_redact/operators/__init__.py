"""Operators: a found piece in, what replaces it out; others come as ``otel_redact_operator``."""

from __future__ import annotations

from otel_redact.operators.describe import DescribeOperator
from otel_redact.operators.drop import DropOperator
from otel_redact.operators.hash import HashOperator
from otel_redact.operators.keep import KeepOperator
from otel_redact.operators.mask import MaskOperator
from otel_redact.operators.replace import ReplaceOperator

__all__ = [
    "OPERATORS",
    "DescribeOperator",
    "DropOperator",
    "HashOperator",
    "KeepOperator",
    "MaskOperator",
    "ReplaceOperator",
]

OPERATORS = (
    ReplaceOperator,
    MaskOperator,
    HashOperator,
    DropOperator,
    KeepOperator,
    DescribeOperator,
)
