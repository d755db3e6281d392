"""What every test shares: no settings from the machine, no proxy on loopback, no deadlines."""

import os

import hypothesis
import pytest

# A shared machine is slow at times; pytest-timeout still ends what hangs.
hypothesis.settings.register_profile("default", deadline=None, print_blob=True)
hypothesis.settings.load_profile("default")

_SETTINGS = ("OTEL_", "LANGSMITH_", "LANGCHAIN_", "OPENINFERENCE_", "OPENAI_", "TRACELOOP_")
_LOOPBACK = "127.0.0.1,localhost"


@pytest.fixture(autouse=True)
def _environment_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(_SETTINGS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NO_PROXY", _LOOPBACK)
    monkeypatch.setenv("no_proxy", _LOOPBACK)
