"""Clean prose, code, results, logs and the interpreter's own sources come out as they went in."""

from __future__ import annotations

import pytest

from tests.corpus.clean import KINDS, clean_texts
from tests.corpus.precision import Change, Precision
from tests.corpus.stdlib import stdlib_texts

SIZES = {"prose": 900_000, "code": 900_000, "logs": 1_200_000, "tool JSON": 900_000}
OTHER_SIZE = 600_000


@pytest.fixture(scope="module")
def precision() -> Precision:
    return Precision()


def listed(changes: list[Change]) -> str:
    return f"{len(changes)} kinds of change\n" + "\n".join(sorted({str(one) for one in changes}))


def test_clean_texts_are_five_megabytes() -> None:
    assert sum(SIZES.get(kind, OTHER_SIZE) for kind in KINDS) >= 5_000_000


@pytest.mark.parametrize("kind", KINDS)
def test_clean_text_stays_as_it_was(precision: Precision, kind: str) -> None:
    size, _, changes = precision.changes(clean_texts(kind, SIZES.get(kind, OTHER_SIZE)))

    assert size >= SIZES.get(kind, OTHER_SIZE)
    if changes:
        pytest.fail(listed(changes), pytrace=False)


def test_sources_of_the_interpreter_stay_as_they_were(precision: Precision) -> None:
    read, found = 0, []
    for _, texts in stdlib_texts():
        size, _, changes = precision.changes(texts)
        read += size
        found += changes

    assert read >= 2_000_000
    if found:
        pytest.fail(listed(found), pytrace=False)
