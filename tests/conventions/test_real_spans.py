"""Every marker in the captured spans stands where the classifier finds its category."""

import json
import pathlib
import re

import pytest

from otel_redact.conventions.classifier import default_classifier
from otel_redact.types import Category

_SPANS = pathlib.Path(__file__).parent.parent / "fixtures" / "spans"
_FILES = (
    "genai_span_and_event",
    "genai_span_only",
    "openai_v2_latest",
    "openinference",
    "traceloop",
    "traceloop_events",
)
_CATEGORIES = {
    Category.INPUT: "USERMARK SYSMARK TOOLDEFMARK TOOLRESMARK IMGMARK URLSIGMARK",
    Category.OUTPUT: "OUTMARK TOOLARGMARK REASONMARK SIGMARK",
    Category.METADATA: "METAMARK USERIDMARK HDRMARK STOPMARK CACHEKEYMARK",
}
_MARKERS = {word: category for category, words in _CATEGORIES.items() for word in words.split()}
_MARKER = re.compile(rf"\b({'|'.join(_MARKERS)})[0-9]?\b")
_SHOWN = Category.INPUT | Category.OUTPUT | Category.METADATA


def _value(any_value):
    if not any_value:
        return None
    kind, content = next(iter(any_value.items()))
    if kind == "kvlistValue":
        return {pair["key"]: _value(pair["value"]) for pair in content.get("values", [])}
    if kind == "arrayValue":
        return [_value(item) for item in content.get("values", [])]
    return content


def _attributes(place):
    return {pair["key"]: _value(pair["value"]) for pair in place.get("attributes", [])}


def _places(capture):
    """Yield (span name, attributes, event decision or None) of spans, events and log records."""
    classifier = default_classifier()
    for resource in (capture["traces"] or {}).get("resourceSpans", []):
        yield "", _attributes(resource["resource"]), None
        for span in (span for scope in resource["scopeSpans"] for span in scope["spans"]):
            yield span["name"], _attributes(span), None
            for event in span.get("events", []):
                yield "", _attributes(event), classifier.event(event["name"])
    for resource in (capture["logs"] or {}).get("resourceLogs", []):
        for record in (log for scope in resource["scopeLogs"] for log in scope["logRecords"]):
            event = classifier.event(record.get("eventName", ""))
            yield "", _attributes(record), event
            yield "", {"": _value(record.get("body"))}, event


def _attribute_mask(key, attributes, event):
    classifier = default_classifier()
    decision = classifier.attribute(key)
    if event is not None and decision.main == Category.UNKNOWN:
        return event.mask
    if decision.role_key:
        role = classifier.role(attributes.get(decision.role_key))
        return decision.mask & ~decision.main | role
    return decision.mask


def _texts(value, mask, *, messages):
    """Yield (text, mask) of every string in a value, JSON texts opened."""
    classifier = default_classifier()
    if isinstance(value, str):
        try:
            inner = json.loads(value)
        except ValueError:
            inner = None
        if isinstance(inner, (dict, list)):
            yield from _texts(inner, mask, messages=messages)
        else:
            yield value, mask
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, mask, messages=messages)
    elif isinstance(value, dict):
        said = {
            name: [value[name]] for name in ("role", "type") if isinstance(value.get(name), str)
        }
        mask = classifier.members(mask, said, in_messages=messages)
        for key, item in value.items():
            below = classifier.child(mask, key)
            yield from _texts(item, below, messages=classifier.is_message_list(key))


def _marked(name):
    """Yield (marker, attribute key, mask) for every marker outside error texts."""
    capture = json.loads((_SPANS / f"{name}.json").read_text())
    for _, attributes, event in _places(capture):
        for key, value in attributes.items():
            mask = _attribute_mask(key, attributes, event)
            if mask & Category.ERROR:
                continue
            lists = default_classifier().is_message_list(key)
            for text, below in _texts(value, mask, messages=lists):
                for marker in _MARKER.findall(text):
                    yield marker, key, below


@pytest.mark.parametrize("name", _FILES)
def test_every_marker_has_its_category(name):
    marked = list(_marked(name))

    assert len(marked) > 50
    assert {(m, key) for m, key, mask in marked if not mask & _MARKERS[m]} == set()


@pytest.mark.parametrize("name", _FILES)
def test_content_is_not_hidden_with_the_other_direction(name):
    """Request parameters are METADATA as a whole; everything else has its own category alone.

    The exception is history: earlier answers are in the input, so either flag hides them.
    """
    also = {
        (marker, key, Category(mask & _SHOWN & ~_MARKERS[marker]))
        for marker, key, mask in _marked(name)
    }

    history = {"TOOLARGMARK"}
    echoed = {"SYSMARK", "TOOLDEFMARK"}
    requests = {"gen_ai.input.messages", "input.value"}
    unexpected = {
        (marker, key, more)
        for marker, key, more in also
        if more
        and not (marker in history and key in requests and more == Category.INPUT)
        and not (marker in echoed and key == "output.value" and more == Category.OUTPUT)
        and not (
            _MARKERS[marker] == Category.METADATA
            and more == Category.INPUT
            and key == "input.value"
        )
        and not (key == "llm.invocation_parameters" and more == Category.METADATA)
    }
    assert unexpected == set()


@pytest.mark.parametrize("name", _FILES)
def test_every_attribute_key_is_named(name):
    capture = json.loads((_SPANS / f"{name}.json").read_text())
    keys = {key for _, attributes, _ in _places(capture) for key in attributes if key}

    unknown = {k for k in keys if default_classifier().attribute(k).main == Category.UNKNOWN}

    assert unknown == set()


@pytest.mark.parametrize("name", _FILES)
def test_every_event_is_named(name):
    capture = json.loads((_SPANS / f"{name}.json").read_text())

    events = [event for _, _, event in _places(capture) if event is not None]

    assert events
    assert default_classifier().event("not one of them") not in events


@pytest.mark.parametrize("name", _FILES)
def test_error_texts_are_errors(name):
    capture = json.loads((_SPANS / f"{name}.json").read_text())

    quoting = {
        key
        for _, attributes, event in _places(capture)
        for key in attributes
        if event is not None and _attribute_mask(key, attributes, event) & Category.ERROR
    }

    assert quoting == {"exception.message", "exception.stacktrace"}


@pytest.mark.parametrize("name", _FILES)
def test_model_names_token_counts_and_ids_are_structure(name):
    capture = json.loads((_SPANS / f"{name}.json").read_text())
    wanted = re.compile(
        r"gen_ai\.(request\.model|response\.(id|model|finish_reasons)|usage\..*|operation\.name)"
        r"|llm\.(model_name|token_count\..*|finish_reason)|server\.(address|port)"
    )
    keys = {
        key for _, attributes, _ in _places(capture) for key in attributes if wanted.fullmatch(key)
    }

    assert len(keys) >= 5
    assert {Category(default_classifier().attribute(key).main) for key in keys} == {
        Category.STRUCTURE
    }


def test_a_marker_is_a_whole_word():
    assert _MARKER.findall("URLSIGMARK CACHEKEYMARK SIGMARK USERMARK2") == [
        "URLSIGMARK",
        "CACHEKEYMARK",
        "SIGMARK",
        "USERMARK",
    ]
