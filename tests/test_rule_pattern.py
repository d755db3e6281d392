"""What runs on `regex` replaces exactly what `re` replaces, in a bounded time."""

from __future__ import annotations

import random
import re
import sys
import time
import warnings

import pytest
import regex

from otel_redact import rule_pattern, rule_source
from otel_redact.rule_pattern import RulePattern
from otel_redact.rule_source import ReadingError

ATOMS = [
    *(
        "a",
        "b",
        "A",
        "i",
        "I",
        "k",
        "s",
        "1",
        "-",
        "é",
        "ß",
        "İ",
        "ſ",
        "²",
        ".",
        "{",
        "a{2",
        "{1}x",
    ),
    *(r"\w", r"\W", r"\d", r"\D", r"\s", r"\S", r"\b", r"\B", "^", "$", r"\A", r"\Z", r"\n"),
    *("[ab]", "[^a]", "[[a]", "[a-k]", "[^i]", r"[\w-]", r"[^\W1]", r"[\S]", r"[^\s]", r"[\Wa]"),
    *("[a&&b]", "[a||b]", "[a--b]", "[[:alpha:]]", "[é-ñİ]", r"[^\da]", "{e<=1}"),
]
TEXT = "aabbAiIkKsS1 -éßẞİıſK²\u0301\n\x1c[]&|{e<=1}:x\u093c٣"
QUANTIFIERS = ["*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}"]
MODES = ["", "", "?", "+"] if sys.version_info >= (3, 11) else ["", "", "?"]
FLAGS = [
    *(0, 0, re.IGNORECASE, re.ASCII, re.DOTALL),
    *(re.IGNORECASE | re.MULTILINE, re.ASCII | re.IGNORECASE),
]
AHEAD = ["(?=", "(?!", "(?<=", "(?<!"]


def pattern_source(draw: random.Random, depth: int, groups: list[int]) -> str:
    """Return a random pattern; ``groups`` holds how many groups there are so far."""
    kind = draw.random()
    if depth <= 0 or kind < 0.35:
        if groups[0] and draw.random() < 0.1:
            return rf"\{draw.randint(1, groups[0])}" if groups[0] < 9 else "a"
        return draw.choice(ATOMS)
    parts = [pattern_source(draw, depth - 1, groups) for _ in range(draw.randint(1, 3))]
    if kind < 0.55:
        return "".join(parts)
    if kind < 0.65:
        return f"(?:{'|'.join(parts)})"
    if kind < 0.73:
        groups[0] += 1
        return f"({parts[0]})"
    if kind < 0.9:
        return f"(?:{parts[0]}){draw.choice(QUANTIFIERS)}{draw.choice(MODES)}"
    if kind < 0.95:
        return f"{draw.choice(AHEAD)}{parts[0]})"
    return f"{draw.choice(['(?i:', '(?s:', '(?m:', '(?-i:'])}{parts[0]})"


def compiled(source: str, flags: int = 0) -> re.Pattern[str] | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return re.compile(source, flags)
        except (re.error, OverflowError):
            return None


def text_of(draw: random.Random) -> str:
    letters = TEXT if draw.random() < 0.6 else "aab1 iI"
    return "".join(draw.choice(letters) for _ in range(draw.randint(0, 9)))


@pytest.mark.parametrize("chunked", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("seed", range(4))
def test_every_pattern_that_re_accepts_replaces_what_re_replaces(monkeypatch, seed, chunked):
    if chunked:
        monkeypatch.setattr(rule_pattern, "_LONG", 2)
        monkeypatch.setattr(rule_source, "_CHUNK", 2)
    draw = random.Random(seed)
    compared = 0
    while compared < 800:
        source = pattern_source(draw, 4, [0])
        flags = draw.choice(
            [
                0,
                0,
                re.IGNORECASE,
                re.IGNORECASE | re.MULTILINE,
                re.ASCII,
                re.ASCII | re.IGNORECASE,
                re.DOTALL,
            ]
        )
        known = compiled(source, flags)
        if known is None or len(source) > 60:
            continue
        try:
            pattern = RulePattern(known)
        except ReadingError:
            continue
        groups = "|".join(rf"\{group}" for group in range(1, known.groups + 1))
        template = rf"<\g<0>|{groups}>"
        for text in (text_of(draw) for _ in range(6)):
            try:
                new = pattern.subn(template, text, 5)
            except ReadingError:
                continue
            assert new == known.subn(template, text), (source, flags, text)
            compared += 1


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (r"cust{e<=1}", "cusx cust{e<=1}", "cusx <>"),
        (r"[[a]b", "[b", "<>"),
        (r"[[:alpha:]]", "x a]", "x <>"),
        (r"[a&&b]", "a&", "<><>"),
        (r"\w+", "cafe\u0301", "<>\u0301"),
        (r"\w+", "x²", "<>"),
        (r"\d{2}\b", "42\u0301", "<>\u0301"),
        (r"\s", "a\x1cb", "a<>b"),
        (r"(?i)id", "İd ıd", "<> <>"),
        (r"\B", "", ""),
    ],
)
@pytest.mark.skipif(sys.version_info >= (3, 14), reason="3.14 reads \\B otherwise")
def test_what_regex_reads_differently_keeps_the_meaning_of_re(source, text, expected):
    known = compiled(source)
    assert known is not None
    assert known.sub("<>", text) == expected

    new, _ = RulePattern(source).subn("<>", text, 5)

    assert new == known.sub("<>", text)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (r"\p{Lu}+", "abÉC", "ab<>"),
        (r"(?V0)(?:cust){e<=1}", "cusx", "<>"),
        (r"(?V1)[[a-z]--[b]]+", "abc", "<>b<>"),
        (r"(?<=a+)b", "aab", "aa<>"),
    ],
)
def test_what_only_regex_accepts_means_what_regex_means(source, text, expected):
    assert compiled(source) is None

    assert RulePattern(source).subn("<>", text, 5)[0] == expected


