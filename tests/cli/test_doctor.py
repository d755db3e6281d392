"""`otel-redact doctor` names every way for raw data to leave, in real programs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from otel_redact.cli import doctor as doctor_module
from otel_redact.cli.main import main
from tests.program import ROOT, run_python

ENDPOINT = "http://127.0.0.1:9/canary-endpoint"
HEADERS = "authorization=canary-header"
REDACTED = {"OTEL_TRACES_EXPORTER": "otlp_redacted", "OTEL_LOGS_EXPORTER": "otlp_redacted"}
ENABLED = {"OTEL_REDACT_ENABLED": "true"}

SETUPS: dict[str, tuple[dict[str, str], str]] = {
    # name: (variables, function to call)
    "clean": (REDACTED, ""),
    "enabled": (ENABLED, ""),
    "hidden": ({**REDACTED, "OTEL_REDACT_HIDE_INPUTS": "true"}, ""),
    "beside": ({**REDACTED, "OTEL_TRACES_EXPORTER": "otlp_redacted,otlp"}, ""),
    "raw logs": ({**REDACTED, "OTEL_LOGS_EXPORTER": "otlp"}, ""),
    "metrics": ({**REDACTED, "OTEL_METRICS_EXPORTER": "otlp"}, ""),
    "mistyped": ({**REDACTED, "OTEL_REDACT_HIDE_INPUT": "canary"}, ""),
    "bypass": ({**REDACTED, "OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK": "canary"}, ""),
    "bad rules": ({**ENABLED, "OTEL_REDACT_CONFIG_FILE": "bad.yaml"}, ""),
    "bad rules of an exporter": ({**REDACTED, "OTEL_REDACT_CONFIG_FILE": "bad.yaml"}, ""),
    "dry run": ({**REDACTED, "OTEL_REDACT_DRY_RUN": "true"}, ""),
    "few rules": ({**REDACTED, "OTEL_REDACT_RULES": "pii"}, ""),
    "nothing": ({"OTEL_TRACES_EXPORTER": "none", "OTEL_LOGS_EXPORTER": "none"}, ""),
    "sampler": ({**REDACTED, "OTEL_TRACES_SAMPLER": "always_off"}, ""),
    "forgets logs": ({}, "forgets_logs"),
    "covers all": ({}, "covers_all"),
    "modes": ({}, "in_every_mode"),
    "filters": ({}, "filters"),
    "hides": ({}, "hides_what_it_does"),
    "undoes": ({}, "undoes_redaction"),
    "nothing in code": ({}, "sets_nothing_up"),
    "raises": ({}, "raises"),
    "absent": ({}, "absent"),
    "both": (ENABLED, "covers_all"),
}


class Ran:
    """What the doctor printed and returned."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.code = done.returncode
        self.printed = done.stdout + done.stderr
        self.errors = done.stderr
        self.lines = re.sub(r"\n {16}(?=\S)", " ", done.stdout).splitlines()

    def of(self, kind: str) -> list[str]:
        return [line[6:] for line in self.lines if line.startswith(kind)]


def run(setup: tuple[dict[str, str], str], directory: Path) -> Ran:
    variables, function = setup
    (directory / "bad.yaml").write_text("rules: [defualt]\n", encoding="utf-8")
    call = ["--call", f"tests.cli.doctor_application:{function}"] if function else []
    environ = {
        "COLUMNS": "80",
        "OTEL_EXPORTER_OTLP_ENDPOINT": ENDPOINT,
        "OTEL_EXPORTER_OTLP_HEADERS": HEADERS,
        "OTEL_METRICS_EXPORTER": "none",
        **variables,
    }
    if function and not variables:
        del environ["OTEL_METRICS_EXPORTER"]
    return Ran(run_python("-m", "otel_redact.cli", "doctor", *call, cwd=directory, environ=environ))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Ran]]]:
    with ThreadPoolExecutor(3) as pool:
        yield {
            name: pool.submit(run, setup, tmp_path_factory.mktemp("doctor"))
            for name, setup in SETUPS.items()
        }


@pytest.mark.parametrize("name", SETUPS)
def test_neither_values_nor_headers_nor_canaries_are_shown(runs, name) -> None:
    ran = runs[name].result()

    assert "canary" not in ran.printed
    assert "example.com" not in ran.printed
    assert ran.errors == ""
    assert max(map(len, ran.printed.splitlines())) <= 80


