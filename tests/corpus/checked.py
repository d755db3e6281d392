"""A format of a number with check digits in, a maker of valid numbers out; used by `values`.

The check is python-stdnum's, which implements the issuers' rules.
"""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable

from tests.corpus.template import fill

__all__ = ["card_number", "checked", "iban", "with_digits"]

_TRIES = 20_000
# ISO 13616 registry: country, format of what follows the check digits.
_BANK_ACCOUNTS = (
    ("DE", "{d:18}"),
    ("GB", "{u:4}{d:14}"),
    ("FR", "{d:10}{un:11}{d:2}"),
    ("NL", "{u:4}{d:10}"),
    ("IT", "{u:1}{d:10}{un:12}"),
    ("PL", "{d:24}"),
    ("CH", "{d:5}{un:12}"),
    ("AT", "{d:16}"),
    ("SE", "{d:20}"),
    ("DK", "{d:14}"),
    ("IE", "{u:4}{d:14}"),
    ("LU", "{d:3}{un:13}"),
    ("SA", "{d:2}{un:18}"),
    ("AE", "{d:3}{d:16}"),
    ("MT", "{u:4}{d:5}{un:18}"),
    ("NO", "{d:11}"),
)
# ISO/IEC 7812: leading digits and length of each network.
_CARDS = (
    ("4{d:14}", 4),
    ("51{d:13}", 4),
    ("5{d:14}", 4),
    ("2221{d:11}", 4),
    ("34{d:12}", 0),
    ("37{d:12}", 0),
    ("6011{d:11}", 4),
    ("65{d:13}", 4),
    ("3530{d:11}", 4),
    ("36{d:11}", 0),
    ("62{d:13}", 4),
)


def checked(module: str, form: str) -> Callable[[random.Random], str]:
    """Return a maker of texts whose value is a valid number.

    Args:
        module: below ``stdnum``, such as ``gb.nhs``.
        form: as in `template`; blanks and signs may stand in the number.
    """

    def make(source: random.Random) -> str:
        is_valid = importlib.import_module(f"stdnum.{module}").is_valid
        for _ in range(_TRIES):
            text = fill(form, source)
            if is_valid(_value(text)):
                return text
        raise AssertionError(f"{module}: no valid number of this format")

    return make


def with_digits(
    module: str, function: str, form: str, *, at_end: bool = True
) -> Callable[[random.Random], str]:
    """Return a maker that appends (or prefixes) what python-stdnum computes for the rest."""

    def make(source: random.Random) -> str:
        digits = getattr(importlib.import_module(f"stdnum.{module}"), function)
        number = fill(form, source)
        return number + digits(number) if at_end else digits(number) + number

    return make


def iban(*, blanks: bool) -> Callable[[random.Random], str]:
    """Return a maker of account numbers of many countries."""

    def make(source: random.Random) -> str:
        module = importlib.import_module("stdnum.iban")
        for _ in range(_TRIES):
            country, form = source.choice(_BANK_ACCOUNTS)
            account = fill(form, source)
            number = country + module.calc_check_digits(country + "00" + account) + account
            if module.is_valid(number):
                return module.format(number) if blanks else number
        raise AssertionError("no valid account number")

    return make


def card_number(sign: str) -> Callable[[random.Random], str]:
    """Return a maker of card numbers of every network, in groups that ``sign`` parts."""

    def make(source: random.Random) -> str:
        form, group = source.choice(_CARDS)
        number = fill(form, source)
        number += importlib.import_module("stdnum.luhn").calc_check_digit(number)
        if not sign:
            return number
        if group:
            return sign.join(number[at : at + group] for at in range(0, len(number), group))
        return sign.join((number[:4], number[4:10], number[10:]))

    return make


def _value(text: str) -> str:
    return text.partition("«")[2].partition("»")[0] or text
