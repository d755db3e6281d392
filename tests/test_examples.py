"""Each example runs offline, prints what it promises, and shows nothing that it should hide."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from otel_redact.cli.receiver import OtlpReceiver
from otel_redact.testing import assert_no_leak
from tests.program import ROOT, run_python

EXAMPLES = ROOT / "examples"
# Nothing listens there: whatever runs on the machine, the examples use their own loopback servers.
NO_PHOENIX = {"PHOENIX_COLLECTOR_ENDPOINT": "http://127.0.0.1:9"}

EXACT = {
    "02_hide_flags": """\
nothing hidden
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.input.messages = '[{"role": "user", "content": "Plan the merger"}]'
  gen_ai.output.messages = '[{"role": "assistant", "content": "Buy in May"}]'
  gen_ai.usage.output_tokens = 3
bools
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.usage.output_tokens = 3
environment
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.output.messages = '[{"role": "assistant", "content": "Buy in May"}]'
  gen_ai.usage.output_tokens = 3
callables
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.usage.output_tokens = 3
  answers = 1
""",
    "03_rule_list": """\
rules
  gen_ai.input.messages = '[{"role": "user", "content": "I am <email>, my ticket is <uuid>"}]'
function
  gen_ai.input.messages = '[{"role": "user", "content": "I am <email>, my ticket is <uuid>"}]'
{'to': ['<email>'], 'copies': 2}
""",
    "04_regex_five": """\
gen_ai.request.model = 'gpt-5-mini'
gen_ai.input.messages = '[{"role": "system", "content": "You are a helpful assistant."}, \
{"role": "user", "content": "I am <name>, SSN <ssn>, card <card>, <email>, phone <phone>."}]'
replaced: {'ssn': 1, 'card': 1, 'email': 1, 'phone': 1, 'name': 1}
""",
    "05_metadata": """\
drop _private*
  gen_ai.request.model = 'gpt-5-mini'
  langsmith.metadata.plan = 'pro'
  langsmith.metadata.owner = '[EMAIL_ADDRESS]'
redact addresses
  gen_ai.request.model = 'gpt-5-mini'
  langsmith.metadata.plan = 'pro'
  langsmith.metadata.owner = '<address>'
  langsmith.metadata._private_note = 'owes us money'
all of it and a marker
  gen_ai.request.model = 'gpt-5-mini'
  langsmith.metadata.plan = 'pro'
  langsmith.metadata.owner = '<address>'
  langsmith.metadata.transformed = True
no metadata
  gen_ai.request.model = 'gpt-5-mini'
""",
    "06_process_per_instrumentation": """\
opentelemetry.instrumentation.openai
  gen_ai.request.model = 'gpt-5-mini'
  my.message_count = 1
  gen_ai.output.messages.length = 45
my.search
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.input.messages = '[{"role": "user", "content": "Ask [EMAIL_ADDRESS]"}]'
my.app
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.input.messages = '[{"role": "user", "content": "Ask [EMAIL_ADDRESS]"}]'
  gen_ai.output.messages = '[{"role": "assistant", "content": "At home"}]'
""",
    "07_two_policies": """\
hiding: (hidden)
addresses: [{"role": "user", "content": "I am <address>, SSN 219-09-9999"}]
none: [{"role": "user", "content": "I am eve@example.com, SSN 219-09-9999"}]
default: [{"role": "user", "content": "I am [EMAIL_ADDRESS], SSN [US_SSN]"}]
task hiding: (hidden)
task addresses: [{"role": "user", "content": "I am <address>, SSN 219-09-9999"}]
task none: [{"role": "user", "content": "I am eve@example.com, SSN 219-09-9999"}]
""",
    "10_policy_file": """\
gen_ai.request.model = 'gpt-5-mini'
gen_ai.input.messages = '[{"role": "user", "content": "***********.com, <badge>"}]'
""",
    "11_traced": """\
answer
  input: {"question":"Who is [EMAIL_ADDRESS]?","temperature":0.2}
  output: {"answer":"At 0.2 degrees: Who is [EMAIL_ADDRESS]?"}
