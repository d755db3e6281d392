"""A tier of the engine in, policies and anonymizers that run on it out; every program asks here.

``auto`` is what an application gets that sets nothing. The others are asked for with the setting
``engine`` (`OTEL_REDACT_ENGINE`) and left out where they cannot run.
"""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Sequence
from typing import Any

from otel_redact import RedactionPolicy, create_anonymizer, default_detectors, redact

__all__ = ["TIERS", "add_engine_option", "anonymizer", "missing_tiers", "policy", "working_tiers"]

TIERS = ("auto", "ahocorasick", "hyperscan", "re2", "python")
_PROBE = "write to ann@example.com"
_PROBED = "write to [EMAIL_ADDRESS]"


def add_engine_option(parser: argparse.ArgumentParser, default: Sequence[str] = TIERS) -> None:
    """Let the caller choose tiers."""
    parser.add_argument(
        "--engine",
        default=",".join(default),
        help="tiers to run, comma-separated (default: %(default)s, those that work)",
    )


def working_tiers(asked: Sequence[str]) -> list[str]:
    """Return the tiers that redact here, in the order asked."""
    missing = missing_tiers(asked)
    return [tier for tier in asked if tier not in missing]


@functools.cache
def _failure(tier: str) -> str:
    if tier != "auto" and not _has_setting():
        return "this version has one engine"
    try:
        found = anonymizer(tier)(_PROBE)
    except Exception as error:  # noqa: BLE001 - a tier that cannot run is left out by name
        return type(error).__name__
    return "" if found == _PROBED else "finds nothing"


def missing_tiers(asked: Sequence[str]) -> dict[str, str]:
    """Return tier → why it cannot run here."""
    return {tier: _failure(tier) for tier in asked if _failure(tier)}


def anonymizer(tier: str) -> Callable[[object], object]:
    """Return what ``create_anonymizer`` makes of the default detectors on this tier, uncached."""
    if tier == "auto":
        return create_anonymizer([*default_detectors()])
    return functools.partial(redact, policy=policy(tier))


def policy(tier: str, **settings: Any) -> RedactionPolicy:
    """Return the default policy on this tier, with these settings; uncached unless they say so."""
    if tier != "auto":
        settings["engine"] = tier
    return RedactionPolicy(environ={}, **{"cache_bytes": 0, **settings})


def _has_setting() -> bool:
    return "engine" in RedactionPolicy.__dataclass_fields__
