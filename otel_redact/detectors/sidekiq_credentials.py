"""Sidekiq Pro and Enterprise credentials: two times 8 hex digits, with the host or its name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.types import Detector, Group, Trigger

__all__ = ["SIDEKIQ_CREDENTIALS"]

_VALUE = r"(?<![_-])[0-9a-f]{8}:[0-9a-f]{8}(?![A-Za-z0-9_-])"

# In a URL the user stays, as everywhere: masked in part, the pair would look like an address.
SIDEKIQ_CREDENTIALS = Detector(
    name="sidekiq_credentials",
    entity="SIDEKIQ_CREDENTIALS",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<=(?<![A-Za-z0-9])[0-9a-f]{8}:)"
        r"(?P<value>[0-9a-f]{8})(?=@(?:gems|enterprise)\.contribsys)|"
        + near(r"(?:gems|enterprise)(?:\.|_{1,2})contribsys(?:\.|_{1,2})com", _VALUE, distance=14)
        + ")"
    ),
    triggers=(
        *(
            Trigger("@" + host + ".contribsys", before=8, run="0123456789abcdefABCDEF")
            for host in ("gems", "enterprise")
        ),
        *(
            host + sign + "contribsys"
            for host in ("gems", "enterprise")
            for sign in (".", "_", "__")
        ),
    ),
    priority=100,
    hits=(
        "BUNDLE_ENTERPRISE__CONTRIBSYS__COM=0a1b2c3d:" + "4e5f6071",
        "https://0a1b2c3d:" + "4e5f6071@gems.contribsys.com/",
        "bundle config enterprise.contribsys.com 0a1b2c3d:" + "4e5f6071",
    ),
    misses=(
        "BUNDLE_GEMS__CONTRIBSYS__COM=<credentials>",
        "0a1b2c3d:4e5f6071",
        "https://gems.contribsys.com/0a1b2c3d",
    ),
    source="https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ (2026-11-24)",
)
