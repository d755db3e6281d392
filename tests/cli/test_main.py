"""The command line's subcommands, exit codes and the table of settings."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from otel_redact.cli.main import main


def test_config_says_where_each_value_comes_from(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "yes")

    code = main(["config"])

    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert lines[0] == ["setting", "value", "from"]
    assert ["hide_inputs", "true", "environment", "OTEL_REDACT_HIDE_INPUTS"] in lines
    assert ["hide_outputs", "false", "default"] in lines


def test_config_shows_what_looks_for_triggers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = {}
    for engine in ("", "python"):
        monkeypatch.setenv("OTEL_REDACT_ENGINE", engine)
        main(["config"])
        rows = capsys.readouterr().out.splitlines()
        (lines[engine],) = [row.split() for row in rows if row.startswith("engine")]

    assert lines[""][:2] == ["engine", "auto"]
    assert lines[""][2] in {"(hyperscan)", "(ahocorasick)", "(re2)", "(python)"}
    assert lines["python"] == ["engine", "python", "environment", "OTEL_REDACT_ENGINE"]


def test_config_names_the_policy_file_and_its_lock(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text("locked: true\nmax_depth: 7\n", encoding="utf-8")
    monkeypatch.setenv("OTEL_REDACT_CONFIG_FILE", str(file))

    main(["config"])

    row = next(line for line in capsys.readouterr().out.splitlines() if "max_depth" in line)
    assert row.split(maxsplit=2) == ["max_depth", "7", f"file {file} (locked)"]


def test_config_never_shows_the_hash_key(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_REDACT_HASH_KEY", "canary-of-32-characters-or-so-xxx")

    main(["config"])

    output = capsys.readouterr().out
    assert "canary" not in output
    assert ["hash_key", "set", "environment", "OTEL_REDACT_HASH_KEY"] in [
        line.split() for line in output.splitlines()
    ]


def test_a_wrong_setting_is_exit_code_two(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_REDACT_MAX_DEPTH", "deep")

    code = main(["config"])

    assert code == 2
    assert capsys.readouterr().err.startswith("otel-redact: OTEL_REDACT_MAX_DEPTH: got ")


@pytest.mark.parametrize("arguments", [[], ["unknown"], ["text", "--unknown"]])
def test_wrong_arguments_are_exit_code_two(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert "usage: otel-redact" in capsys.readouterr().err


def test_version_is_the_distributions(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        expected = metadata.version("otel-redact")
    except metadata.PackageNotFoundError:
        expected = "(not installed)"

    with pytest.raises(SystemExit) as caught:
        main(["--version"])

    assert caught.value.code == 0
    assert capsys.readouterr().out == f"otel-redact {expected}\n"


def test_text_and_config_load_neither_servers_nor_extras() -> None:
    program = (
        "import sys; from otel_redact.cli.main import main; main(['config']);"
        "sys.exit(sum(name in sys.modules for name in ('rich', 'openai', 'grpc', 'http.server')))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert done.returncode == 0
