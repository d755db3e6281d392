"""`otel-redact text` redacts a stream, keeps every other byte, never writes what it could not."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator

import pytest

from otel_redact.cli.text import redact_lines, redact_stream

COMMAND = [sys.executable, "-m", "otel_redact.cli", "text"]


class BrokenSource(io.BytesIO):
    def read(self, *_: object) -> bytes:
        raise OSError("canary")

    def __iter__(self) -> Iterator[bytes]:
        yield b"first\n"
        raise OSError("canary")


def pem_block() -> str:
    body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"
    return f"-----BEGIN {'PRIVATE'} KEY-----\n{body}\n-----END {'PRIVATE'} KEY-----\n"


def redacted(content: bytes) -> bytes:
    target = io.BytesIO()
    assert redact_stream(io.BytesIO(content), target) == 0
    return target.getvalue()


def redacted_lines(content: bytes) -> bytes:
    target = io.BytesIO()
    assert redact_lines(io.BytesIO(content), target) == 0
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", b""),
        (b"\n\nx\n", b"\n\nx\n"),
        (b"mail maria@example.com\r\nbye", b"mail [EMAIL_ADDRESS]\r\nbye"),
        ("Zoë: zoe@example.com\n".encode(), "Zoë: [EMAIL_ADDRESS]\n".encode()),
        (b"\xff\xfe maria@example.com \x00", b"\xff\xfe [EMAIL_ADDRESS] \x00"),
    ],
    ids=["nothing", "empty lines", "line ends", "UTF-8", "bytes that are no UTF-8"],
)
def test_only_findings_change(content: bytes, expected: bytes) -> None:
    assert redacted(content) == expected
    assert redacted_lines(content) == expected


def test_a_secret_that_spans_lines_is_seen_whole() -> None:
    out = redacted(f"key:\n{pem_block()}".encode())

    assert b"MIIEvQ" not in out
    assert out.startswith(b"key:\n[")


def test_lines_come_out_one_by_one() -> None:
    flushed = []

    class Target(io.BytesIO):
        def flush(self) -> None:
            flushed.append(self.getvalue())

    redact_lines(io.BytesIO(b"a@example.com\nb\n"), Target())

    assert flushed == [b"[EMAIL_ADDRESS]\n", b"[EMAIL_ADDRESS]\nb\n"]


@pytest.mark.parametrize("redact", [redact_stream, redact_lines], ids=["whole", "lines"])
def test_a_source_that_fails_is_an_error_without_its_text(
    redact: object, capsys: pytest.CaptureFixture[str]
) -> None:
    code = redact(BrokenSource(), io.BytesIO())

    assert code == 1
    assert capsys.readouterr().err == "otel-redact text: not redacted (OSError)\n"


def test_the_command_reads_standard_input() -> None:
    done = subprocess.run(
        COMMAND, input=b"\xffmaria@example.com\n", capture_output=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"\xff[EMAIL_ADDRESS]\n", b"")


def test_the_policy_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_REDACT_EXCLUDE_RULES", "email_address")

    assert redacted(b"maria@example.com") == b"maria@example.com"


def test_a_wrong_setting_writes_nothing_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_REDACT_ON_ERROR", "kepe")

    done = subprocess.run(COMMAND, input=b"maria@example.com", capture_output=True, check=False)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"otel-redact: OTEL_REDACT_ON_ERROR: got ")


@pytest.mark.parametrize("options", [[], ["--lines"]], ids=["whole", "lines"])
def test_a_reader_that_leaves_early_is_no_traceback(options: list[str]) -> None:
    process = subprocess.Popen(
        [*COMMAND, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        process.stdout.close()
        try:
            process.stdin.write(b"maria@example.com\n" * 10_000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        errors = process.stderr.read()

    assert process.returncode == 1
    assert errors == b""