@pytest.mark.parametrize("name", ["clean", "enabled", "hidden", "sampler", "covers all", "both"])
def test_a_clean_setup_has_no_gap(runs, name) -> None:
    ran = runs[name].result()

    assert ran.of("gap") == []
    assert ran.code == 0
    assert ran.lines[-1].startswith("no gap")
    assert [line.split()[0] for line in ran.of("ok")] == ["settings", "spans", "logs"]


def test_each_canary_of_the_policy_in_force_is_looked_for(runs) -> None:
    counts = {
        name: [int(n) for n in re.findall(r"(\d+) canaries sent, none arrived raw", printed)]
        for name in ("clean", "hidden", "few rules")
        for printed in [" ".join(runs[name].result().lines)]
    }

    assert counts == {"clean": [16, 6], "hidden": [19, 7], "few rules": [8, 3]}


def test_a_raw_exporter_beside_ours_is_named_with_its_processor_and_a_fix(runs) -> None:
    ran = runs["beside"].result()

    assert ran.code == 1
    (gap,) = ran.of("gap")
    assert gap == (
        "spans     BatchSpanProcessor -> OTLPSpanExporter sends raw spans: nothing of otel_redact "
        "stands in front of it fix: set OTEL_REDACT_ENABLED=true, or have only otlp_redacted in "
        "OTEL_TRACES_EXPORTER or OTEL_CONFIG_FILE"
    )
    assert ran.lines[-1] == "1 gap: see above"


def test_raw_logs_beside_redacted_spans_are_a_gap(runs) -> None:
    ran = runs["raw logs"].result()

    (gap,) = ran.of("gap")
    assert ran.code == 1
    assert gap.startswith("logs      BatchLogRecordProcessor -> OTLPLogExporter sends raw log ")


def test_an_exporter_of_metrics_is_a_note_only(runs) -> None:
    ran = runs["metrics"].result()

    (note,) = ran.of("note")
    assert ran.code == 0
    assert note.startswith("metrics   OTLPMetricExporter sends the attributes")


def test_a_mistyped_variable_is_a_gap_with_the_nearest_name(runs) -> None:
    ran = runs["mistyped"].result()

    assert ran.code == 1
    assert ran.of("gap") == [
        "variable  OTEL_REDACT_HIDE_INPUT means nothing fix: did you mean OTEL_REDACT_HIDE_INPUTS?"
    ]


def test_an_upload_that_bypasses_processors_is_a_gap(runs) -> None:
    ran = runs["bypass"].result()

    (gap,) = ran.of("gap")
    assert ran.code == 1
    assert gap.startswith("upload    OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK is set: ")


@pytest.mark.parametrize(
    ("name", "then"),
    [
        ("bad rules", ["spans     nothing is exported", "logs      nothing is exported"]),
        ("bad rules of an exporter", ["set-up    nothing sets up an OpenTelemetry SDK"]),
    ],
)
def test_settings_that_cannot_be_settled_are_a_gap(runs, name, then) -> None:
    ran = runs[name].result()

    settings, *others = ran.of("gap")
    assert ran.code == 1
    assert settings.startswith('settings  rules: got "defualt", expected ')
    assert settings.endswith('did you mean "default"? (set by file bad.yaml)')
    assert [gap[: len(start)] for gap, start in zip(others, then, strict=True)] == then
    assert all(gap.endswith("fix: see the settings above") for gap in others)


def test_a_dry_run_is_a_gap(runs) -> None:
    ran = runs["dry run"].result()

    assert ran.code == 1
    assert [gap.split(": ", 1)[1] for gap in ran.of("gap")] == [
        "a dry run only counts fix: unset OTEL_REDACT_DRY_RUN",
        "a dry run only counts fix: unset OTEL_REDACT_DRY_RUN",
    ]


def test_what_the_rules_do_not_look_for_is_said(runs) -> None:
    ran = runs["few rules"].result()

    assert ran.code == 0
    assert [line.rpartition("; ")[2] for line in ran.of("ok")[1:]] == [
        "the policy does not look for: API key",
        "the policy does not look for: API key",
    ]


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("nothing", "set OTEL_TRACES_EXPORTER=otlp_redacted"),
        ("nothing in code", "have the function set a tracer provider"),
    ],
)
def test_where_nothing_is_configured_the_doctor_says_what_to_set(runs, name, fix) -> None:
    ran = runs[name].result()

    (gap,) = ran.of("gap")
    assert ran.code == 1
    assert gap.startswith("set-up    nothing sets up an OpenTelemetry SDK that exports")
    assert f"fix: {fix}" in gap


