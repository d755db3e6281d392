"""The page of this folder names what the tests of this folder run."""

from __future__ import annotations

from pathlib import Path

from tests.faults.report import INSIDE, names_in, program_names, server_names

PAGE = Path(__file__).with_name("README.md")
ROOT = Path(__file__).resolve().parents[2]


def test_the_page_has_a_row_for_each_fault_and_each_program():
    page = PAGE.read_text()

    heads = {"fault", "program", "inside", "---"}
    inside = names_in(INSIDE.read_text())
    assert [name for name in names_in(page) if name not in heads] == [
        *server_names(),
        *program_names(),
        *(name for name in inside if name not in heads),
    ]


def test_no_row_of_the_page_shows_a_raw_byte():
    first, second, _ = PAGE.read_text().split("\n## ")[1:]
    rows = [line for part in (first, second) for line in part.splitlines() if line[:2] == "| "]
    numbers = [line.strip("| ").split(" | ")[-1] for line in rows]

    assert {number for number in numbers if number.isdecimal()} == {"0"}


def test_every_test_file_that_the_page_names_exists():
    named = [word for word in INSIDE.read_text().split("`") if word.startswith("tests/")]

    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []
