import pytest

from otel_redact_instrumentation.traced_capture import _warned
from otel_redact_instrumentation.traced_failure import counters
from tests.instrumentation.traced.tracing import Tracing


@pytest.fixture
def tracing(monkeypatch):
    """A provider that redacts by the default policy; counters start at zero."""
    monkeypatch.delenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", raising=False)
    counters.renew()
    _warned.clear()
    made = Tracing()
    yield made
    made.provider.shutdown()


@pytest.fixture
def make_tracing(tracing):
    """Providers by other policies."""
    made = []

    def make(**policy):
        made.append(Tracing(**policy))
        return made[-1]

    yield make
    for each in made:
        each.provider.shutdown()
