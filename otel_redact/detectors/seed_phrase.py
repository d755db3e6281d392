"""Seed phrases of wallets: twelve to twenty-four plain words behind the name for them."""

from __future__ import annotations

import re

from otel_redact.detectors.boundary import KEY_START, WORD_START
from otel_redact.types import Detector, Group

__all__ = ["SEED_PHRASE"]

_NAMES = (
    *(
        first + sign + second
        for first in ("seed", "recovery", "backup", "secret", "wallet")
        for sign in ("", " ", "_", "-")
        for second in ("phrase", "words")
    ),
    "mnemonic",
)
_NAME = (
    r"(?:(?:seed|recovery|backup|secret|wallet)[ _-]?(?:phrase|words)"
    r"|mnemonic(?:[ _-]?(?:phrase|words))?)"
)
_PHRASE = (
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
)
_COUNTS = (12, 24)
_WORD = re.compile("[A-Za-z]+")
# Frequent English words of three to eight letters that the word list does not have.
_FREQUENT = (
    "the and are was were for with from not but have has had its which those these been their them "
    "than into also only his her our who whom each both such would could very some most because "
    "must being does did don per"
)
_NOT_LISTED = frozenset(_FREQUENT.split())
_UNLISTED = rf"(?!(?:{'|'.join(_FREQUENT.split())})(?![a-z]))"


def _is_phrase(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) >= _COUNTS[0] and _NOT_LISTED.isdisjoint(words)


def _is_whole_phrase(text: str) -> bool:
    words = text.replace(",", " ").split()
    return (
        _COUNTS[0] <= len(words) <= _COUNTS[1]
        and all(word.isalpha() and 3 <= len(word) <= 8 for word in words)
        and _is_phrase(text)
    )


# The list of 2048 words is others' text, so the words are known by their lengths, three to eight
# letters, by what says that they are coming, and by the frequent words that the list lacks.
SEED_PHRASE = Detector(
    name="seed_phrase",
    entity="SEED_PHRASE",
    group=Group.CRYPTO,
    pattern=(
        rf"{WORD_START}(?i:{_NAME})"
        r"(?:[ ](?i:is|was|are|were))?(?:[ \t]{0,2}\([^()\r\n]{0,24}\))?(?:\\{0,3}[\"'`\])]){0,2}"
        r"[ \t]{0,4}(?:[:=,-]{1,2}[ \t]{0,4})?(?:\r?\n[ \t]{0,4}){0,2}(?:\\{0,3}[\"'`\[(]){0,2}"
        r"(?P<value>(?:[0-9]{1,2}[.:)][ ]?)?[A-Za-z]{3,8}+"
        r"(?:(?:[ \t\r\n,|]|\\[nrt]){1,4}(?:[0-9]{1,2}[.:)]?[ ]?)?"
        rf"{_UNLISTED}[a-z]{{3,8}}+(?![A-Za-z])){{11,23}})"
    ),
    triggers=_NAMES,
    key_pattern=KEY_START + _NAME,
    key_triggers=tuple(name for name in _NAMES if " " not in name),
    validate=_is_phrase,
    validate_key_value=_is_whole_phrase,
    priority=60,
    hits=(
        "seed phrase: " + _PHRASE[0],
        'mnemonic = "' + _PHRASE[1] + '"',
        "my recovery phrase is " + _PHRASE[0] + ".",
        "Secret phrase (12 words):\n" + _PHRASE[1],
        "SEED_PHRASE=" + _PHRASE[0],
        "seed phrase: " + _PHRASE[0] + " for the next call",
        "backup words: " + " ".join(f"{n}. {w}" for n, w in enumerate(_PHRASE[1].split(), 1)),
    ),
    misses=(
        "seed phrase: legal winner thank year wave",
        "mnemonic helps people remember things that they would otherwise forget every day",
        "A recovery phrase consists of 12 or 24 words",
        "seed phrase = generate_mnemonic(strength=128)",
        _PHRASE[0],
    ),
    key_hits=(("mnemonic", _PHRASE[0]), ("wallet.seedPhrase", _PHRASE[1])),
    key_misses=(
        ("mnemonic", "MOV"),
        ("mnemonic_language", _PHRASE[0]),
        ("seed", _PHRASE[0]),
        ("mnemonic", "Every good boy deserves fudge, is what all of us had to learn at school"),
    ),
    source="https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki (2026-11-24)",
)