summarize
  input: {"question":"Who is who?"}
  output: {"words":11}
stream an answer
  input: {}
  output: Ask [EMAIL_ADDRESS] again
Assistant.greet
  input: {"name":"[EMAIL_ADDRESS]"}
  output: Hello [EMAIL_ADDRESS]
""",
    "13_openai_two_policies": """\
ask, redacted
  input.value = {"question":"I am [EMAIL_ADDRESS], <badge>. Where is my parcel?"}
  output.value = Thank you. This is what I have on file: I am [EMAIL_ADDRESS], <badge>. \
Where is my parcel? Is that correct?
chat gpt-5-mini
  gen_ai.input.messages = [{"role":"user","parts":[{"type":"text",\
"content":"I am [EMAIL_ADDRESS], <badge>. Where is my parcel?"}]}]
  gen_ai.output.messages = [{"role":"assistant","parts":[{"type":"text",\
"content":"Thank you. This is what I have on file: I am [EMAIL_ADDRESS], <badge>. \
Where is my parcel? Is that correct?"}],"finish_reason":"stop"}]
ask, raw
  input.value = {"question":"I am lee@example.com, badge 27182. Where is my parcel?"}
  output.value = Thank you. This is what I have on file: I am lee@example.com, badge 27182. \
Where is my parcel? Is that correct?
chat gpt-5-mini
  gen_ai.input.messages = [{"role":"user","parts":[{"type":"text",\
"content":"I am lee@example.com, badge 27182. Where is my parcel?"}]}]
  gen_ai.output.messages = [{"role":"assistant","parts":[{"type":"text",\
"content":"Thank you. This is what I have on file: I am lee@example.com, badge 27182. \
Where is my parcel? Is that correct?"}],"finish_reason":"stop"}]
""",
    "12_zero_code": """\
variables
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.input.messages = '[{"role": "user", "content": "I am [EMAIL_ADDRESS]"}]'
variables, any exporter
  gen_ai.request.model = 'gpt-5-mini'
file
  gen_ai.request.model = 'gpt-5-mini'
  gen_ai.input.messages = '[{"role": "user", "content": "I am ***********.com"}]'
