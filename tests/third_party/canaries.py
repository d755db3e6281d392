"""What the applications say, and what must be gone of it under which policy.

Every text has a word of its own (a mark), so a leak says where it came from. The run imports this
file, and so do the applications in their own environments: nothing but the standard library here.
"""

from __future__ import annotations

MARKS = {
    "INPUT": ("SYSMARK", "USERMARK", "TOOLDEFMARK", "TOOLRESMARK", "EMBEDMARK", "TOOLOWNARGMARK"),
    "OUTPUT": (
        *("HISTORYMARK", "TOOLARGMARK", "ANSWERMARK", "STREAMMARK", "CALLMARK"),
        *("REASONMARK", "TOOLOWNRESMARK"),
    ),
    "METADATA": ("METAMARK", "USERIDMARK", "STOPMARK", "HEADERMARK", "CACHEKEYMARK"),
    # A tool's result is OUTPUT on its own span and INPUT on the next call's: both flags or neither.
    "MIXED": ("AGENTARGMARK", "AGENTRESMARK"),
    "ERROR": ("FAILUREMARK",),
}
"""Category → marks. `TOOLOWN…` stand on a tool's own span only, `AGENT…` on several spans."""

MAILS = {mark: f"{mark.lower()}@example.com" for marks in MARKS.values() for mark in marks}
"""Mark → the e-mail address that stands beside it."""

API_KEY = "sk-" + "proj-" + "Third4Party7" * 4
"""What the client authenticates with; failures echo it."""
GITHUB_TOKEN = "gh" + "p_" + "Tp9" * 12
"""Stands in the system prompt and in the answers."""

SECRETS = (API_KEY, GITHUB_TOKEN, *MAILS.values())
"""What the default detectors find: gone under every policy."""

POLICIES: dict[str, dict[str, str]] = {
    "default": {},
    "hide_inputs": {"OTEL_REDACT_HIDE_INPUTS": "true"},
    "hide_outputs": {"OTEL_REDACT_HIDE_OUTPUTS": "true"},
    "hide_metadata": {"OTEL_REDACT_HIDE_METADATA": "true"},
    "hide_all": {
        "OTEL_REDACT_HIDE_INPUTS": "true",
        "OTEL_REDACT_HIDE_OUTPUTS": "true",
        "OTEL_REDACT_HIDE_METADATA": "true",
    },
}
"""Name → variables of the application."""

GONE: dict[str, tuple[str, ...]] = {
    "default": (),
    "hide_inputs": ("INPUT", "ERROR"),
    "hide_outputs": ("OUTPUT", "ERROR"),
    "hide_metadata": ("METADATA",),
    "hide_all": tuple(MARKS),
}
"""Policy → categories of which no mark may arrive; the secrets may not under any."""

KEPT: dict[str, tuple[str, ...]] = {
    "default": ("SYSMARK", "USERMARK", "ANSWERMARK", "STREAMMARK", "METAMARK"),
    "hide_inputs": ("ANSWERMARK", "STREAMMARK"),
    "hide_outputs": ("SYSMARK", "USERMARK"),
    "hide_metadata": ("SYSMARK", "USERMARK", "ANSWERMARK", "STREAMMARK"),
    "hide_all": (),
}
"""Policy → marks that must still arrive, where the instrumentation sent them at all."""


def say(mark: str) -> str:
    """Return a sentence with a mark and an e-mail address in it."""
    return f"{mark} about the garden, write to {MAILS[mark]} soon"
