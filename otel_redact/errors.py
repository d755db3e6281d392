"""Every exception the package raises: while things are built, never while spans are exported.

OtelRedactError
├── ConfigError          a wrong argument, variable or policy file
└── LeakError            testing.assert_no_leak found a canary

A message says what is wrong, what was given (its type or its word, never a span's content), what is
expected and how to fix it.
"""

__all__ = ["ConfigError", "LeakError", "OtelRedactError"]


class OtelRedactError(Exception):
    """Base of every exception raised by ``otel_redact``."""


class ConfigError(OtelRedactError, ValueError):
    """A wrong argument, environment variable or policy file, found while it is read."""


class LeakError(OtelRedactError, AssertionError):
    """A canary was found where it must not be; its text is not in the message."""
