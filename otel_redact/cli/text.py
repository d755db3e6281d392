"""Bytes from one stream in, redacted bytes to another out; `otel-redact text` calls it."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from otel_redact import redact_text
from otel_redact.errors import ConfigError

__all__ = ["redact_lines", "redact_stream"]

_FAILED_LINE = b"[REDACTED]"


def redact_stream(source: BinaryIO, target: BinaryIO) -> int:
    """Redact everything at once, so a secret that spans lines is seen whole.

    Args:
        source: read to its end; UTF-8, other bytes pass through as they are.
        target: gets the redacted text, or nothing when redaction fails.

    Returns:
        The exit code: 0, or 1 when it failed; the message names the kind of error only.

    Raises:
        ConfigError: a variable or the policy file cannot be read.
    """
    try:
        redacted = _redact(source.read())
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 - nothing raw is written, whatever went wrong
        print(f"otel-redact text: not redacted ({type(error).__name__})", file=sys.stderr)
        return 1
    return 0 if _write(target, redacted) else 1


def redact_lines(source: BinaryIO, target: BinaryIO) -> int:
    """Redact line by line as they come, for pipes; a secret that spans lines is not seen.

    Args:
        source: read until it ends; UTF-8, other bytes pass through as they are.
        target: gets each redacted line, flushed; ``[REDACTED]`` for one that failed.

    Returns:
        The exit code: 0, or 1 when a line failed or nobody reads the target any more.

    Raises:
        ConfigError: a variable or the policy file cannot be read.
    """
    failed = 0
    try:
        for line in source:
            content = line.rstrip(b"\r\n")
            redacted = _redact_or_none(content)
            if redacted is None:
                failed += 1
                redacted = _FAILED_LINE
            if not _write(target, redacted + line[len(content) :]):
                return 1
    except OSError as error:
        print(f"otel-redact text: not redacted ({type(error).__name__})", file=sys.stderr)
        return 1
    if failed:
        print(f"otel-redact text: {failed} lines could not be redacted", file=sys.stderr)
    return 1 if failed else 0


def _redact(content: bytes) -> bytes:
    text = content.decode("utf-8", "surrogateescape")
    return redact_text(text).encode("utf-8", "surrogateescape")


def _redact_or_none(content: bytes) -> bytes | None:
    try:
        return _redact(content)
    except ConfigError:
        raise
    except Exception:  # noqa: BLE001 - one line is lost, the pipe lives on
        return None


def _write(target: BinaryIO, content: bytes) -> bool:
    """Write and flush; return False when the reader has gone."""
    try:
        target.write(content)
        target.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit, which must not fail a second time.
        if target is sys.stdout.buffer:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True
