"""Metadata by the user's own names: drop `_private*`, redact e-mail addresses, add a marker."""

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter

from otel_redact import RedactingSpanProcessor, RedactionPolicy


def drop_private(metadata: dict[str, object]) -> dict[str, object]:
    """Keep what does not start with `_private`."""
    return {name: value for name, value in metadata.items() if not name.startswith("_private")}


def redact_addresses(metadata: dict[str, object]) -> dict[str, object]:
    """Replace each text that has an @ in it."""
    return {
        name: "<address>" if isinstance(value, str) and "@" in value else value
        for name, value in metadata.items()
    }


def add_marker(metadata: dict[str, object]) -> dict[str, object]:
    """Note that somebody has been here."""
    return {**drop_private(redact_addresses(metadata)), "transformed": True}


def show(span: ReadableSpan) -> str:
    """Return one line for each attribute."""
    return "".join(f"  {key} = {value!r}\n" for key, value in (span.attributes or {}).items())


def call_model(title: str, policy: RedactionPolicy) -> None:
    """Record one model call and print what was exported of it."""
    print(title)
    provider = TracerProvider()
    exporter = ConsoleSpanExporter(formatter=show)
    provider.add_span_processor(RedactingSpanProcessor(exporter, policy=policy))
    with provider.get_tracer("my.app").start_as_current_span("chat gpt-5-mini") as span:
        span.set_attributes(
            {
                "gen_ai.request.model": "gpt-5-mini",
                # The callable sees plan, owner and _private_note; the prefix is put back.
                "langsmith.metadata.plan": "pro",
                "langsmith.metadata.owner": "carol@example.com",
                "langsmith.metadata._private_note": "owes us money",
            }
        )
    provider.shutdown()


call_model("drop _private*", RedactionPolicy(hide_metadata=drop_private))
call_model("redact addresses", RedactionPolicy(hide_metadata=redact_addresses))
call_model("all of it and a marker", RedactionPolicy(hide_metadata=add_marker))
call_model("no metadata", RedactionPolicy(hide_metadata=True))
