"""The parts that both ends of the pipe share: frames, plain values, settings."""

from __future__ import annotations

import collections
import enum
import functools
import os
import pickle
import re
import signal
import threading
from types import MappingProxyType

import pytest

from otel_redact import (
    ConfigError,
    InstrumentationRule,
    Rule,
    create_anonymizer,
    create_secret_anonymizer,
    default_detectors,
)
from otel_redact.decision import settle
from otel_redact.helper_process.frame import FrameError, read_frame, write_frame
from otel_redact.helper_process.plain import plain, plain_bag
from otel_redact.helper_process.settings import HelperSettings, pack_settings, unpack_settings
from otel_redact.helper_process.span_frame import Sent, pack, unpack
from otel_redact.helper_process.trace_pipeline import merged
from otel_redact.pipeline import Pipeline
from otel_redact.policy import RedactionPolicy
from otel_redact.testing import assert_no_leak
from tests.helper_exporters import Nowhere, keep_user
from tests.support import make_span

CANARY = "canary7f3a9c"


@pytest.fixture
def pipe():
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


@pytest.mark.parametrize("length", [0, 1, 65_528, 65_529, 3_000_000])
def test_a_frame_of_any_length_arrives_whole(pipe, length):
    payload = os.urandom(length)
    writer = threading.Thread(target=write_frame, args=(pipe[1], payload))
    writer.start()

    assert read_frame(pipe[0]) == payload
    writer.join()
    os.close(pipe[1])
    assert read_frame(pipe[0]) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"O",
        b"OtR1\5\0\0\0abc",
        b"begins\nnothing",
        b"OtR1\0\0\0\0more",
        b"OtR1\0\0\1\0" + b"x" * 99,
    ],
)
def test_what_is_no_whole_frame_is_an_error(pipe, raw):
    os.write(pipe[1], raw)
    os.close(pipe[1])

    with pytest.raises(FrameError):
        read_frame(pipe[0])


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs SIGPIPE")
def test_a_broken_pipe_ends_no_application_that_wants_to_die_of_its_own(pipe):
    os.close(pipe[0])
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        with pytest.raises(BrokenPipeError):
            write_frame(pipe[1], b"x")

        assert signal.SIGPIPE not in signal.sigpending()
        assert signal.SIGPIPE not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    finally:
        signal.signal(signal.SIGPIPE, before)


class Word(str, enum.Enum):
    A = "a"


class Digit(enum.IntEnum):
    ONE = 1


class Lying(str):
    __slots__ = ()

    def __str__(self):
        return "lie"


class Broken(collections.UserDict):
    def items(self):
        raise ValueError(CANARY)


def endless():
    value = [1]
    value.append(value)
    return value


def wide():
    value = ["x"]
    for _ in range(60):
        value = [value, value]
    return value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Word.A, "a"),
        (Lying("a"), "a"),
        (Digit.ONE, 1),
        (True, True),
        (None, None),
        (bytearray(b"a"), b"a"),
        ([Word.A, (Digit.ONE, 2.5)], ["a", (1, 2.5)]),
        ({Word.A: {"b": Word.A}, 3: 1, None: 2}, {"a": {"b": "a"}, 3: 1, (..., 2): 2}),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (frozenset([Word.A]), frozenset(["a"])),
        (object(), ...),
        (memoryview(b"secret"), ...),
        (1j, ...),
        ([1, object()], [1, ...]),
        (Broken({"a": 1}), ...),
        (endless(), [1, ...]),
        (wide(), ...),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_become_what_marshal_knows_and_their_types_stay(value, expected):
    found = plain(value)

    assert found == expected
    assert type(found) is type(expected)


def test_an_attribute_without_a_text_as_key_stays_one():
    assert plain_bag({Word.A: 1, 5: 2, (1,): 3}) == {"a": 1, 5: 2, (..., 2): 3}


def test_a_span_that_cannot_be_sent_costs_no_other():
    broken = make_span()
    broken._events = None
    failed: list[BaseException] = []

    payload = pack([Sent(span=broken), Sent(span=make_span(name="whole"))], {}, failed.append)

    assert [type(error) for error in failed] == [TypeError]
    sent, _ = unpack(payload, failed.append)
    assert [item.span.name for item in sent] == ["whole"]
    assert len(failed) == 1


def test_copies_take_the_place_of_the_spans_that_were_chosen():
    a, b, c, d = (make_span(name=name) for name in "abcd")

    assert merged([a, b, c, d], [True, False, True, True], [a, d]) == [a, b, d]


def settings(**arguments):
    decisions = settle(RedactionPolicy(environ={}, **arguments))
    return HelperSettings(exporter=Nowhere, decisions=decisions, timeout_millis=5)


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"anonymizer": None},
        {"anonymizer": create_anonymizer([{"pattern": re.compile("CANARY7", re.IGNORECASE)}])},
        {"anonymizer": create_anonymizer([Rule(pattern=r"(?V1)\p{L}+7", replace="<x>")])},
        {"anonymizer": create_anonymizer([*default_detectors(), {"pattern": "x", "name": "n"}])},
        {"anonymizer": create_secret_anonymizer()},
        {"anonymizer": create_anonymizer(str.upper)},
        {"operator": {"EMAIL_ADDRESS": "mask:last=4", "default": "hash"}, "hash_key": "k"},
        {"extra_rules": [Rule(pattern=CANARY)], "cache_bytes": 1000, "engine": "python"},
        {"hide_inputs": keep_user, "hide": ["TOOLS"], "max_value_length": 30},
        {"instrumentations": {"t*": InstrumentationRule(process_inputs=keep_user)}},
        {"hide_inputs": functools.partial(keep_user)},
    ],
    ids=lambda arguments: "-".join(arguments) or "nothing",
)
def test_a_policy_means_the_same_at_the_other_end(arguments):
    sent = settings(**arguments)
    attributes = {
        "gen_ai.prompt": f"mail ann@example.com about {CANARY}, sk-" + "proj-" + "a1B2" * 12,
        "note": f'{{"to": "ann@example.com", "password": "hunter2", "n": "{CANARY}"}}',
        "list": [CANARY, "4111-1111-1111-1111"],
    }

    received = unpack_settings(pack_settings(sent))

    there, here = (
        Pipeline(side.decisions).redact_batch([make_span(attributes)])[0].attributes
        for side in (received, sent)
    )
    assert dict(there) == dict(here)
    assert (received.exporter, received.timeout_millis) == (Nowhere, 5)


def test_a_random_hash_key_is_the_applications():
    operator = {"operator": "hash", "hash_key": None}
    data = pack_settings(settings(**operator))

    from otel_redact.operators import hash as module

    here = settings(**operator).decisions.anonymizer("ann@example.com")
    before, module._PROCESS_KEY = module._PROCESS_KEY, b"another process"
    try:
        there = unpack_settings(data).decisions.anonymizer("ann@example.com")
    finally:
        module._PROCESS_KEY = before
    assert there == here


def test_settings_are_small_and_hold_no_environment(monkeypatch):
    monkeypatch.setenv("CANARY", CANARY)

    data = pack_settings(settings())

    assert len(data) < 20_000
    assert_no_leak(data, [CANARY])
    assert pickle.loads(data).decisions.has_locks is False  # noqa: S301 - made above


def test_a_bound_method_of_a_local_class_is_refused():
    class Local:
        def keep(self, inputs):
            return inputs

    with pytest.raises(ConfigError, match=r"<locals>\.Local is not found by its name"):
        pack_settings(settings(hide_inputs=Local().keep))
