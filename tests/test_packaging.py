"""What the repository and the distribution promise: names, version, types, sizes, light imports."""

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SOURCE_ROOMS = ("otel_redact", "instrumentation", "examples", "tests", ".ci")
MAX_LINES = 400
HEAVY = {"boto3", "google", "grpc", "hyperscan", "openai", "presidio_analyzer", "regex"}
HEAVY_TOO = {"requests", "rich", "spacy", "wrapt", "yaml"}


def source_files() -> list[Path]:
    return sorted(path for room in SOURCE_ROOMS for path in (ROOT / room).rglob("*.py"))


def test_the_wheel_ships_exactly_two_packages():
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert wheel["packages"] == ["otel_redact", "instrumentation/otel_redact_instrumentation"]


@pytest.mark.parametrize(
    "package", ["otel_redact", "instrumentation/otel_redact_instrumentation"], ids=str
)
def test_both_packages_are_typed(package):
    assert (ROOT / package / "py.typed").read_bytes() == b""


def test_the_version_is_written_in_one_place():
    version = PROJECT["project"]["version"]
    packages = (ROOT / "otel_redact", ROOT / "instrumentation")

    copies = [
        str(path.relative_to(ROOT))
        for package in packages
        for path in package.rglob("*.py")
        if re.search(rf"""["']{re.escape(version)}["']""", path.read_text(encoding="utf-8"))
    ]

    assert copies == []


@pytest.mark.parametrize("target", PROJECT["project"]["scripts"].values(), ids=str)
def test_each_command_points_at_a_function(target):
    module, _, attribute = target.partition(":")

    assert callable(getattr(importlib.import_module(module), attribute))


def test_no_configurator_and_no_distro_is_registered():
    groups = PROJECT["project"].get("entry-points", {})

    assert not {"opentelemetry_configurator", "opentelemetry_distro"} & set(groups)


def test_no_file_is_longer_than_400_lines():
    lines = {path: len(path.read_bytes().splitlines()) for path in source_files()}

    assert len(lines) > 50
    assert {str(p.relative_to(ROOT)): n for p, n in lines.items() if n > MAX_LINES} == {}


def test_every_dependency_states_its_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("\ndependencies = [\n")[2].partition("\n]")[0]

    requirements = block.splitlines()

    assert len(requirements) == len(PROJECT["project"]["dependencies"])
    assert [line for line in requirements if not re.search(r'",\s*# \w', line)] == []


def test_importing_the_package_loads_no_heavy_part():
    program = (
        "import json, sys, opentelemetry.sdk.trace.export\n"
        "before = set(sys.modules)\n"
        "import otel_redact\n"
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )

    output = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, cwd=ROOT, timeout=50
    ).stdout
    loaded = json.loads(output)

    assert "otel_redact.types" in loaded
    assert {name.partition(".")[0] for name in loaded} & (HEAVY | HEAVY_TOO) == set()
    assert [name for name in loaded if name.startswith("opentelemetry.exporter")] == []
    rooms = {name.split(".")[1] for name in loaded if name.startswith("otel_redact.")}
    assert rooms & {"detectors", "operators", "engines", "conventions", "cli"} == set()


def test_the_readme_opens_with_the_demo_and_the_tests():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)

    assert "otel-redact demo" in blocks[0]
    assert "-m pytest" in blocks[1]
