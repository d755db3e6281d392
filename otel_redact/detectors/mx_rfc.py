"""Mexican taxpayer codes (RFC), behind their name: its digits follow no literal."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of
from otel_redact.detectors.context import named, near
from otel_redact.types import Detector, Group

__all__ = ["MX_RFC"]

_NUMBER = (
    r"[A-Za-z\u00d1\u00f1&]{3,4}[ -]?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"[ -]?[A-Za-z0-9]{2}[0-9Aa]"
)


def _is_rfc_by_key(text: str) -> bool:
    compact = text.replace("-", "").replace(" ", "")
    return len(compact) in (12, 13) and compact[:3].isalpha() and len(digits_of(compact)) >= 6


MX_RFC = Detector(
    name="mx_rfc",
    entity="MX_RFC",
    group=Group.PII,
    pattern=r"(?<![A-Za-z0-9])" + near(r"(?:rfc|r\.f\.c\.?)", _NUMBER) + r"(?![A-Za-z0-9_])",
    triggers=named("rfc", "r.f.c", value="[a-z?&]{3,4}[ -]?0{6}"),
    starts_word=True,
    key_pattern=KEY_START + r"rfc(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("rfc",),
    validate_key_value=_is_rfc_by_key,
    hits=("RFC: GODE561231GR8", "R.F.C. GODE-561231-GR8", "su RFC es abc680524p76"),
    misses=("GODE561231GR8", "RFC 7231 says", "rfc: GODE561331GR8", "RFC pendiente"),
    key_hits=(("rfc", "GODE561231GR8"), ("customer_rfc", "ABC680524P76")),
    key_misses=(("rfc", "7231"), ("rfc", "RFC 9110 section 5")),
    source="https://es.wikipedia.org/wiki/Registro_Federal_de_Contribuyentes_(M%C3%A9xico) "
    "(2026-11-24)",
)
