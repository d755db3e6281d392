"""The matrix for log records: programs set up by variables or a file alone, and what is sent."""

from collections.abc import Iterator

import pytest

from otel_redact.testing import assert_no_leak, find_leaks
from tests.support import plain, plain_value
from tests.zero_code.matrix import PROTOCOLS, Row, Runs
from tests.zero_code.test_matrix import BAD, CANARIES, NO_FILE, ON, STOCK

LOG = ("log",)
NO_TRACES = {"OTEL_TRACES_EXPORTER": "none"}
STOCK_LOGS = {**NO_TRACES, "OTEL_LOGS_EXPORTER": "otlp"}
OURS = {**NO_TRACES, "OTEL_LOGS_EXPORTER": "otlp_redacted"}
BOTH = {**NO_TRACES, "OTEL_LOGS_EXPORTER": "otlp,otlp_redacted"}
OURS_IN_FILE = "otlp_redacted: {endpoint: $endpoint, protocol: $protocol, headers: {x-team: chat}}"
HIDING_IN_FILE = OURS_IN_FILE.replace("}}", "}, config_file: policy.yaml}")
BY_HAND = {**NO_TRACES, "OTEL_PYTHON_CONFIGURATOR": "none"}

LEAKS = {
    "stock configurator": Row(environ=STOCK_LOGS, arguments=LOG),
    "switched off": Row(environ={**STOCK_LOGS, "OTEL_REDACT_ENABLED": "off"}, arguments=LOG),
    "stock configuration file": Row(log_exporter=STOCK, arguments=LOG),
}
REDACTED = {
    "exporter": (Row(environ=OURS, arguments=LOG), 1),
    "exporter and guard": (Row(environ={**OURS, **ON}, arguments=LOG), 1),
    "both exporters and guard": (Row(environ={**BOTH, **ON}, arguments=LOG), 2),
    "guard": (Row(environ={**STOCK_LOGS, **ON}, arguments=LOG), 1),
    "guard and configuration file": (Row(environ=ON, log_exporter=STOCK, arguments=LOG), 1),
    "exporter in the configuration file": (Row(log_exporter=OURS_IN_FILE, arguments=LOG), 1),
    "guard, console added later": (
        Row(environ={**STOCK_LOGS, **ON}, arguments=(*LOG, "log_console")),
        1,
    ),
    "guard, provider made later": (
        Row(environ={**BY_HAND, **ON}, arguments=(*LOG, "provide_logs")),
        1,
    ),
}
NOTHING = {
    "guard, bad policy": Row(environ={**STOCK_LOGS, **ON, **BAD}, arguments=LOG),
    "guard, bad policy, configuration file": Row(
        environ={**ON, **BAD}, log_exporter=STOCK, arguments=LOG
    ),
    "guard, bad policy, both exporters": Row(environ={**BOTH, **ON, **BAD}, arguments=LOG),
    "guard, bad policy, provider made later": Row(
        environ={**BY_HAND, **ON, **BAD}, arguments=(*LOG, "provide_logs")
    ),
    "guard, bad policy, console added later": Row(
        environ={**STOCK_LOGS, **ON, **BAD}, arguments=(*LOG, "log_console")
    ),
}
REFUSED = {
    "exporter, bad policy": (
        Row(environ={**OURS, **BAD}, arguments=LOG),
        'did you mean "default"?',
    ),
    "misspelt exporter": (
        Row(environ={**NO_TRACES, "OTEL_LOGS_EXPORTER": "otlp_redcated"}, arguments=LOG),
        "otlp_redcated",
    ),
    "misspelt option in the configuration file": (
        Row(log_exporter="otlp_redacted: {endpont: $endpoint}", arguments=LOG),
        "unknown option 'endpont'; did you mean 'endpoint'?",
    ),
}
HIDDEN = {
    "hiding policy of the exporter": Row(log_exporter=HIDING_IN_FILE, arguments=LOG),
    "hiding flags": Row(
        environ=STOCK_LOGS,
        flags=("--redact_enabled", "yes", "--redact_hide_inputs", "true"),
        arguments=LOG,
    ),
}
OTHERS = {"guard, spans and logs": Row(environ={**ON, "OTEL_LOGS_EXPORTER": "otlp"}, arguments=LOG)}
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


def cases(names):
    return [
        pytest.param(
            name, protocol, id=f"{name}-{protocol}", marks=NO_FILE if ROWS[name].file else ()
        )
        for name in names
        for protocol in PROTOCOLS
        if protocol != "grpc" or name not in HTTP_ONLY
    ]


@pytest.fixture(scope="module")
def runs() -> Iterator[Runs]:
    started = Runs({case.values: ROWS[case.values[0]] for case in cases(ROWS)})
    yield started
    started.close()


def bodies(ran):
    return [plain_value(record.body) for record in ran.log_records]


@pytest.mark.parametrize(("name", "protocol"), cases(LEAKS))
def test_without_us_every_record_is_sent_raw(name, protocol, runs):
    ran = runs[name, protocol]

    assert ran.done.returncode == 0
    assert len(ran.log_records) == 2
    assert {leak.canary for leak in find_leaks(ran.receiver.bodies, CANARIES)} == {0, 1}


@pytest.mark.parametrize(("name", "protocol"), cases(REDACTED))
def test_redacted_records_arrive_and_nothing_raw(name, protocol, runs):
    ran = runs[name, protocol]

    assert (ran.done.returncode, ran.lines("Traceback")) == (0, [])
    said = [{"content": "I am [EMAIL_ADDRESS]"}, "wrong key [OPENAI_API_KEY]"]
    assert bodies(ran) == said * REDACTED[name][1]
    assert_no_leak(ran.receiver.bodies, CANARIES)
    assert_no_leak((ran.done.stdout + ran.done.stderr).encode(), CANARIES)


@pytest.mark.parametrize(("name", "protocol"), cases(NOTHING))
def test_when_redaction_cannot_start_no_record_is_sent_and_one_line_says_why(name, protocol, runs):
    ran = runs[name, protocol]

    assert ran.done.returncode == 0
    assert ran.receiver.bodies == []
    assert "done" in ran.done.stdout
    (line,) = ran.lines("no spans and no log records are exported")
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

    message, _ = ran.log_records
    assert plain_value(message.body) is None
    assert plain(message.attributes) == {"gen_ai.system": "openai"}
    assert_no_leak(ran.receiver.bodies, CANARIES)


@NO_FILE
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_headers_of_the_configuration_file_are_sent(protocol, runs):
    ran = runs["exporter in the configuration file", protocol]

    assert [headers["x-team"] for headers in ran.receiver.headers] == ["chat"]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_console_exporter_that_is_added_later_prints_redacted_records(protocol, runs):
    ran = runs["guard, console added later", protocol]

    assert '"body": "wrong key [OPENAI_API_KEY]"' in ran.done.stdout


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_one_guard_covers_spans_and_records(protocol, runs):
    ran = runs["guard, spans and logs", protocol]

    assert ran.names == ["chat [EMAIL_ADDRESS]"]
    assert len(ran.log_records) == 2
    assert ran.done.stderr == ""
    assert_no_leak(ran.receiver.bodies, CANARIES)
