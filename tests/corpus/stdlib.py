"""The interpreter's own sources, in pieces: prose and code that nobody wrote for a test."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["stdlib_texts"]

_MODULES = (
    *("pydoc_data.topics", "argparse", "ast", "asyncio.base_events", "asyncio.tasks", "bisect"),
    *("calendar", "codecs", "collections", "concurrent.futures.process", "configparser", "copy"),
    *("csv", "dataclasses", "datetime", "difflib", "dis", "doctest", "email.message", "enum"),
    *("fractions", "functools", "getpass", "gettext", "glob", "gzip", "heapq", "hmac"),
    *("html.parser", "http.cookiejar", "inspect", "json.decoder", "locale"),
    *("logging", "logging.handlers", "mimetypes", "netrc", "numbers", "optparse", "pathlib"),
    *("pickle", "pickletools", "pprint", "random", "secrets", "shlex", "shutil"),
    *("sqlite3.dbapi2", "statistics", "string", "subprocess", "tarfile", "tempfile", "textwrap"),
    *("threading", "timeit", "token", "tokenize", "traceback", "turtle", "typing", "urllib.parse"),
    *("unittest.mock", "urllib.request", "warnings", "weakref", "xml.dom.minidom", "zipfile"),
)


_TRUE = re.compile(
    # What a line of these sources says of its author, or shows as an example of an address, is to
    # be found: such lines are left out. Everything else in the sources is clean.
    r"[a-z]@(?:[a-z-]+\.)+(?:com|org|net|edu|ca|de|at|se|nz|travel)\b|127\.0\.0\.1|fe80::|geheim"
)


def stdlib_texts() -> Iterator[tuple[str, list[str]]]:
    """Yield each module's name and its source in pieces of a hundred lines."""
    for name in _MODULES:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
            continue
        source = Path(spec.origin).read_text(encoding="utf-8")
        lines = [line for line in source.splitlines(keepends=True) if not _TRUE.search(line)]
        yield name, ["".join(lines[at : at + 100]) for at in range(0, len(lines), 100)]
