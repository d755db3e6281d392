"""Tokens, secrets and keys as long options of a command: ``--token VALUE``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_random
from otel_redact.types import Detector, Group, Trigger

__all__ = ["SECRET_OPTION"]

_RANDOM = "q7Zt2Lk9Xw4B" + "v8Nc1Rm6"
_NAMES = ("token", "secret", "key")
_LONGEST_PREFIX = 56
_OTHER = "page|next|prev|previous|continuation|cursor|starting|idempotency|request|creation"


# With `=` between them the detectors of assignments find it. What follows must look random: the
# next word may be anything else.
SECRET_OPTION = Detector(
    name="secret_option",
    entity="SECRET",
    group=Group.SECRETS,
    pattern=(
        r"--(?:[A-Za-z0-9]{1,12}-){0,3}"
        rf"(?:(?<!-(?:{_OTHER})-)token|secret|(?:api|access|secret|auth|private"
        r"|account|license|subscription|encryption|master|signing)-key|apikey)[ \t]{1,4}"
        r"(?:\\{0,3}[\"'])?(?P<value>[^ \t\r\n\"'\\|;&<>(){}`=,]{8,512}+={0,2})"
    ),
    triggers=tuple(
        Trigger("-" + name + gap, before=_LONGEST_PREFIX, first="--")
        for name in (*_NAMES, "apikey")
        for gap in " \t"
    ),
    validate=looks_random,
    priority=10,
    hits=(
        "deploy --token " + _RANDOM + " --yes",
        "tool --github-access-token '" + _RANDOM + "'",
        "mc alias set --secret-key " + _RANDOM,
        "--client-secret " + _RANDOM + "\n",
    ),
    misses=(
        "deploy --token $TOKEN --yes",
        "deploy --token <token>",
        "run --token-file secrets1a2b3c4d",
        "sort --key 2abc3def4",
        "docker build --secret id=mysecret1a2,src=x",
        "use --token or --secret",
        "list --next-token " + _RANDOM,
        "create --client-request-token " + _RANDOM,
    ),
    source="https://cwe.mitre.org/data/definitions/214.html (2026-11-24)",
)
