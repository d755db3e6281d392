"""A size and a seed in, clean text of many kinds out; nothing in it is to be redacted."""

from __future__ import annotations

import base64
import json
import random
import re
import string
import uuid
from collections.abc import Callable, Iterator

from tests.corpus.clean_words import (
    CODE_LINES,
    IDENTIFIER_LINES,
    LINES,
    MODELS,
    OTHER_SCRIPTS,
    SENTENCES,
)

__all__ = ["KINDS", "clean_texts"]

_WORDS_LINES = (
    "orders catalog invoice parser session worker queue handler review storage planner",
    "metrics timeline gallery scheduler widget archive mapper loader printer feature bridge",
    "cursor report",
)
_WORDS = tuple(word for line in _WORDS_LINES for word in line.split())
_CITIES = ("Lisbon", "Rotterdam", "Montreal", "Nairobi", "Osaka", "Krakow", "Valencia")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "August", "Oct", "December")
_DAYS = ("Mon", "Tue", "Wed", "Thursday", "Friday", "Sat", "Sun")
_LETTERS_AND_DIGITS = string.ascii_letters + string.digits


def _hexadecimal(length: int) -> Callable[[random.Random], str]:
    return lambda source: f"{source.getrandbits(4 * length):0{length}x}"


def _text(alphabet: str, length: int) -> Callable[[random.Random], str]:
    return lambda source: "".join(source.choices(alphabet, k=length))


def _base_64(size: int) -> Callable[[random.Random], str]:
    return lambda source: base64.b64encode(source.randbytes(size)).decode().rstrip("=")


def _one_of(texts: tuple[str, ...] | list[str]) -> Callable[[random.Random], str]:
    return lambda source: source.choice(texts)


def _date(source: random.Random) -> str:
    return f"20{source.randint(10, 29)}-{source.randint(1, 12):02d}-{source.randint(1, 28):02d}"


def _moment(source: random.Random) -> str:
    number = source.randrange
    time = f"{number(24):02d}:{number(60):02d}:{number(60):02d}"
    return f"{_date(source)}T{time}" + source.choice((f".{number(1000):03d}Z", "Z", "+02:00"))


_FIELDS: dict[str, Callable[[random.Random], str]] = {
    "count": lambda source: str(source.randint(1000, 99999)),
    "small": lambda source: str(source.randint(2, 99)),
    "two": lambda source: f"{source.randrange(60):02d}",
    "digit": lambda source: str(source.randrange(10)),
    "milli": lambda source: f"{source.randrange(1000):03d}",
    "float": lambda source: f"{source.gauss(0, 1):.{source.randint(2, 17)}f}",
    "price": lambda source: f"{source.uniform(1, 5000):.2f}",
    "order": lambda source: source.choice(("", "ORD-", "#")) + str(source.randint(10**5, 10**8)),
    "year": lambda source: str(source.randint(1950, 2029)),
    "epoch": lambda source: str(source.randint(1_500_000_000, 1_799_999_999)),
    "version": lambda source: ".".join(str(source.randint(0, 30)) for _ in range(3)),
    "account": _text(string.digits, 12),
    "base64": lambda source: base64.b64encode(source.choice(SENTENCES).encode()).decode(),
    "date": _date,
    "iso": _moment,
    "uuid": lambda source: str(uuid.UUID(int=source.getrandbits(128), version=4)),
    "sha1": _hexadecimal(40),
    "sha256": _hexadecimal(64),
    "sha7": _hexadecimal(7),
    "ulid": _text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24),
    "ln24": _text(string.ascii_lowercase + string.digits, 24),
    "url21": _text(_LETTERS_AND_DIGITS + "_", 21),
    "sri384": _base_64(48),
    "sri512": _base_64(64),
    "model": _one_of(MODELS),
    "word": _one_of(_WORDS),
    "city": _one_of(_CITIES),
    "month": _one_of(_MONTHS),
    "weekday": _one_of(_DAYS),
    "thing": _one_of(["standing desk", "espresso machine", "hiking backpack", "reading lamp"]),
    **{f"hex{length}": _hexadecimal(length) for length in (2, 6, 8, 10, 16, 32, 48)},
    **{f"an{length}": _text(_LETTERS_AND_DIGITS, length) for length in (8, 20, 22, 24, 29)},
}
_FIELD = re.compile(rf"\{{({'|'.join(_FIELDS)})\}}")


