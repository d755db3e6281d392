"""What was typed and measured in, a result as JSON out; called by every program here."""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import platform
import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

__all__ = ["option_parser", "typed", "versions", "write"]


def option_parser(program: str, description: str | None) -> argparse.ArgumentParser:
    """Return a parser of the options that every program has."""
    parser = argparse.ArgumentParser(prog=program, description=description)
    parser.add_argument("--out", type=Path, help="write the raw result there, as JSON")
    parser.add_argument("--quick", action="store_true", help="tiny counts: only shows that it runs")
    return parser


def typed(program: str, arguments: Sequence[str]) -> str:
    """Return the command that was typed; of a path elsewhere the file's name alone."""
    words = (PurePath(word) for word in arguments)
    shown = (word.name if word.is_absolute() else word.as_posix() for word in words)
    return " ".join(("python", program, *shown))


def versions(packages: Sequence[str]) -> dict[str, str]:
    """Return the versions of the interpreter, the system and these packages."""
    found = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
    }
    for package in packages:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = "not installed"
    return found


def write(result: Mapping[str, object], path: Path | None) -> None:
    """Write indented JSON with each list of numbers on one line; None: nowhere."""
    if path is None:
        return
    text = json.dumps(result, indent=1, sort_keys=False)
    text = re.sub(r"\[[-+.,eE0-9\s]*\]", lambda found: "".join(found[0].split()), text)
    path.write_text(text + "\n", encoding="utf-8")
