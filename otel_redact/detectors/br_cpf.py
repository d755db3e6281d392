"""Brazilian taxpayer numbers (CPF): formatted, or eleven digits behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import digits_of, has_digits
from otel_redact.detectors.context import near
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["BR_CPF"]

_is_valid = is_number("br.cpf")


def _is_cpf(text: str) -> bool:
    return len(set(digits_of(text))) > 1 and _is_valid(text)


# One in a hundred numbers of eleven digits passes the check, so a bare one needs its name.
BR_CPF = Detector(
    name="br_cpf",
    entity="BR_CPF",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][.,-])"
        r"(?P<value>[0-9]{3}\.[0-9]{3}\.[0-9]{3}[ ]?[-/][ ]?[0-9]{2}|[0-9]{9}-[0-9]{2})|"
        + near(
            r"(?:cpf|c\.p\.f\.?|cadastro de pessoas? f[i\u00ed]sicas?)",
            r"[0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}[ ]?[-./]?[ ]?[0-9]{2}",
        )
        + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *("000.000.000-00", "000.000.000/00", "000.000.000 - 00", "000.000.000 -00"),
        *("000.000.000- 00", "000.000.000 / 00", "000.000.000 /00", "000.000.000/ 00"),
        *("000000000-00", "cpf", "c.p.f", "cadastro de pessoa"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"cpf(?:[_-]?(?:cnpj|number|num|no|numero))?",
    key_triggers=("cpf",),
    validate=_is_cpf,
    validate_key_value=has_digits(11),
    hits=(
        "390.533.447-05",
        "O CPF do cliente é 39053344705",
        "cpf: 895.788.703-29",
        "pagador 343227632-00",
    ),
    misses=(
        "390.533.447-06",
        "39053344705",
        "111.111.111-11",
        "CPF 39053344706",
        "1.390.533.447-05",
        "cpf inválido",
    ),
    key_hits=(("cpf", "39053344706"), ("user.cpfNumber", "390.533.447-05")),
    key_misses=(("cpf", "inválido"), ("cpf", "3905334470")),
    source="https://www.gov.br/receitafederal/pt-br/assuntos/meu-cpf (2026-11-24)",
    checksum="mod 11",
)
