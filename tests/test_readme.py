"""What the README says is so: its blocks run, its tables are the code's, its links lead on."""

import ast
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from otel_redact import environment_variables
from otel_redact.cli.detectors_table import detectors_page
from otel_redact.cli.main import main
from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.config import _ALIASES, _VARIABLES, effective_settings
from otel_redact.conventions import CONVENTIONS
from otel_redact.detectors import DETECTORS
from otel_redact.testing import assert_no_leak
from tests.program import ROOT, run_python

README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE))


def code_blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def table_rows(section: str) -> list[list[str]]:
    """Return the cells of a section's only table, without its heading."""
    lines = [line for line in SECTIONS[section].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def python_blocks() -> Iterator[tuple[str, str]]:
    for section, text in SECTIONS.items():
        for number, block in enumerate(code_blocks("python", text), start=1):
            yield f"{section} {number}", block


BLOCKS = dict(python_blocks())


@pytest.fixture
def receiver() -> Iterator[OtlpReceiver]:
    with OtlpReceiver(http=False) as listening:
        yield listening


def run_block(block: str, receiver: OtlpReceiver, cwd: Path) -> str:
    """Run a block that must succeed without a word on standard error; return its output."""
    (policy,) = code_blocks("yaml", SECTIONS["Policy file"])
    (cwd / "policy.yaml").write_text(policy, encoding="utf-8")
    environ = {"OTEL_EXPORTER_OTLP_ENDPOINT": receiver.grpc_endpoint}

    done = run_python("-c", block, cwd=cwd, environ=environ)

    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("block", BLOCKS.values(), ids=list(BLOCKS))
def test_a_block_runs_and_prints_what_it_says(block, receiver, tmp_path):
    said = re.findall(r"^# → (.*)$", block, re.MULTILINE)

    assert run_block(block, receiver, tmp_path).splitlines() == said


def test_the_blocks_are_found_and_some_print():
    assert len(BLOCKS) >= 10
    assert sum("# → " in block for block in BLOCKS.values()) >= 5
    assert len(re.findall(r"^```python$", README, re.MULTILINE)) == len(BLOCKS)


def test_the_quickstart_sends_redacted_spans(receiver, tmp_path):
    secret = "ann@example.com"
    application = f"""
with trace.get_tracer("my.app").start_as_current_span("chat {secret}") as span:
    span.set_attribute("gen_ai.prompt", "I am {secret}")
provider.shutdown()
"""

    run_block(BLOCKS["Quickstart 1"] + application, receiver, tmp_path)

    assert [span.name for span in receiver.spans()] == ["chat [EMAIL_ADDRESS]"]
    assert_no_leak(receiver.bodies, [secret])


@pytest.mark.skipif(
    importlib.util.find_spec("opentelemetry.configuration") is None,
    reason="this OpenTelemetry reads no configuration file",
)
def test_the_configuration_file_sends_redacted_spans(tmp_path):
    secret = "ann@example.com"
    (configuration,) = code_blocks("yaml", SECTIONS["Zero code"])
    (policy,) = code_blocks("yaml", SECTIONS["Policy file"])
    (tmp_path / "policy.yaml").write_text(policy, encoding="utf-8")
    instrument = "from opentelemetry.instrumentation.auto_instrumentation import run; run()"
    application = f"""
from opentelemetry import trace
trace.get_tracer("my.app").start_span("chat {secret}").end()
"""
    with OtlpReceiver(grpc=False) as receiver:
        (tmp_path / "otel.yaml").write_text(
            configuration.replace("http://127.0.0.1:4318", receiver.http_endpoint), encoding="utf-8"
        )
        environ = {"OTEL_CONFIG_FILE": str(tmp_path / "otel.yaml"), "API_KEY": "letmein"}

        done = run_python(
            "-c", instrument, sys.executable, "-c", application, cwd=tmp_path, environ=environ
        )

    assert done.returncode == 0
    assert [span.name for span in receiver.spans()] == ["chat ***********.com"]
    assert receiver.headers[0]["x-api-key"] == "letmein"
    assert_no_leak(receiver.bodies, [secret])


def test_the_first_two_commands_are_the_ones_that_ci_runs():
    setup = 'python3 -m venv .venv && .venv/bin/pip install -q -e ".[{}]" && .venv/bin/{}\n'
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert code_blocks("sh")[:2] == [
        setup.format("demo", "otel-redact demo"),
        setup.format("test", "python -m pytest -n auto"),
    ]
    assert re.search(r"^step \"demo: .*\n.*\$\(readme_block 1\)", ci, re.MULTILINE)
    assert re.search(r"^step \"all tests: .*\n.*\$\(readme_block 2\)", ci, re.MULTILINE)


def test_the_commands_exist(capsys):
    commands = set(re.findall(r"^otel-redact ([a-z]+)", "\n".join(code_blocks("sh")), re.MULTILINE))

    for command in commands:
        with pytest.raises(SystemExit) as stopped:
            main([command, "--help"])
        assert stopped.value.code == 0

    assert commands == {"demo", "text", "config", "detectors", "doctor"}
    assert "usage: otel-redact" in capsys.readouterr().out


def variables_that_are_read() -> set[str]:
    """Return the variables whose constants the code uses; mentions in texts do not count."""
    names: set[str] = set()
    for package in ("otel_redact", "instrumentation"):
        for path in (ROOT / package).rglob("*.py"):
            if path.name == "environment_variables.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                name = getattr(node, "attr", None) or getattr(node, "id", None)
                if name and hasattr(environment_variables, name) and name.startswith("OTEL_"):
                    names.add(getattr(environment_variables, name))
    return names


def test_the_environment_table_has_exactly_the_variables_that_are_read():
    listed = [row[0].strip("`") for row in table_rows("Environment")]

    assert len(listed) == len(set(listed))
    assert set(listed) == variables_that_are_read()
    assert set(_VARIABLES.values()) <= set(listed)


def test_the_environment_table_has_the_defaults():
    names = {variable: name for name, variable in _VARIABLES.items()}
    defaults = {setting.name: setting.value for setting in effective_settings({})}
    table = {row[0].strip("`"): row[1].strip("`") for row in table_rows("Environment")}

    expected = {variable: defaults[name] for variable, name in names.items()}

    assert table == {
        **expected,
        environment_variables.OTEL_REDACT_CONFIG_FILE: "(none)",
        environment_variables.OTEL_REDACT_ENABLED: "false",
    }


def test_every_alias_is_named():
    named = re.findall(
        r"`((?:LANGSMITH|LANGCHAIN|OPENINFERENCE)_HIDE_[A-Z]+)`", SECTIONS["Environment"]
    )

    assert sorted(named) == sorted(alias for aliases in _ALIASES.values() for alias in aliases)


def test_the_detectors_table_counts_the_groups():
    listed = {row[0].strip("`"): int(row[1]) for row in table_rows("Detectors")}

    assert listed == dict(Counter(detector.group.value for detector in DETECTORS))
    off = [f"`{detector.name}`" for detector in DETECTORS if not detector.default]
    assert f"on by default but {' and '.join(off)}." in SECTIONS["Detectors"]


def test_the_catalogue_page_is_what_the_command_writes():
    page = (ROOT / "otel_redact/detectors/README.md").read_text("utf-8")

    assert page == detectors_page() + "\n"


def test_every_convention_is_named():
    words = {
        "gen_ai": "OpenTelemetry GenAI",
        "openinference": "OpenInference",
        "openllmetry": "OpenLLMetry/Traceloop",
        "langsmith": "LangSmith",
        "langfuse": "Langfuse",
        "logfire": "Logfire and Pydantic AI",
        "vercel_ai": "Vercel AI",
        "mlflow": "MLflow",
        "google_adk": "Google ADK",
        "openai": "OpenAI",
        "anthropic": "Anthropic",
        "google_genai": "Google",
        "langchain": "LangChain",
        "generic": "HTTP, database and user keys",
    }
    text = SECTIONS["Conventions"].replace("\n", " ")

    assert {convention.name for convention in CONVENTIONS} == set(words)
    assert [word for word in words.values() if word not in text] == []


def test_every_link_leads_somewhere():
    links = re.findall(r"\]\(([^)\s]+)\)", README)
    files = [link for link in links if not link.startswith(("#", "http"))]
    anchors = {link for link in links if link.startswith("#")}
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    slugs = {"#" + re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}

    assert len(files) > 20
    assert [link for link in files if not (ROOT / link).exists()] == []
    assert anchors - slugs == set()


def test_each_guarantee_names_tests():
    for guarantee, files in table_rows("Guarantees"):
        paths = re.findall(r"\]\((tests/[^)]+)\)", files)

        assert paths, guarantee
        for path in paths:
            assert re.search(r"^def test_\w+\(", (ROOT / path).read_text("utf-8"), re.MULTILINE)


def test_the_benchmark_numbers_are_within_a_quarter_of_the_raw_result():
    result = json.loads((ROOT / "tests/bench/results/redaction.json").read_text("utf-8"))
    columns = ("redact_to_encode", "hide_all_to_encode")
    said = {row[0]: [float(cell) for cell in row[1:]] for row in table_rows("Benchmarks")}

    assert f"`{result['command']}`" in SECTIONS["Benchmarks"]
    assert set(said) == set(result["spans"])
    for span, measured in result["spans"].items():
        assert said[span] == pytest.approx([measured[name] for name in columns], rel=0.25)
