"""Embedded media leave as a description; no byte of them, and no rule reads into them."""

from __future__ import annotations

import base64
import json

import pytest

from otel_redact import RedactionPolicy, redact_text
from otel_redact.detectors import DETECTORS
from otel_redact.engines import TriggerEngine
from otel_redact.types import Leaf
from tests.support import make_span, plain, wire

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40).decode()
WAV = base64.b64encode(b"RIFF\x24\0\0\0WAVEfmt " + bytes(range(256)) * 8).decode()
CANARY = PNG[2000:2400]
SAYS_PNG = r"[image/png 10 KB sha256:"


def _sent(attributes: dict[str, object], **settings: object) -> tuple[dict[str, object], bytes]:
    sent = wire(make_span(attributes), RedactionPolicy(environ={}, **settings))
    return plain(sent.spans()[0].attributes), b"".join(sent.bodies)


def _messages() -> str:
    parts = [
        {"type": "text", "text": "what is this? mail ann@x.example"},
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}},
        {"type": "input_audio", "input_audio": {"data": WAV, "format": "wav"}},
        {"type": "blob", "mime_type": "image/png", "content": PNG},
    ]
    return json.dumps([{"role": "user", "content": parts}])


def test_images_and_sound_in_messages_become_descriptions() -> None:
    attributes, body = _sent({"gen_ai.input.messages": _messages()})

    text, image, sound, blob = json.loads(str(attributes["gen_ai.input.messages"]))[0]["content"]
    assert text["text"] == "what is this? mail [EMAIL_ADDRESS]"
    assert image["image_url"]["url"].startswith(SAYS_PNG)
    assert sound["input_audio"]["data"].startswith("[audio/wav 2 KB sha256:")
    assert blob["content"].startswith(SAYS_PNG)
    assert CANARY.encode() not in body


def test_image_in_markdown_leaves_the_text_around_it() -> None:
    text = redact_text(f"see ![cat](data:image/png;base64,{PNG}) by ann@x.example")

    assert text.startswith(f"see ![cat]({SAYS_PNG}")
    assert text.endswith("]) by [EMAIL_ADDRESS]")


def test_redacting_a_description_again_changes_nothing() -> None:
    once = redact_text(f"a data:image/png;base64,{PNG} b {PNG} c")

    assert redact_text(once) == once
    assert once.count(SAYS_PNG) == 2


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"operator": {"MEDIA": "replace"}}, "[MEDIA]"),
        ({"operator": {"MEDIA": "keep"}}, f"data:image/png;base64,{PNG}"),
        ({"operator": "drop"}, ""),
        ({"exclude_rules": ["media"]}, f"data:image/png;base64,{PNG}"),
        ({"exclude_rules": ["data_uri", "base64_media"]}, f"data:image/png;base64,{PNG}"),
    ],
    ids=["replace", "keep", "drop", "group off", "detectors off"],
)
def test_media_follow_the_policy_for_their_entity(settings, expected: str) -> None:
    attributes, _ = _sent({"image": f"data:image/png;base64,{PNG}"}, **settings)

    assert attributes == {"image": expected}


def test_rules_do_not_read_into_a_payload() -> None:
    payload = "AKIA" + "IOSFODNN7ABCDEFG" + "/" + "ghp" + "_" + "a1B2" * 10
    engine = TriggerEngine(DETECTORS)
    text = "data:application/pdf;base64," + payload * 200

    assert [one.entity for one in engine.find([Leaf(text)])[0]] == ["MEDIA"]
    assert [one.entity for one in engine.find([Leaf(f"{payload} {text} ann@x.example")])[0]][
        -2:
    ] == ["MEDIA", "EMAIL_ADDRESS"]


def test_secrets_beside_a_payload_are_found() -> None:
    token = "gh" + "p_" + "a1B2" * 9

    attributes, body = _sent({"a": f"data:image/png;base64,{PNG} {token}", "b": token})

    assert token.encode() not in body
    assert str(attributes["a"]).endswith("] [GITHUB_TOKEN]")
