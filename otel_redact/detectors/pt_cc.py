"""Portuguese citizen card numbers: eight digits, check digit, version and check digit."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group, Trigger

__all__ = ["PT_CC"]

_is_cc = is_number("pt.cc")


def _is_cc_by_key(text: str) -> bool:
    compact = text.replace(" ", "")
    return len(compact) == 12 and compact.isalnum() and compact[:9].isdigit()


PT_CC = Detector(
    name="pt_cc",
    entity="PT_CC",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>[0-9]{8}[ ][0-9][ ]?(?=[A-Z0-9]{0,1}[A-Z])[A-Z0-9]{2}[0-9])|"
        + near(
            r"(?:cart[a\u00e3]o[ ]d[eo][ ]cidad[a\u00e3]o)",
            r"[0-9]{8}[ -]?[0-9][ -]?[A-Za-z0-9]{2}[0-9]",
            distance=30,
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        Trigger("00000000 0", then="0{8}[ ]0[ ]?[a-z0]{2}0(?![a-z0_])"),
        *stems("cart?o d", "cartao d", value="0{8}"),
    ),
    starts_word=True,
    key_pattern=KEY_START
    + r"(?:cartao[_-]?(?:de[_-]?)?cidadao|cc)(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("cartao", "cc"),
    validate=_is_cc,
    validate_key_value=_is_cc_by_key,
    hits=("00000000 0 ZZ4", "cartão de cidadão: 000000000ZZ4", "Cartao do cidadao 00000000 0zz4"),
    misses=("00000000 0 ZZ5", "000000000ZZ4", "cc 12", "12345678 0 AB"),
    key_hits=(("cartao_cidadao", "00000000 0 ZZ5"), ("cc", "000000000ZZ4")),
    key_misses=(("cc", "a@b.example"), ("cartao_cidadao", "12345678")),
    source="https://www.autenticacao.gov.pt/documentos-e-suportes-de-apoio (2026-11-24)",
    checksum="Luhn",
)
