"""The tables of characters hold on this Python, beside this version of `regex`."""

from __future__ import annotations

import re
import sys
from collections import defaultdict

import pytest
import regex

from otel_redact.code_point import (
    CATEGORIES,
    FOLDED_REFERENCES,
    I_FAMILY,
    category_ranges,
    class_source,
    doubtful,
)

EVERY = "".join(map(chr, range(sys.maxunicode + 1)))
CASED = [one for one in EVERY if one.lower() != one or one.upper() != one or one.casefold() != one]


@pytest.mark.parametrize("letter", CATEGORIES)
def test_ranges_are_what_re_matches(letter):
    source = class_source(category_ranges(letter))

    assert regex.findall(f"[{source}]", EVERY, regex.V1) == re.findall(f"\\{letter}", EVERY)


@pytest.mark.parametrize("letter", CATEGORIES)
def test_whatever_the_modules_read_differently_is_doubtful(letter):
    ours = set(re.findall(f"\\{letter}", EVERY))
    theirs = set(regex.findall(f"\\{letter}", EVERY, regex.V0))

    sure = {one for one in ours ^ theirs if not doubtful().search(one)}

    assert sure <= set("\x1c\x1d\x1e\x1f")


def test_common_text_is_not_doubtful():
    assert not doubtful().search("l’été “œuvre” 这是一个测试 Ω é 😀 👍🏽 → тест 日本語 ٣")


def test_only_the_family_of_i_ignores_case_differently():
    joined = "".join(CASED)
    differ = {
        one
        for one in CASED
        if re.findall(re.escape(one), joined, re.IGNORECASE)
        != regex.findall(f"(?i-f:{regex.escape(one)})", joined, regex.V1)
    }

    assert differ == set(I_FAMILY)


def test_each_pair_that_a_reference_compares_differently_holds_a_folded_one():
    ours = re.compile(r"(.)\1", re.IGNORECASE)
    theirs = regex.compile(r"(.)(?i-f:\g<1>)", regex.V1)
    alike = defaultdict(set)
    for one in CASED:
        for key in {one.lower()[:1], one.upper()[:1], one.casefold()[:1]}:
            alike[key] |= {one, key}

    missed = [
        first + second
        for family in alike.values()
        for first in family
        for second in family
        if bool(ours.fullmatch(first + second)) != bool(theirs.fullmatch(first + second))
        and not FOLDED_REFERENCES.search(first + second)
    ]

    assert missed == []
