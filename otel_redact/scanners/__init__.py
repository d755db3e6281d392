"""Scanners: literals and bytes in, where each literal occurs out; ``selection`` picks one."""

from __future__ import annotations

from otel_redact.scanners.ahocorasick import AhoCorasickScanner
from otel_redact.scanners.hyperscan import HyperscanScanner
from otel_redact.scanners.python import PythonScanner
from otel_redact.scanners.re2 import Re2Scanner
from otel_redact.scanners.scanner import ScannerClass

__all__ = ["SCANNERS"]

SCANNERS: tuple[ScannerClass, ...] = (
    HyperscanScanner,
    AhoCorasickScanner,
    Re2Scanner,
    PythonScanner,
)
"""Fastest first; the first does as the second beside a busy thread."""
