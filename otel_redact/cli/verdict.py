"""One way out of a provider and what came out of it in, what is to be said of it out."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from otel_redact.cli.canary import Canary, arrived, sought
from otel_redact.cli.diagnosis import Diagnosis
from otel_redact.decision import settle_once
from otel_redact.environment_variables import OTEL_REDACT_DRY_RUN, OTEL_REDACT_ENABLED
from otel_redact.errors import ConfigError
from otel_redact.setting import parse_hide_flag

if TYPE_CHECKING:
    from otel_redact.decision import Decisions
    from otel_redact.install_outlet import Outlet

__all__ = ["judge", "way_of"]

_ITEMS = {"spans": "spans", "logs": "log records"}
_SWITCHES = {"spans": "OTEL_TRACES_EXPORTER", "logs": "OTEL_LOGS_EXPORTER"}
_WRAPPERS = {"spans": "RedactingSpanExporter", "logs": "RedactingLogRecordExporter"}


def judge(
    outlet: Outlet,
    signal: str,
    canaries: Sequence[Canary],
    bodies: Sequence[bytes] | None,
    *,
    in_code: bool,
) -> Diagnosis:
    """Say whether what leaves by one way is redacted.

    Args:
        outlet: the way.
        signal: ``"spans"`` or ``"logs"``.
        canaries: what was emitted.
        bodies: what arrived at the exporter; None: it could not be watched.
        in_code: whether a function sets the providers up, so that it is to be changed.
    """
    way, items = way_of(outlet), _ITEMS[signal]
    if bodies is None:
        if outlet.pipeline is not None:
            text = f"{way} gets redacted {items}; what it does with them cannot be seen"
            return Diagnosis(kind="note", topic=signal, text=text)
        text = f"cannot look into {way}; it gets raw {items}"
        return Diagnosis(kind="gap", topic=signal, text=text, fix=_install(signal, in_code=in_code))
    raw = arrived(canaries, bodies)
    if outlet.pipeline is None:
        return _judge_foreign(outlet, signal, canaries, raw, in_code=in_code)
    if not bodies:
        return Diagnosis(
            kind="gap",
            topic=signal,
            text=f"{way}: nothing arrived",
            fix="look for a filter or sampler on the way, and whether OTEL_SDK_DISABLED is set",
        )
    return _judge_ours(way, signal, canaries, raw, outlet.pipeline.decisions)


def way_of(outlet: Outlet) -> str:
    """Return the classes on a way, from the processor to the exporter."""
    return " -> ".join(kind.__name__ for kind in outlet.way)


def _judge_foreign(
    outlet: Outlet,
    signal: str,
    canaries: Sequence[Canary],
    raw: Sequence[Canary],
    *,
    in_code: bool,
) -> Diagnosis:
    """Judge a way on which nothing of ours stands; what others redact there is taken into view."""
    way, items = way_of(outlet), _ITEMS[signal]
    missed = raw
    try:
        must = sought(canaries, settle_once(None))
        missed = [canary for canary in raw if canary in must] if must else raw
    except ConfigError:  # named by the parent already
        pass
    if raw and not missed:
        text = f"{way} is not redacted by otel_redact; no canary of its kinds arrived there"
        return Diagnosis(kind="note", topic=signal, text=text)
    text = f"{way} sends raw {items}: nothing of otel_redact stands in front of it"
    fix = _install(signal, in_code=in_code)
    if in_code:
        fix += f", or wrap it: {_WRAPPERS[signal]}({outlet.way[-1].__name__}(...))"
    else:
        fix += f", or have only otlp_redacted in {_SWITCHES[signal]} or OTEL_CONFIG_FILE"
    return Diagnosis(kind="gap", topic=signal, text=text, fix=fix)


def _judge_ours(
    way: str,
    signal: str,
    canaries: Sequence[Canary],
    raw: Sequence[Canary],
    decisions: Decisions,
) -> Diagnosis:
    if decisions.dry_run:
        is_set = os.environ.get(OTEL_REDACT_DRY_RUN, "").strip()
        return Diagnosis(
            kind="gap",
            topic=signal,
            text=f"{way} sends raw {_ITEMS[signal]}: a dry run only counts",
            fix=f"unset {OTEL_REDACT_DRY_RUN}" if is_set else "take dry_run out of the policy",
        )
    must = sought(canaries, decisions)
    missed = [canary for canary in raw if canary in must]
    if missed:
        text = f"{way}: arrived raw: {_listed(missed)}"
        return Diagnosis(
            kind="gap",
            topic=signal,
            text=text,
            fix="see whether OTEL_REDACT_ALLOW_* or code after redaction brings it back; if not, "
            "report it",
        )
    unsought = sorted({c.kind for c in canaries if c.kind != "plain word"} - {c.kind for c in must})
    if not must:
        text = f"{way} is redacted by a policy that looks for none of: {', '.join(unsought)}"
        return Diagnosis(kind="note", topic=signal, text=text)
    text = f"{way}: {len(must)} canaries sent, none arrived raw"
    if unsought:
        text += f"; the policy does not look for: {', '.join(unsought)}"
    return Diagnosis(kind="ok", topic=signal, text=text)


def _install(signal: str, *, in_code: bool) -> str:
    if not in_code and _is_enabled():
        return f"install otel-redact as a package: {OTEL_REDACT_ENABLED} is on, but not heeded"
    if not in_code:
        return f"set {OTEL_REDACT_ENABLED}=true"
    provider = "logger provider" if signal == "logs" else "tracer provider"
    return f"call otel_redact.install() once the {provider} is set"


def _is_enabled() -> bool:
    word = os.environ.get(OTEL_REDACT_ENABLED, "").strip()
    return bool(word) and parse_hide_flag(word, OTEL_REDACT_ENABLED, "redacting, to be safe")


def _listed(canaries: Sequence[Canary]) -> str:
    """Return kinds and places, ``API key (event, status)``."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for canary in canaries:
        places[canary.kind].append(canary.place)
    return "; ".join(f"{kind} ({', '.join(where)})" for kind, where in places.items())