def test_a_function_that_forgets_logs_is_found_out(runs) -> None:
    ran = runs["forgets logs"].result()

    (gap,) = ran.of("gap")
    assert ran.code == 1
    assert gap.startswith("logs      BatchLogRecordProcessor -> OTLPLogExporter sends raw log ")
    assert "fix: call otel_redact.install() once the logger provider is set" in gap
    assert "RedactingLogRecordExporter(OTLPLogExporter(...))" in gap


def test_what_is_sent_in_every_mode_is_watched(runs) -> None:
    ran = runs["modes"].result()

    assert ran.code == 0
    assert [line.partition(": ")[0] for line in ran.of("ok")[1:]] == [
        "spans     RedactingSpanProcessor -> RedactingSpanExporter -> OTLPSpanExporter",
        "spans     RedactingSpanProcessor -> RedactingSpanExporter -> OTLPSpanExporter",
        "spans     RedactingSpanProcessor -> HelperExporter",
    ]
    assert all("16 canaries sent, none arrived raw" in line for line in ran.of("ok")[1:])


def test_an_exporter_that_gets_nothing_is_a_gap(runs) -> None:
    ran = runs["filters"].result()

    (gap,) = ran.of("gap")
    assert ran.code == 1
    assert "Filter -> RedactingSpanExporter -> ConsoleSpanExporter: nothing arrived" in gap


def test_a_processor_that_hides_what_it_does_is_a_gap_unless_install_stands_in_front(runs) -> None:
    raw, covered = runs["hides"].result(), runs["covers all"].result()

    (gap,) = raw.of("gap")
    assert raw.code == 1
    assert gap.startswith("spans     cannot look into Secretive; it gets raw spans")
    assert any(line.startswith("spans     Secretive gets redacted") for line in covered.of("note"))


def test_canaries_that_arrive_in_spite_of_redaction_are_a_gap(runs) -> None:
    ran = runs["undoes"].result()

    (gap,) = ran.of("gap")
    assert ran.code == 1
    assert gap.startswith(
        "spans     BatchSpanProcessor -> Redactor -> ConsoleSpanExporter: arrived raw: e-mail "
        "address (span name, input, output, metadata, attribute, event, exception, status); API key"
    )


def test_a_function_that_raises_is_a_gap_and_one_that_is_not_there_a_wrong_argument(runs) -> None:
    raised, absent = runs["raises"].result(), runs["absent"].result()

    assert raised.code == 1
    assert raised.of("gap")[0].endswith("raises: the function raised ValueError")
    assert absent.code == 2
    assert absent.of("gap")[0].endswith("absent: cannot be imported (AttributeError)")


@pytest.mark.parametrize("call", ["module", "module:", ":function", "a b:c", "a:b:c"])
def test_a_call_of_another_form_is_a_wrong_argument(call, capsys) -> None:
    code = main(["doctor", "--call", call])

    assert code == 2
    assert capsys.readouterr().err.startswith(f"otel-redact: --call: got {call!r}, expected ")


def test_without_a_configurator_the_doctor_says_what_to_install(monkeypatch, capsys) -> None:
    monkeypatch.setattr(doctor_module, "entry_points", lambda group: ())

    code = main(["doctor"])

    assert code == 1
    assert 'pip install "otel-redact[auto]"' in capsys.readouterr().out


def test_a_child_that_reports_nothing_is_a_gap(monkeypatch, capsys) -> None:
    monkeypatch.setattr(doctor_module, "_INSTRUMENT", "import os; os._exit(3)")

    code = main(["doctor"])

    assert code == 1
    assert "ended with exit code 3 before it could report" in capsys.readouterr().out


def test_a_setup_that_does_not_end_is_a_gap(monkeypatch, capsys) -> None:
    monkeypatch.setattr(doctor_module, "_INSTRUMENT", "import time; time.sleep(30)")
    monkeypatch.setattr(doctor_module, "_TIMEOUT_SECONDS", 0.3)

    code = main(["doctor"])

    assert code == 1
    assert "did not end within" in capsys.readouterr().out


def test_a_hide_flag_that_is_no_word_is_a_note(monkeypatch, capsys) -> None:
    monkeypatch.setenv("OTEL_REDACT_HIDE_INPUTS", "ture")
    monkeypatch.setattr(doctor_module, "_live", lambda call: [])

    code = main(["doctor"])

    out, err = capsys.readouterr()
    assert code == 0
    assert "note  settings  OTEL_REDACT_HIDE_INPUTS is neither true" in out
    assert err == ""


def test_the_tests_run_this_checkout() -> None:
    assert Path(doctor_module.__file__).is_relative_to(ROOT)
