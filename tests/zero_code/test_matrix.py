"""Programs under `opentelemetry-instrument`, set up by variables or a file alone: what is sent."""

import importlib.util
from collections.abc import Iterator

import pytest

from otel_redact.testing import assert_no_leak, find_leaks
from tests.zero_code.matrix import PROTOCOLS, Row, Runs

MAIL = "ann@" + "example.com"
KEY = "sk-proj-" + "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA"
CANARIES = [MAIL, KEY]

ON = {"OTEL_REDACT_ENABLED": "true"}
BAD = {"OTEL_REDACT_CONFIG_FILE": "$directory/bad.yaml"}
OURS = {"OTEL_TRACES_EXPORTER": "otlp_redacted"}
BOTH = {"OTEL_TRACES_EXPORTER": "otlp,otlp_redacted"}
STOCK = {
    "grpc": "otlp_grpc: {endpoint: $endpoint}",
    "http/protobuf": "otlp_http: {endpoint: $endpoint}",
}
OURS_IN_FILE = "otlp_redacted: {endpoint: $endpoint, protocol: $protocol, headers: {x-team: chat}}"
HIDING_IN_FILE = OURS_IN_FILE.replace("}}", "}, config_file: policy.yaml}")
NO_TRACES = {"OTEL_TRACES_EXPORTER": "none"}

LEAKS = {
    "stock configurator": Row(),
    "switched off": Row(environ={"OTEL_REDACT_ENABLED": "off"}),
    "stock configuration file": Row(exporter=STOCK),
    "custom configurator and configuration file": Row(exporter=STOCK, configurator=True),
}
REDACTED = {
    "exporter": (Row(environ=OURS), 1),
    "exporter and guard": (Row(environ={**OURS, **ON}), 1),
    "both exporters and guard": (Row(environ={**BOTH, **ON}), 2),
    "guard": (Row(environ=ON), 1),
    "guard by an unknown word": (Row(environ={"OTEL_REDACT_ENABLED": "ture"}), 1),
    "guard and configuration file": (Row(environ=ON, exporter=STOCK), 1),
    "exporter in the configuration file": (Row(exporter=OURS_IN_FILE), 1),
    "guard, custom configurator and configuration file": (
        Row(environ=ON, exporter=STOCK, configurator=True),
        1,
    ),
    "guard by a flag": (Row(flags=("--redact_enabled", "true")), 1),
    "guard, console added later": (Row(environ=ON, arguments=("console",)), 1),
    "guard, provider made later": (
        Row(
            environ={**ON, **NO_TRACES, "OTEL_PYTHON_CONFIGURATOR": "none"}, arguments=("provide",)
        ),
        1,
    ),
}
NOTHING = {
    "guard, bad policy": Row(environ={**ON, **BAD}),
    "guard, bad policy, configuration file": Row(environ={**ON, **BAD}, exporter=STOCK),
    "guard, bad policy, custom configurator and configuration file": Row(
        environ={**ON, **BAD}, exporter=STOCK, configurator=True
    ),
    "guard, bad policy, both exporters": Row(environ={**BOTH, **ON, **BAD}),
    "guard, bad policy, provider made later": Row(
        environ={**ON, **BAD, "OTEL_PYTHON_CONFIGURATOR": "none"}, arguments=("provide",)
    ),
    "guard, bad policy, console added later": Row(environ={**ON, **BAD}, arguments=("console",)),
}
REFUSED = {
    "exporter, bad policy": (Row(environ={**OURS, **BAD}), 'did you mean "default"?'),
    "misspelt exporter": (Row(environ={"OTEL_TRACES_EXPORTER": "otlp_redcated"}), "otlp_redcated"),
    "processor in the configuration file": (
        Row(processor="otel_redact: {}"),
        "No processor type specified",
    ),
    "misspelt option in the configuration file": (
        Row(exporter="otlp_redacted: {endpont: $endpoint}"),
        "unknown option 'endpont'; did you mean 'endpoint'?",
    ),
}
HIDDEN = {
    "hiding policy of the exporter": Row(exporter=HIDING_IN_FILE),
    "hiding flags": Row(flags=("--redact_enabled", "yes", "--redact_hide_inputs", "true")),
}
LOGS_FAIL = {"OTEL_LOGS_EXPORTER": "otlp_proto_grpc", "OTEL_EXPORTER_OTLP_LOGS_COMPRESSION": "zzip"}
OTHERS = {
    "set-up fails after traces, guard alone": Row(environ={**ON, **LOGS_FAIL}),
    "set-up fails after traces, guard and exporter": Row(environ={**ON, **BOTH, **LOGS_FAIL}),
    "guard, completion hook": Row(
        environ={**ON, "OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK": "upload"}
    ),
    "help": Row(flags=("--help",)),
}
ROWS = {
    **LEAKS,
    **{name: row for name, (row, _) in REDACTED.items()},
    **NOTHING,
    **{name: row for name, (row, _) in REFUSED.items()},
    **HIDDEN,
    **OTHERS,
}

# A provider that an application makes by hand sends by HTTP.
HTTP_ONLY = {name for name in ROWS if "provider made later" in name}
GRPC_ONLY = {"help"}


