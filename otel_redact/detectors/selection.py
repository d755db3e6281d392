"""Words such as ``OTEL_REDACT_RULES`` has in, detectors out; called by the policy."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points

from otel_redact.detectors import DETECTORS
from otel_redact.errors import ConfigError
from otel_redact.suggestion import nearest
from otel_redact.types import Detector, Group

__all__ = ["ENTRY_POINT_GROUP", "default_detectors", "known_detectors", "select"]

ENTRY_POINT_GROUP = "otel_redact_detector"
"""Third parties name a ``Detector`` instance, or a sequence of them, under this group."""


def default_detectors() -> tuple[Detector, ...]:
    """Return the detectors that work when nothing is configured, in catalogue order.

    Raises:
        ConfigError: a third party's entry point is broken.
    """
    return select(("default",))


def select(rules: Sequence[str], exclude: Sequence[str] = ()) -> tuple[Detector, ...]:
    """Return the detectors that ``rules`` name and ``exclude`` does not, in catalogue order.

    Args:
        rules: words, in any case: a group (``secrets``, ``pii``, ``network``, ``crypto``,
            ``media``, ``identifiers``), ``default`` (every detector that is on by default),
            ``all``, ``none`` (adds nothing), or a detector's name. No words: no detectors.
        exclude: words of the same kind.

    Raises:
        ConfigError: an unknown word, or a third party's entry point is broken.
    """
    known = known_detectors()
    wanted = _names(rules, known) - _names(exclude, known)
    return tuple(detector for detector in known if detector.name in wanted)


def _names(words: Iterable[str], known: Sequence[Detector]) -> set[str]:
    meanings = _meanings(known)
    names: set[str] = set()
    for word in words:
        normal = word.strip().lower()
        if normal not in meanings:
            raise ConfigError(_unknown_word_message(word, meanings))
        names |= meanings[normal]
    return names


def _meanings(known: Sequence[Detector]) -> dict[str, set[str]]:
    meanings = {detector.name: {detector.name} for detector in known}
    for group in Group:
        meanings[group.value] = {d.name for d in known if d.group is group}
    meanings["default"] = {d.name for d in known if d.default}
    meanings["all"] = {d.name for d in known}
    meanings["none"] = set()
    return meanings


def _unknown_word_message(word: str, meanings: Iterable[str]) -> str:
    close = nearest(word.strip().lower(), meanings)
    hint = f'; did you mean "{close}"?' if close else ""
    groups = ", ".join(group.value for group in Group)
    return f'rules: got "{word}", expected {groups}, default, all, none or a detector\'s name{hint}'


@functools.lru_cache(1)  # asking every installed package takes 10 ms, and policies are many
def known_detectors() -> tuple[Detector, ...]:
    """Return the catalogue and what installed packages add to it, looked up once.

    Raises:
        ConfigError: a third party's entry point is broken.
    """
    known = {detector.name: detector for detector in DETECTORS}
    for entry_point in entry_points(group=ENTRY_POINT_GROUP):
        for detector in _load(entry_point):
            if detector.name in known:
                raise ConfigError(
                    f'{ENTRY_POINT_GROUP}: entry point "{entry_point.name}" brings a detector '
                    f'named "{detector.name}", which exists already; give it another name'
                )
            known[detector.name] = detector
    return tuple(known.values())


def _load(entry_point: EntryPoint) -> tuple[Detector, ...]:
    try:
        loaded: object = entry_point.load()
    except Exception as error:  # noqa: BLE001 - a third party's module
        raise ConfigError(
            f'{ENTRY_POINT_GROUP}: entry point "{entry_point.name}" failed with '
            f"{type(error).__name__}; repair or uninstall the package that has it"
        ) from None
    detectors = (loaded,) if isinstance(loaded, Detector) else loaded
    if not isinstance(detectors, tuple | list) or not all(
        isinstance(detector, Detector) for detector in detectors
    ):
        raise ConfigError(
            f'{ENTRY_POINT_GROUP}: entry point "{entry_point.name}" is a {type(loaded).__name__}, '
            "expected a Detector or a tuple of them"
        )
    return tuple(detectors)
