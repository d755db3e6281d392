"""What the gate trusts: a text that the probe calls untouched leads to no finding, JSON or not."""

from __future__ import annotations

import json
import random

import pytest

from otel_redact import create_anonymizer
from otel_redact.detectors import DETECTORS
from otel_redact.engines import TriggerEngine
from otel_redact.engines.decoding import DecodingEngine
from otel_redact.types import Detector, Group, Leaf, Trigger

ENGINE = TriggerEngine(DETECTORS)
GLUE = ("\n", "\uac00", "\u00e9", '"', "\\")
"""What JSON spells with letters or digits at the end, or with a backslash."""
BEFORE = ("", "\n", "\t", 'said "', "\u2019", "\u00e9", "x\\", "(", "1 ", "path/")


def _detector(**fields: object) -> Detector:
    return Detector(
        name="one", entity="ONE", group=Group.SECRETS, hits=(), misses=(), source="", **fields
    )


def _spellings(text: str) -> list[str]:
    """Return a text as it stands in JSON, one to four layers deep."""
    layers = [json.dumps({"note": text})]
    layers.append(json.dumps([text], ensure_ascii=False))
    for _ in range(3):
        layers.append(json.dumps({"inner": layers[-1], "outer": layers[0]}))
    return layers


def test_probe_tells_touched_texts_in_order():
    engine = TriggerEngine((_detector(pattern="abc[0-9]", triggers=("abc0",)),))

    assert engine.probe(["none", "abc1", "", "x abc2", "abc"]) == [False, True, False, True, False]


def test_probe_is_not_to_be_had_where_a_detector_has_no_triggers():
    assert TriggerEngine((_detector(pattern="abc"),)).probe(["abc"]) is None
    assert TriggerEngine((_detector(key_pattern="abc"),)).probe(["abc"]) == [False]


@pytest.mark.parametrize(
    "trigger", ["\u756a0", "no\u756a", "\u756a\u53f7", "a\u756abc", "\u756a: 0"]
)
def test_a_trigger_beyond_ascii_is_seen_where_json_escapes_it(trigger):
    engine = TriggerEngine((_detector(pattern=trigger, triggers=(trigger,)),))
    texts = [f"x {trigger} y", "x y", trigger, f"\n{trigger}"]

    assert [bool(one) for one in engine.probe(texts)] == [True, False, True, True]
    for text in (texts[0], texts[2], texts[3]):
        assert all(engine.probe(_spellings(text)))


def test_a_trigger_counts_only_where_what_follows_it_is_as_said():
    token = Trigger("pat", then="pat[a-z0]{3}[.]")
    engine = TriggerEngine((_detector(pattern="pat[a-z0-9]{3}[.]", triggers=(token,)),))
    texts = ["path", "patxy1.", "a pattern.", '["pat12z."]', "patxy"]

    assert engine.probe(texts) == [False, True, False, True, False]
    assert list(map(bool, engine.find(list(map(Leaf, texts))))) == [False, True, False, True, False]


def test_a_trigger_for_keys_counts_in_a_key_only():
    engine = TriggerEngine((_detector(key_pattern="pan", key_triggers=("pan",)),))

    assert engine.probe(['{"pan": 1}', '{"a": "company"}', "pan"]) == [True, False, False]
    assert engine.probe(['{"x": "{\\"pan\\" : 1}"}', '{"pan"\n: 1}']) == [True, True]


@pytest.mark.parametrize("text", [r'["a\/b"]', r'["\u0040"]', r'["\\u0041"]'])
def test_ascii_characters_spelled_as_escapes_count_as_a_trigger(text):
    assert ENGINE.probe([text])[0]


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_probe_sees_every_hit_in_text_and_in_json(detector: Detector):
    engine = TriggerEngine((detector,))
    texts = [*detector.hits]
    texts += [
        spelling
        for hit in detector.hits[:4]
        for before in BEFORE
        for spelling in _spellings(before + hit)
    ]

    touched = engine.probe(texts)

    assert [text for text, is_touched in zip(texts, touched, strict=True) if not is_touched] == []


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_probe_sees_every_key_that_matters(detector: Detector):
    engine = TriggerEngine((detector,))
    unseen = [
        spelling
        for key, text in detector.key_hits
        for spelling in (*_spellings(text), json.dumps({key: text}), json.dumps({key: [1, text]}))
        if (f'{key}"' in spelling or f"{key}\\" in spelling) and not engine.probe([spelling])[0]
    ]

    assert unseen == []


def _glued(hit: str) -> set[str]:
    """Return a hit with escapes for its blanks, behind its signs, and on both sides."""
    signs = [place for place, one in enumerate(hit) if one in " :=(\"'_.,-"]
    return {
        variant
        for glue in GLUE
        for variant in (
            glue + hit + glue,
            hit.replace(" ", glue),
            *(hit[:place] + glue + hit[place + 1 :] for place in signs if hit[place] == " "),
            *(hit[: place + 1] + glue + hit[place + 1 :] for place in signs),
        )
    }


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_probe_sees_what_is_glued_to_an_escape(detector: Detector):
    engine = DecodingEngine((detector,))
    texts = sorted(variant for hit in detector.hits for variant in _glued(hit))
    found = engine.find([Leaf(text) for text in texts])
    spellings = [
        spelling
        for text, findings in zip(texts, found, strict=True)
        if findings
        for once in (json.dumps([text]), json.dumps([text], ensure_ascii=False))
        for spelling in (once, json.dumps({"a": once}))
    ]

    touched = engine.probe(spellings)

    assert [one for one, seen in zip(spellings, touched, strict=True) if not seen] == []


def test_untouched_json_is_what_the_anonymizer_leaves_as_it_is():
    anonymizer = create_anonymizer([*DETECTORS], max_depth=32)
    source = random.Random(7)
    pieces = [piece for one in DETECTORS for piece in (*one.hits, *one.misses)]
    pieces += ["plain words", "a {brace} [1, 2]", 'quotes "here"', "line\nbreak", "\u4f60\u597d"]
    documents = []
    for _ in range(3000):
        texts = source.choices(pieces[-5:], k=3)
        if source.random() < 0.5:
            texts.append(source.choice(BEFORE) + source.choice(pieces))
        names = ["note", "text", "role", "status", "items"] * 8 + ["email", "api_key", "pan"]
        keys = source.choices(names, k=len(texts))
        text = json.dumps([{key: text} for key, text in zip(keys, texts, strict=True)])
        if source.random() < 0.4:
            text = json.dumps({"result": text, "id": 1})
        documents.append(text)
    touched = ENGINE.probe(documents)

    leaked = [
        text
        for text, is_touched in zip(documents, touched, strict=True)
        if not is_touched and anonymizer(text) != text
    ]

    assert leaked == []
    assert 20 < touched.count(False) < len(documents) - 20