NO_FILE = pytest.mark.skipif(
    importlib.util.find_spec("opentelemetry.configuration") is None,
    reason="this OpenTelemetry reads no configuration file",
)


def cases(names):
    return [
        pytest.param(
            name, protocol, id=f"{name}-{protocol}", marks=NO_FILE if ROWS[name].file else ()
        )
        for name in names
        for protocol in PROTOCOLS
        if name not in (HTTP_ONLY if protocol == "grpc" else GRPC_ONLY)
    ]


@pytest.fixture(scope="module")
def runs() -> Iterator[Runs]:
    started = Runs({case.values: ROWS[case.values[0]] for case in cases(ROWS)})
    yield started
    started.close()


@pytest.mark.parametrize(("name", "protocol"), cases(LEAKS))
def test_without_us_everything_is_sent_raw(name, protocol, runs):
    ran = runs[name, protocol]

    assert ran.done.returncode == 0
    assert ran.names == [f"chat {MAIL}"]
    assert {leak.canary for leak in find_leaks(ran.receiver.bodies, CANARIES)} == {0, 1}


@pytest.mark.parametrize(("name", "protocol"), cases(REDACTED))
def test_redacted_spans_arrive_and_nothing_raw(name, protocol, runs):
    ran = runs[name, protocol]

    assert (ran.done.returncode, ran.lines("Traceback")) == (0, [])
    assert ran.names == ["chat [EMAIL_ADDRESS]"] * REDACTED[name][1]
    assert_no_leak(ran.receiver.bodies, CANARIES)
    assert_no_leak((ran.done.stdout + ran.done.stderr).encode(), CANARIES)


@pytest.mark.parametrize(("name", "protocol"), cases(NOTHING))
def test_when_redaction_cannot_start_nothing_is_sent_and_one_line_says_why(name, protocol, runs):
    ran = runs[name, protocol]

    assert ran.done.returncode == 0
    assert ran.receiver.bodies == []
    assert "done" in ran.done.stdout
    (line,) = ran.lines("no spans and no log records are exported")
    assert line.startswith("otel_redact: OTEL_REDACT_ENABLED is on, but redaction cannot start")
    assert 'did you mean "default"?' in line
    assert_no_leak((ran.done.stdout + ran.done.stderr).encode(), CANARIES)


@pytest.mark.parametrize(("name", "protocol"), cases(REFUSED))
def test_a_mistake_in_the_settings_is_named_and_nothing_is_sent(name, protocol, runs):
    ran = runs[name, protocol]

    assert ran.done.returncode == 0
    assert ran.receiver.bodies == []
    assert REFUSED[name][1] in ran.done.stderr
    assert_no_leak((ran.done.stdout + ran.done.stderr).encode(), CANARIES)


@pytest.mark.parametrize(("name", "protocol"), cases(HIDDEN))
def test_policies_from_the_file_and_from_flags_hide(name, protocol, runs):
    ran = runs[name, protocol]

    (span,) = ran.receiver.spans()
    assert [item.key for item in span.attributes] == ["gen_ai.request.model"]
    assert_no_leak(ran.receiver.bodies, CANARIES)


@NO_FILE
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_headers_of_the_configuration_file_are_sent(protocol, runs):
    ran = runs["exporter in the configuration file", protocol]

    assert [headers["x-team"] for headers in ran.receiver.headers] == ["chat"]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_console_exporter_that_is_added_later_prints_redacted_spans(protocol, runs):
    ran = runs["guard, console added later", protocol]

    assert '"name": "chat [EMAIL_ADDRESS]"' in ran.done.stdout


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_an_unknown_word_is_on_with_a_warning(protocol, runs):
    ran = runs["guard by an unknown word", protocol]

    (line,) = ran.lines("OTEL_REDACT_ENABLED")
    assert line.endswith("; redacting, to be safe")
    assert "ture" not in line


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_where_all_is_well_standard_error_is_empty(protocol, runs):
    for name in ("exporter", "guard", "exporter and guard", "guard by a flag"):
        assert runs[name, protocol].done.stderr == ""


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_where_the_set_up_fails_after_traces_the_exporter_still_starts_the_guard(protocol, runs):
    alone = runs["set-up fails after traces, guard alone", protocol]
    beside_exporter = runs["set-up fails after traces, guard and exporter", protocol]

    # OpenTelemetry calls no hook then. The README says so.
    assert alone.names == [f"chat {MAIL}"]
    assert beside_exporter.names == ["chat [EMAIL_ADDRESS]"] * 2
    assert_no_leak(beside_exporter.receiver.bodies, CANARIES)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_bypasses_processors_is_named_once(protocol, runs):
    ran = runs["guard, completion hook", protocol]

    (line,) = ran.lines("otel_redact")
    assert "OTEL_INSTRUMENTATION_GENAI_COMPLETION_HOOK is set" in line


def test_help_lists_our_flags(runs):
    ran = runs["help", "grpc"]

    assert ran.done.returncode == 0
    for flag in ("--redact_enabled", "--redact_config_file", "--redact_hide_inputs"):
        assert flag in ran.done.stdout
