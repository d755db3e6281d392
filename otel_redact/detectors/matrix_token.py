"""Access tokens of Matrix homeservers: ``syt_…``, and ``mat_ mct_`` of the newer service."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["MATRIX_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

MATRIX_TOKEN = Detector(
    name="matrix_token",
    entity="MATRIX_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:syt_[A-Za-z0-9+/=-]{1,200}+_[A-Za-z0-9]{20}_[A-Za-z0-9]{6}"
        r"|(?:mat|mar|mct)_[A-Za-z0-9]{30}_[A-Za-z0-9]{6})(?![A-Za-z0-9])"
    ),
    triggers=("syt_", "mat_", "mar_", "mct_"),
    starts_word=True,
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    priority=100,
    hits=(
        "MATRIX_ACCESS_TOKEN=sy" + "t_YWxpY2U_" + _BODY[:20] + "_0A1b2C",
        "'sy" + "t_Ym90_" + _BODY[20:] + "_3d4E5f'",
        "Bearer mc" + "t_" + _BODY[:30] + "_0A1b2C",
    ),
    misses=("syt_short", "syt_a_b_c", "format_" + _BODY[:30] + "_0A1b2C"),
    source="https://github.com/element-hq/synapse/pull/8280 (2026-11-24)",
)
