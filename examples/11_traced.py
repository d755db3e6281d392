"""Record your own functions with `traced`: arguments by name, results, streams; redacted."""

import asyncio
from collections.abc import Iterator

from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import RedactingSpanProcessor
from otel_redact_instrumentation import traced


def drop_history(inputs: dict[str, object]) -> dict[str, object]:
    """Keep the question only; the dict is fresh, the caller's arguments stay as they are."""
    return {"question": inputs["question"]}


def count_words(text: str) -> dict[str, int]:
    """Record a number instead of the text; gets what the function returned."""
    return {"words": len(text.split())}


@traced
def answer(question: str, temperature: float = 0.2) -> dict[str, str]:
    """Answer; arguments are recorded by name, defaults as well."""
    return {"answer": f"At {temperature} degrees: {question}"}


@traced(process_inputs=drop_history, process_outputs=count_words)
def summarize(question: str, history: list[str]) -> str:
    """Return what must not be read in a trace."""
    return f"{question} {' '.join(history)}"


@traced(name="stream an answer")
def stream() -> Iterator[str]:
    """Yield an address in pieces; the trace gets them joined, so that it is found."""
    yield from ("Ask hal@exa", "mple.com", " again")


class Assistant:
    """Its methods are recorded without `self`."""

    @traced
    async def greet(self, name: str) -> str:
        """Greet; asynchronous generators are traced alike."""
        return f"Hello {name}"


def show(span: ReadableSpan) -> str:
    """Return the span's name, its inputs and its outputs."""
    attributes = span.attributes or {}
    lines = [f"  {side}: {attributes.get(f'{side}.value')}\n" for side in ("input", "output")]
    return "".join([f"{span.name}\n", *lines])


provider = TracerProvider()
provider.add_span_processor(RedactingSpanProcessor(ConsoleSpanExporter(formatter=show)))
trace.set_tracer_provider(provider)

answer("Who is hal@example.com?")
summarize("Who is who?", ["Hal lives in Ulm.", "Ida is his boss."])
list(stream())
asyncio.run(Assistant().greet("ida@example.com"))

provider.shutdown()
