"""Names in, functions that redact a chat out: ours and, where they are installed, the peers'."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from same_rules import re_rules, regex_rules
from tiers import anonymizer

from otel_redact import default_detectors

__all__ = ["OURS", "PEERS", "Redactor", "count_findings", "ours", "peers"]

OURS = "otel_redact"
"""What our names start with."""

Form = Literal["text", "value"]

# Our and LangSmith's [EMAIL_ADDRESS], Mistral's [REDACTED], Presidio's <EMAIL_ADDRESS>, Logfire's.
_PLACEHOLDER = re.compile(r"\[[A-Z][A-Z0-9_]+\]|<[A-Z][A-Z0-9_]+>|\[Scrubbed due to ")
_KEY = "input.value"  # Logfire exempts gen_ai.input.messages
_DEPTH = 24


@dataclass(frozen=True, kw_only=True)
class Redactor:
    """One contestant.

    Attributes:
        name: in the result.
        form: what it is given: ``text``: JSON text, as a span's attribute holds it; ``value``: the
            same, parsed, as LangSmith's client hands it to an anonymizer.
        run: returns the redacted text or value; may change a value.
    """

    name: str
    form: Form
    run: Callable[[Any], object]

    @property
    def key(self) -> str:
        """Name and form."""
        return f"{self.name}, {self.form}"


def ours(tier: str) -> list[Redactor]:
    """Return our anonymizer on a tier of the engine, for both forms."""
    run = anonymizer(tier)
    return [Redactor(name=f"{OURS} {tier}", form=form, run=run) for form in ("text", "value")]


def peers() -> tuple[list[Redactor], dict[str, str]]:
    """Return the peers that are installed, and package → why one is not there."""
    found: list[Redactor] = []
    missing: dict[str, str] = {}
    for package, (modules, make) in PEERS.items():
        try:
            for module in modules:
                importlib.import_module(module)
        except ImportError as error:
            missing[package] = f"not installed: {error.name}"
            continue
        found += make()
    return found, missing


def count_findings(redacted: object) -> int:
    """Return how many placeholders are in a redacted text or value."""
    return len(_PLACEHOLDER.findall(str(redacted)))


def _langsmith() -> list[Redactor]:
    from langsmith.anonymizer import (
        RuleNodeProcessor,
        create_anonymizer,
        create_secret_anonymizer,
    )

    detectors = default_detectors()
    converted, _ = re_rules(detectors)
    # Its constructor compiles whatever is no pattern of `re`; its loop runs any that has `sub`.
    exact = RuleNodeProcessor([])
    exact.rules = regex_rules(detectors)
    return _both_forms(
        {
            "langsmith, same rules, regex": create_anonymizer(exact, max_depth=_DEPTH),
            "langsmith, same rules, re": create_anonymizer(converted, max_depth=_DEPTH),
            "langsmith, its secret rules": create_secret_anonymizer(max_depth=_DEPTH),
        }
    )


def _presidio() -> list[Redactor]:
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NoOpNlpEngine
    from presidio_analyzer.predefined_recognizers.generic import email_recognizer
    from presidio_anonymizer import AnonymizerEngine

    # The list of suffixes that the package carries; the default would ask the network for it.
    email_recognizer.tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    nothing = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": ""}])
    nothing.load()
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=nothing)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=nothing, supported_languages=["en"])
    engine = AnonymizerEngine()

    def run(text: str) -> str:
        found = analyzer.analyze(text=text, language="en")
        redacted: str = engine.anonymize(text=text, analyzer_results=found).text
        return redacted

    return [Redactor(name="presidio, patterns", form="text", run=run)]


def _logfire() -> list[Redactor]:
    from logfire._internal.scrubbing import Scrubber

    scrubber = Scrubber(None)

    def run(text: str) -> object:
        redacted, _ = scrubber.scrub_value(("attributes",), {_KEY: text})
        return redacted[_KEY]

    return [Redactor(name="logfire, default", form="text", run=run)]


def _mistral() -> list[Redactor]:
    from mistralai.extra.observability import RegexRedactionPolicy

    policy = RegexRedactionPolicy()

    def run(text: str) -> object:
        return policy.redact_attributes({_KEY: text})[_KEY]

    return [Redactor(name="mistral, default", form="text", run=run)]


def _both_forms(functions: dict[str, Callable[[Any], object]]) -> list[Redactor]:
    return [
        Redactor(name=name, form=form, run=run)
        for name, run in functions.items()
        for form in ("text", "value")
    ]


PEERS: dict[str, tuple[Sequence[str], Callable[[], list[Redactor]]]] = {
    "langsmith": (("langsmith.anonymizer",), _langsmith),
    "presidio-analyzer": (("presidio_analyzer", "presidio_anonymizer", "tldextract"), _presidio),
    "logfire": (("logfire",), _logfire),
    "mistralai": (("mistralai.extra.observability",), _mistral),
}
"""Package → modules that must be there, and what makes redactors of it."""