""",
}

# Example, lines (or pieces of lines) that are there, raw texts that are not.
PIECES = [
    (
        "01_quickstart",
        ["I am [EMAIL_ADDRESS] and my card is [CREDIT_CARD].", "[PASSWORD]", '"gpt-5-mini"', "21"],
        ["ann@example.com", "4111 1111 1111 1111", "correct horse"],
    ),
    (
        "08_langsmith",
        [
            "POST /otel/v1/traces",
            "x-api-key: (set)",
            "Langsmith-Project: otel-redact",
            "I am [EMAIL_ADDRESS]",
            "[PHONE_NUMBER]",
        ],
        ["fay@example.com", "212 555 0142"],
    ),
    (
        "09_phoenix",
        ["no Phoenix; a receiver on loopback got:", '"I am [EMAIL_ADDRESS]"', "gpt-5-mini"],
        ["gil@example.com"],
    ),
]

# What each example would print of its own secrets if nothing were redacted.
SECRETS = {
    "02_hide_flags": ["Plan the merger", "Buy in May"],
    "03_rule_list": ["bob@example.com", "123e4567-e89b-12d3-a456-426614174000"],
    "04_regex_five": ["Ann Example", "123-45-6789", "4111 1111", "ann@example.com", "456-7890"],
    "05_metadata": ["carol@example.com", "owes us money"],
    "06_process_per_instrumentation": ["dan@example.com"],
    "07_two_policies": ["eve@example.com", "219-09-9999"],
    "12_zero_code": ["ivy@example.com"],
    "11_traced": ["hal@example.com", "ida@example.com"],
    "13_openai_two_policies": ["kim@example.com", "badge 31337"],
    **{name: secrets for name, _, secrets in PIECES},
}


def run_example(name: str, environ: Mapping[str, str], cwd: Path) -> str:
    """Run an example that must succeed without a word on standard error; return its output."""
    done = run_python(str(EXAMPLES / f"{name}.py"), cwd=cwd, environ={**NO_PHOENIX, **environ})

    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(("name", "output"), EXACT.items(), ids=list(EXACT))
def test_an_example_prints_exactly_this(name, output, tmp_path):
    if name == "12_zero_code" and importlib.util.find_spec("opentelemetry.configuration") is None:
        pytest.skip("this OpenTelemetry reads no configuration file")
    assert run_example(name, {}, tmp_path) == output


@pytest.mark.parametrize(("name", "shown", "secrets"), PIECES, ids=[row[0] for row in PIECES])
def test_an_example_shows_what_arrived_and_nothing_raw(name, shown, secrets, tmp_path):
    output = run_example(name, {}, tmp_path).replace('\\"', '"')

    assert [piece for piece in shown if piece not in output] == []
    assert [secret for secret in secrets if secret in output] == []


@pytest.mark.parametrize(("name", "secrets"), SECRETS.items(), ids=list(SECRETS))
def test_an_example_would_show_its_secrets_if_nothing_were_redacted(name, secrets, tmp_path):
    output = run_example(name, {"OTEL_REDACT_DRY_RUN": "true"}, tmp_path)

    assert [secret for secret in secrets if secret not in output] == []


def test_a_locked_file_holds_whatever_the_environment_says(tmp_path):
    weaker = {"OTEL_REDACT_DRY_RUN": "true", "OTEL_REDACT_HIDE_OUTPUTS": "false"}

    assert run_example("10_policy_file", weaker, tmp_path) == EXACT["10_policy_file"]


def test_every_example_is_run_and_small():
    examples = {path.stem: path for path in EXAMPLES.glob("*.py")}
    lines = {name: len(path.read_text().splitlines()) for name, path in examples.items()}

    assert set(examples) == {*EXACT, *(row[0] for row in PIECES)}
    assert {name: count for name, count in lines.items() if count >= 80} == {}


def test_langsmith_gets_path_headers_and_redacted_spans(httpserver: HTTPServer, tmp_path):
    headers = {"x-api-key": "the-key", "Langsmith-Project": "the-project"}
    httpserver.expect_request("/otel/v1/traces", method="POST", headers=headers).respond_with_data(
        b""
    )
    environ = {
        "LANGSMITH_ENDPOINT": httpserver.url_for("").rstrip("/"),
        "LANGSMITH_API_KEY": "the-key",
        "LANGSMITH_PROJECT": "the-project",
    }

    output = run_example("08_langsmith", environ, tmp_path)

    httpserver.check_assertions()
    ((request, _),) = httpserver.log
    assert output == ""
    assert b"[EMAIL_ADDRESS]" in request.data
    assert_no_leak(request.data, SECRETS["08_langsmith"])


def test_phoenix_gets_redacted_spans_where_one_listens(tmp_path):
    with OtlpReceiver(grpc=False) as phoenix:
        endpoint = phoenix.http_endpoint
        output = run_example("09_phoenix", {"PHOENIX_COLLECTOR_ENDPOINT": endpoint}, tmp_path)

    assert output == f"sent to {endpoint}\n"
    assert [span.name for span in phoenix.spans()] == ["chat gpt-5-mini"]
    assert b"otel-redact" in phoenix.bodies[0]
    assert_no_leak(phoenix.bodies, SECRETS["09_phoenix"])


def test_two_policies_are_sent_to_the_service_that_is_named(tmp_path):
    name = str(EXAMPLES / "13_openai_two_policies.py")
    with OtlpReceiver(grpc=False) as phoenix:
        endpoint = phoenix.http_endpoint
        done = run_python(name, "--phoenix", endpoint, cwd=tmp_path)

    assert (done.stdout, done.stderr) == (f"sent to {endpoint}\n", "")
    assert len(phoenix.spans()) == 4
    assert_no_leak(phoenix.bodies, ["kim@example.com", "badge 31337"])
