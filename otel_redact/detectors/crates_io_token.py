"""API tokens of crates.io: ``cio`` and 32 letters and digits."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["CRATES_IO_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

CRATES_IO_TOKEN = Detector(
    name="crates_io_token",
    entity="CRATES_IO_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9_+/-])cio[A-Za-z0-9]{32}(?![A-Za-z0-9_+/=-])",
    triggers=("cio",),
    starts_word=True,
    validate=lambda text: looks_issued(text) and len(set(text)) > 11,
    priority=100,
    hits=(
        "CARGO_REGISTRY_TOKEN=ci" + "o" + _BODY[:32],
        "cargo login ci" + "o" + _BODY[8:],
        "token = 'ci" + "o" + _BODY[4:36] + "'",
    ),
    misses=("ciogenesis", "ciovers" + "x" * 28, "precio" + _BODY[:32], "cio" + _BODY[:31]),
    source="https://doc.rust-lang.org/cargo/reference/publishing.html (2026-11-24)",
)