def _filled(line: str, source: random.Random) -> str:
    text = _FIELD.sub(lambda field: _FIELDS[field[1]](source), line)
    return text.replace("{{", "{").replace("}}", "}")


def _lines(lines: tuple[str, ...], sign: str) -> Callable[[random.Random], str]:
    return lambda source: sign.join(
        _filled(source.choice(lines), source) for _ in range(source.randint(8, 20))
    )


def _markdown(source: random.Random) -> str:
    parts = [f"# {source.choice(_WORDS).title()}", _lines(SENTENCES[:20], " ")(source)]
    parts += ["```python", _lines(CODE_LINES, "\n")(source), "```"]
    parts += [f"- **{source.choice(_WORDS)}**: {_filled(s, source)}" for s in SENTENCES[20:]]
    return "\n\n".join(parts)


def _tool_result(source: random.Random) -> str:
    fill = lambda name: _FIELDS[name](source)  # noqa: E731 - one name for a table of makers
    rows = [
        {
            "id": fill("uuid"),
            "name": source.choice(("get_weather", "Standing desk", "search_orders", "p95")),
            "title": _filled(source.choice(SENTENCES), source),
            "created": int(fill("epoch")),
            "updated_at": fill("iso"),
            "price": float(fill("price")),
            "sha": fill("sha1"),
            "etag": f'W/"{fill("hex32")}"',
            "address": "0x1f",
            "phone": None,
            "email": "",
            "tags": [fill("word"), fill("model")],
            "embedding": [source.gauss(0, 1) for _ in range(6)],
        }
        for _ in range(2)
    ]
    usage = {"prompt_tokens": 812, "completion_tokens": 96, "total_tokens": 908, "max_tokens": 4096}
    logprobs = [
        {"token": word, "logprob": -source.random(), "bytes": list(word.encode())}
        for word in (" the", "Hel", "lo", " 42", "<|end|>", " password", "\n")
    ]
    parameters = {
        "password": {"type": "string", "minLength": 8},
        "token": {"type": "string", "description": "the token of the session"},
        "phone_number": {"type": "string", "format": "E.164"},
    }
    config = {"eos_token": "<|endoftext|>", "bos_token": "<s>", "pad_token": "[PAD]"}
    config |= {"token_type": "bearer", "tokenizer": "cl100k_base", "primary_key": "id"}
    config |= {"api_key": "${API_KEY}", "password": "", "secret": None, "sort_key": "created_at"}
    body = {"object": "list", "model": fill("model"), "data": rows, "usage": usage}
    body |= {"logprobs": {"content": logprobs}, "parameters": parameters, "config": config}
    return json.dumps(body, indent=source.choice((None, 2)), ensure_ascii=False)


KINDS: dict[str, Callable[[random.Random], str]] = {
    "prose": _lines(SENTENCES, " "),
    "code": _lines(CODE_LINES, "\n"),
    "logs": _lines(LINES, "\n"),
    "tool JSON": _tool_result,
    "other scripts": _lines(OTHER_SCRIPTS, "\n"),
    "markdown": _markdown,
    "identifiers": _lines(IDENTIFIER_LINES, "\n"),
}
"""Kind → what makes a text of one to four KB."""


def clean_texts(kind: str, size: int, seed: int = 0) -> Iterator[str]:
    """Yield texts of a kind, of ``size`` UTF-8 bytes together, about."""
    source = random.Random(f"{kind}/{seed}")
    written = 0
    while written < size:
        text = KINDS[kind](source)
        written += len(text.encode())
        yield text
