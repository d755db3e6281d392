"""The command line ``otel-redact`` and the loopback servers its demo stands on."""

__all__: list[str] = []
