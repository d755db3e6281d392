"""`otel-redact demo` shows the main job on loopback alone and fails when a secret leaves."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from otel_redact.cli.main import main
from otel_redact.cli.planted import EMAIL, PLANTED
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.testing import find_leaks


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "FORCE_COLOR",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")


def run_demo(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["demo", *arguments])
    return code, capsys.readouterr().out


def without_timing(output: str) -> str:
    return re.sub(r"[0-9]+\.[0-9]+ ms redaction per span *", "", output)


def test_every_planted_secret_is_shown_before_and_none_is_exported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, output = run_demo(capsys)

    assert code == 0
    assert f"0 of {len(PLANTED)} raw secrets found" in output
    assert "9 spans exported" in output
    for placeholder in ("EMAIL_ADDRESS", "OPENAI_API_KEY", "CREDIT_CARD", "SLACK_TOKEN"):
        assert f"[{placeholder}]" in output


@pytest.mark.parametrize(
    "place", ["resource", "attribute", "event 1", "link", "status", "span       name"]
)
def test_every_place_that_carries_text_is_shown(
    capsys: pytest.CaptureFixture[str], place: str
) -> None:
    _, output = run_demo(capsys)

    assert any(line.startswith(place) for line in output.splitlines())


def test_the_lines_fit_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    _, output = run_demo(capsys)

    assert max(map(len, output.splitlines())) <= 120


def test_the_output_is_the_same_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    _, first = run_demo(capsys)
    _, second = run_demo(capsys)

    assert without_timing(first) == without_timing(second)


def test_a_secret_that_leaves_is_named_by_its_kind_and_fails_the_demo(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_REDACT_EXCLUDE_RULES", "us_ssn")

    code, output = run_demo(capsys)

    assert code == 1
    assert f"1 of {len(PLANTED)} raw secrets found" in output
    assert "exported bytes: SSN" in output


def test_hidden_inputs_are_shown_as_removed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "true")

    code, output = run_demo(capsys)

    assert code == 0
    assert "policy: hide_inputs=true" in output
    assert re.search(r"gen_ai\.input\..*\(removed\) +hidden", output)


def test_masked_values_are_shown_as_changed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_REDACT_OPERATOR", "mask:last=4")

    code, output = run_demo(capsys)

    assert code == 0
    assert re.search(r"found: changed [0-9]+", output)


def test_a_proxy_in_the_environment_does_not_catch_loopback_calls(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)

    code, _ = run_demo(capsys)

    assert code == 0


def test_a_disabled_sdk_is_said_to_be_the_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_SDK_DISABLED", "true")

    code = main(["demo"])

    assert code == 1
    assert capsys.readouterr().err == (
        "otel-redact demo: spans did not arrive; is OTEL_SDK_DISABLED set?\n"
    )


@pytest.mark.parametrize("protocol", ["grpc", "http/protobuf"])
def test_the_named_service_gets_the_redacted_spans_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, protocol: str
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "10")
    with OtlpReceiver() as service:
        endpoint = service.grpc_endpoint if protocol == "grpc" else service.http_endpoint
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)

        code, output = run_demo(capsys)

        assert service.wait_for(9, timeout_seconds=5)
    assert code == 0
    assert f"also sent, redacted, to {endpoint} ({protocol})" in output
    assert find_leaks(service.bodies, list(PLANTED.values())) == []


def test_a_service_that_does_not_listen_is_one_line_without_its_credentials(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:canary@127.0.0.1:9")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")

    code = main(["demo"])

    output, errors = capfd.readouterr()
    assert code == 0
    assert "could not be sent to http://127.0.0.1:9 (http/protobuf)" in output
    assert "canary" not in output
    assert errors == ""


def test_an_empty_endpoint_variable_sends_nowhere_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", " ")

    _, output = run_demo(capsys)

    assert "also sent" not in output
    assert "could not be sent" not in output


def test_no_thread_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())

    run_demo(capsys)

    left = [thread for thread in threading.enumerate() if thread not in before]
    # The instrumentor's own waits for streams that nobody reads to their end, once per process.
    assert {thread.name for thread in left if thread.is_alive()} <= {"otel-redact-abandoned"}


def test_the_page_has_everything_escaped_and_loads_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "demo.html"

    code, output = run_demo(capsys, "--html", str(page))

    text = page.read_text(encoding="utf-8")
    assert code == 0
    assert output.endswith(f"written: {page}\n")
    assert f"<del>{EMAIL}</del>" in text
    assert "<ins>[EMAIL_ADDRESS]</ins>" in text
    assert "0 of 14" in text
    assert "prefers-color-scheme: dark" in text
    assert re.findall(r"<(?:script|link|img|iframe)|src=|href=|@import|url\(", text) == []


def test_a_page_that_cannot_be_written_is_an_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = main(["demo", "--html", str(tmp_path / "absent" / "demo.html")])

    assert code == 2
    assert capsys.readouterr().err.endswith("FileNotFoundError\n")


@pytest.mark.parametrize("package", ["rich", "openai"])
def test_a_missing_extra_is_named(package: str) -> None:
    program = (
        f"import sys; sys.modules[{package!r}] = None;"
        "from otel_redact.cli.main import main; sys.exit(main(['demo']))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr == 'otel-redact demo needs: pip install "otel-redact[demo]"\n'
