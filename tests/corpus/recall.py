"""Every entity planted in every form in, the share that is gone out; tests and `report` call it."""

from __future__ import annotations

import functools
import itertools
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from otel_redact import create_anonymizer, default_detectors
from otel_redact.anonymizer import Anonymizer
from otel_redact.detectors import DETECTORS
from otel_redact.types import Detector
from tests.corpus.carriers import CARRIERS
from tests.corpus.forms import FORMS, Form
from tests.corpus.template import Planted, plant
from tests.corpus.values import VALUES

__all__ = ["PLAIN_VALUES", "Recall", "lost_in_a_crowd", "measure"]

PLAIN_VALUES = 45
_OTHER_VALUES = 12
_BATCH = 32
_PLACEHOLDER = re.compile(r"\[[A-Z][A-Z0-9_]*\]")
_PIECE = 6


@dataclass(slots=True, kw_only=True)
class Recall:
    """How many values of an entity in one form are gone, and what of the others remains.

    Attributes:
        detector: its name.
        form: the form's name.
        planted: how many values.
        gone: of which no piece remains.
        missed: texts that lost nothing, or not all, with letters and digits masked.
    """

    detector: str
    form: str
    planted: int = 0
    gone: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Return gone ÷ planted."""
        return self.gone / self.planted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    recall: Recall
    form: Form
    planted: Planted
    text: str


def measure(
    names: Sequence[str] | None = None, *, detectors: Sequence[Detector] = DETECTORS
) -> list[Recall]:
    """Return the recall of detectors, by name and form.

    Args:
        names: None: all that have formats.
        detectors: the ones asked about. Those that are on by default run together, each of the
            others alone.
    """
    recalls: list[Recall] = []
    asked = [one for one in detectors if one.name in VALUES and (not names or one.name in names)]
    together = [one for one in asked if one.default]
    recalls += _measure(together, _default_anonymizer())
    for one in asked:
        if not one.default:
            recalls += _measure([one], create_anonymizer([one]))
    return recalls


@functools.cache
def _default_anonymizer() -> Anonymizer:
    return create_anonymizer(default_detectors())


def _measure(
    detectors: Sequence[Detector], anonymize: Callable[[object], list[str]]
) -> list[Recall]:
    cases = [case for one in detectors for case in _cases(one.name)]
    # As many texts at once as a large span has.
    parts = [cases[at : at + _BATCH] for at in range(0, len(cases), _BATCH)]
    redacted = [text for part in parts for text in anonymize([case.text for case in part])]
    for case, text in zip(cases, redacted, strict=True):
        case.recall.planted += 1
        if _remains(case, text):
            case.recall.missed.append(_masked(case.form.read(text), case.planted))
        else:
            case.recall.gone += 1
    recalls = {id(case.recall): case.recall for case in cases}
    return list(recalls.values())


def _cases(name: str) -> Iterator[_Case]:
    formats = VALUES[name]
    for form in FORMS:
        source = random.Random(f"{name}/{form.name}")
        recall = Recall(detector=name, form=form.name)
        wanted = PLAIN_VALUES if form.name == "plain" else _OTHER_VALUES
        carriers = itertools.cycle(CARRIERS)
        # Each format as often as the others, and not less than three times.
        for index in range(max(wanted, 3 * len(formats))):
            planted = plant(formats[index % len(formats)], source)
            if form.fits(planted):
                whole = planted.before + planted.value + planted.after
                before, after = next(one for one in carriers if _holds(one, whole))
                text = form.write(planted, before, after, source)
                yield _Case(recall=recall, form=form, planted=planted, text=text)


def _holds(carrier: tuple[str, str], text: str) -> bool:
    """Whether a text can stand between the carrier's quotes, and its braces, unescaped."""
    sign = carrier[0][-1:]
    return not sign or sign not in "\"'`" or (sign not in text and "\n" not in text)


def _remains(case: _Case, redacted: str) -> bool:
    """Whether a piece of the value, some characters long, can still be read."""
    text = _PLACEHOLDER.sub("\n", case.form.read(redacted))
    original = case.form.read(case.text)
    context = original.replace(case.planted.value, "\n")
    return any(piece in text and piece not in context for piece in _pieces(case.planted.value))


def _pieces(value: str) -> set[str]:
    length = min(len(value), _PIECE)
    return {value[at : at + length] for at in range(len(value) - length + 1)}


def _masked(text: str, planted: Planted) -> str:
    """Return the text around the value with the value's letters and digits as ``a`` and ``0``."""
    shape = re.sub(r"[0-9]", "0", re.sub(r"[A-Za-z]", "a", planted.value))
    known = planted.before[-24:] or (f"{planted.key}: " if planted.key else "")
    whole = planted.value in text
    return f"{known}{shape[:60]!s}{'' if whole else ' (in part)'}"


def lost_in_a_crowd(name: str, count: int) -> int:
    """Return how many of ``count`` values in one text remain that, alone, would be gone.

    Each format has its own text.
    """
    lost = 0
    anonymize = _default_anonymizer()
    for index, form in enumerate(VALUES[name]):
        source = random.Random(f"{name}/{index}")
        values = [plant(form, source) for _ in range(count)]
        if values[0].key or "\n" in values[0].value + values[0].before + values[0].after:
            continue
        text = "\n".join(one.before + one.value + one.after for one in values)
        left = str(anonymize(text))
        remaining = [line for line in text.split("\n") if line in left]
        lost += sum(anonymize(line) != line for line in remaining)
    return lost
