"""Brazilian company numbers (CNPJ), with letters since 2026, by two check digits."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import (
    NUMBER_END,
    NUMBER_START,
    exactly,
    near,
    number_triggers,
    stems,
)
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["BR_CNPJ"]

_PART = "[A-Z0-9]"


def _is_cnpj_by_key(text: str) -> bool:
    compact = text.replace(".", "").replace("/", "").replace("-", "").replace(" ", "")
    return len(compact) == 14 and compact.isalnum() and compact[-2:].isdigit()


# A bare number stands alone only where it names one of the first nine branches: one in a hundred
# times of day written as fourteen digits passes the check.
BR_CNPJ = Detector(
    name="br_cnpj",
    entity="BR_CNPJ",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])(?P<value>"
        r"(?:[0-9]{2}\.[0-9]{3}\.[0-9]{3}/[0-9]{4}|[0-9]{8}/[0-9]{4})-[0-9]{2}"
        r"|"
        + NUMBER_START
        + r"[0-9]{8}000[1-9][0-9]{2}"
        + NUMBER_END
        + r")|"
        + near(
            r"(?:cnpj|c\.n\.p\.j\.?)",
            rf"{_PART}{{2}}\.?{_PART}{{3}}\.?{_PART}{{3}}[/-]?{_PART}{{4}}-?[0-9]{{2}}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *exactly("00.000.000/0000-00", "00000000/0000-00"),
        *number_triggers("0" * 14),
        *stems("cnpj", "c.n.p.j"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:cpf[_-]?)?cnpj(?:[_-]?(?:number|num|no|numero))?",
    key_triggers=("cnpj",),
    validate=is_number("br.cnpj"),
    validate_key_value=_is_cnpj_by_key,
    hits=(
        "35.162.462/0001-90",
        "CNPJ 12.ABC.345/01DE-35",
        "fornecedor 43330694000138.",
        "cnpj: 35162462000190",
    ),
    misses=(
        "35.162.462/0001-91",
        "20241124102030",
        "35162462000191",
        "12.ABC.345/01DE-35",
        "cnpj pendente",
    ),
    key_hits=(("cnpj", "35162462000191"), ("company.cnpj", "12.ABC.345/01DE-35")),
    key_misses=(("cnpj", "pendente"), ("cnpj", "351624620001")),
    source="https://www.gov.br/receitafederal/pt-br/acesso-a-informacao/acoes-e-programas/"
    "programas-e-atividades/cnpj-alfanumerico (2026-11-24)",
    checksum="mod 11",
)