@pytest.mark.parametrize(
    "source", [r"(?<=(?:(a)|(b)){2})c", r"(?<=(a))(?<=(b)(?(1)c|d))e", r"(?ai)(a)\1"]
)
def test_what_regex_cannot_read_like_re_is_refused(source):
    with pytest.raises(ReadingError, match=r"look-behind|back-reference"):
        RulePattern(source)


def test_a_text_on_which_a_folded_reference_differs_is_refused_at_run_time():
    pattern = RulePattern(r"(?i)<(\w+)></\1>")

    assert pattern.subn("x", "<É></é>", 5) == ("x", 1)
    with pytest.raises(ReadingError, match="back-reference"):
        pattern.subn("x", "<σ></ς>", 5)


def test_an_applications_default_version_of_regex_changes_nothing(monkeypatch):
    monkeypatch.setattr(regex, "DEFAULT_VERSION", regex.VERSION1)

    assert RulePattern(r"(?i)[[ß]").subn("x", "ss[ẞ", 5)[0] == "ssxx"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("(a+)+$", "a" * 20_000 + "!"),
        (r"(?:[a-z]+)*\d", "a" * 20_000),
        ("a*[bc]", "a" * 3_000_000),
        (r"\s+$", " " * 300_000 + "x"),
        (r"(\w+)+[!?]", "é" * 20_000),
        (r"(\w+)+[!?]", "²é" * 10_000),
        (r"(?:\p{L}+)*\d", "a" * 20_000),
    ],
    ids=[
        "nested", "star", "run", "spaces", "brief", "exact", "only_regex",
    ],
)  # fmt: skip
def test_a_catastrophic_pattern_costs_its_timeout_and_not_much_more(source, text):
    pattern = RulePattern(source)
    with pytest.raises(TimeoutError):  # compiles what this text needs
        pattern.subn("", text, 0.05)

    begun = time.process_time()
    with pytest.raises(TimeoutError):
        pattern.subn("", text, 0.05)

    assert time.process_time() - begun < 0.2


@pytest.mark.parametrize("source", [r"cust-\d+", r"\w+@\w+", r"(?:a|b){0,9}c", r"[a-z]*[a-z]*\d"])
def test_without_a_clock_a_short_text_is_quick_anyway(source):
    pattern = RulePattern(source)
    length = pattern._untimed_length(0.05)

    begun = time.process_time()
    for letter in "a1 ":
        pattern.subn("", letter * length, 0.05)

    assert length >= 16
    assert time.process_time() - begun < 0.05


@pytest.mark.parametrize("source", ["(a+)+$", r"(?:[a-z]+)*\d", "(x+x+)+y", "(?:a|a)*b", r"\p{L}+"])
def test_a_pattern_without_a_bound_always_runs_under_the_clock(source):
    assert RulePattern(source)._untimed_length(0.05) <= 0


@pytest.mark.parametrize(
    "template", [r"\1", r"\g<1>", r"\g<n>", r"\g<0>", r"\n\t\\", r"\012", r"\0", r"\x", "{0}", "$1"]
)
def test_a_template_means_what_it_means_for_re(template):
    known = re.compile("(?P<n>b+)(z)?")
    pattern = RulePattern(known)
    try:
        expected = known.sub(template, "abbc")
    except re.error:
        with pytest.raises(ValueError, match="template"):
            rule_pattern.check_template(pattern, template)
        return
    rule_pattern.check_template(pattern, template)

    assert pattern.subn(template, "abbc", 5)[0] == expected
