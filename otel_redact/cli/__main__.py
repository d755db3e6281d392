"""Lets ``python -m otel_redact.cli`` do what ``otel-redact`` does."""

import sys

from otel_redact.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
