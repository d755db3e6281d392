"""API tokens of PyPI and TestPyPI: ``pypi-`` and a macaroon in base64."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["PYPI_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"

PYPI_TOKEN = Detector(
    name="pypi_token",
    entity="PYPI_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])pypi-AgE[A-Za-z0-9_-]{16,}+",
    triggers=("pypi-age",),
    starts_word=True,
    validate=lambda text: has_digit_or_upper(text[8:]),
    priority=100,
    hits=(
        "password = pyp" + "i-AgEIcHlwaS5vcmcC" + _BODY * 3,
        "'pyp" + "i-AgENdGVzdC5weXBpLm9yZwI" + _BODY * 3 + "'",
        "TWINE_PASSWORD is pyp" + "i-AgEIcHlwaS5vcmcC" + _BODY,
    ),
    misses=(
        "pypi-AgE",
        "pypi-agent-of-the-package-index",
        "mypypi-AgEIcHlwaS5vcmcCq7Zt2Lk9Xw4B",
        "pypi-server-2.0.1",
    ),
    source="https://pypi.org/help/#apitoken and https://docs.pypi.org/api/secrets (2026-11-24)",
)
