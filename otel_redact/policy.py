"""What the user wants hidden and anonymized: `RedactionPolicy`.

A policy's constructor reads nothing; whoever takes one (processor, exporter, `use_policy`) settles
it: arguments that were not given are filled from the environment, then from the policy file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Final, Literal, cast

from otel_redact import config
from otel_redact.anonymizer import Anonymizer, create_anonymizer
from otel_redact.catalogue import create_operator, select_detectors
from otel_redact.errors import ConfigError
from otel_redact.instrumentation_rule import HideOption, InstrumentationRule, check_hide_options
from otel_redact.replacer import Replacer
from otel_redact.rule import Rule, compile_rule
from otel_redact.setting import HIDE_FLAGS, PARSERS, check_hide
from otel_redact.types import Category

__all__ = [
    "DEFAULT",
    "Default",
    "RedactionPolicy",
]


class Default:
    """The type of ``DEFAULT``: "the built-in detectors", as against None, "no rules at all"."""

    def __repr__(self) -> str:
        """Show the name users write."""
        return "DEFAULT"


DEFAULT: Final = Default()

_NOT_SETTINGS = frozenset({"anonymizer", "config_file", "environ"})
_IDLE_BESIDE_ANONYMIZER = frozenset(
    {
        *("rules", "exclude_rules", "extra_rules", "operator"),
        *("allow_terms", "allow_keys", "allow_paths"),
    }
)
_NO_RULES: Mapping[str, InstrumentationRule] = MappingProxyType({})
_SHAPES: tuple[tuple[str, type | tuple[type, ...], str, object], ...] = (
    ("hide", Iterable, "a list of categories", ()),
    (
        "instrumentations",
        Mapping,
        "a mapping of scope-name globs to InstrumentationRule",
        _NO_RULES,
    ),
    ("extra_rules", Sequence, "a list of rules with pattern and replace", ()),
    ("config_file", (str, os.PathLike), "a path", None),
    ("environ", Mapping, "a mapping of variables", None),
)
"""Name, type, what an error says of it, and what None stands for."""


@dataclass(frozen=True, kw_only=True)
class RedactionPolicy:
    """What is hidden, processed and anonymized. Immutable; None, ``()``, ``{}`` are "not given".

    What is not given comes from the environment, then the policy file, then the default:

    * hide_inputs — ``OTEL_REDACT_HIDE_INPUTS`` — false
    * hide_outputs — ``OTEL_REDACT_HIDE_OUTPUTS`` — false
    * hide_metadata — ``OTEL_REDACT_HIDE_METADATA`` — false
    * hide — ``OTEL_REDACT_HIDE`` — nothing
    * rules — ``OTEL_REDACT_RULES`` — ``default``
    * exclude_rules — ``OTEL_REDACT_EXCLUDE_RULES`` — nothing
    * allow_terms — ``OTEL_REDACT_ALLOW_TERMS`` — nothing
    * allow_keys — ``OTEL_REDACT_ALLOW_KEYS`` — nothing
    * allow_paths — ``OTEL_REDACT_ALLOW_PATHS`` — nothing
    * operator — ``OTEL_REDACT_OPERATOR`` — ``replace``
    * hash_key — ``OTEL_REDACT_HASH_KEY`` — random per process
    * max_depth — ``OTEL_REDACT_MAX_DEPTH`` — 32
    * rule_timeout_millis — ``OTEL_REDACT_RULE_TIMEOUT_MILLIS`` — 50
    * span_timeout_millis — ``OTEL_REDACT_SPAN_TIMEOUT_MILLIS`` — 100
    * max_value_length — ``OTEL_REDACT_MAX_VALUE_LENGTH`` — none
    * engine — ``OTEL_REDACT_ENGINE`` — ``auto``
    * on_error — ``OTEL_REDACT_ON_ERROR`` — ``drop_value``
    * dry_run — ``OTEL_REDACT_DRY_RUN`` — false
    * summary — ``OTEL_REDACT_SUMMARY`` — ``none``
    * cache_bytes — ``OTEL_REDACT_CACHE_BYTES`` — 8388608
    * config_file — ``OTEL_REDACT_CONFIG_FILE`` — none

    Args:
        hide_inputs: True removes every INPUT; a callable gets ``{attribute key: decoded value}``
            as a fresh dict and returns the dict that is kept; False and None keep.
        hide_outputs: likewise for outputs.
        hide_metadata: likewise for metadata; a callable sees the user's own names, unwrapped from
            ``langsmith.metadata.`` and its like.
        hide: further categories to remove: ``"SYSTEM"``, ``"TOOLS"``, ``"MEDIA"``,
            ``"EMBEDDINGS"``, ``"PARAMETERS"``, ``"DOCUMENTS"``, ``"ERROR"``, ``"UNKNOWN"``, ….
        anonymizer: what ``create_anonymizer`` returns, or its argument; ``DEFAULT``: the detectors
            that ``rules`` selects; None: no rules at all. A given one (not ``DEFAULT``, not None)
            runs instead of ``hide_*`` callables.
        instrumentations: scope-name glob → what differs for its spans.
        unknown: ``"anonymize"``, or ``"hide"`` to remove attributes that no convention names.
        on_error: ``"drop_value"``: a value whose redaction fails becomes ``[REDACTED]``;
            ``"drop_span"``: its span is not exported at all.
        dry_run: export unchanged, plus ``otel_redact.dry_run`` that counts what would be replaced.
        cache_bytes: bytes >= 0 for results of strings seen before; 0: off.
        rules: groups or detector names: ``default``, ``secrets``, ``pii``, ``network``, ``crypto``,
            ``media``, ``identifiers``, ``all``, ``none``, ``email_address``, ….
        exclude_rules: groups or detector names left out.
        extra_rules: your own rules; they run after the detectors, in order.
        allow_terms: findings that detectors let stand, whole and in any case: ``"press@corp.com"``,
            ``"*@example.com"``.
        allow_keys: nearest mapping or attribute keys whose texts detectors let stand, in any case,
            ``*`` for any characters: ``"support_email"``.
        allow_paths: values that detectors let stand, by attribute key, ``.name`` and ``[index]``,
            ``*`` for one of these and ``**`` for any number, with all below them:
            ``"app.contact"``, ``"gen_ai.input.messages[*].name"``. Keeps JSON from the fast reader.
        operator: what replaces findings: ``"replace"``, ``"mask:last=4"``, ``"hash"``, ``"drop"``,
            ``"keep"``, ``"describe"``; or a mapping entity → operator, with ``"default"``. Unless
            told otherwise, ``MEDIA`` is described: ``[image/png 34 KB sha256:ab12cd34ef56]``.
        hash_key: key of the ``hash`` operator; without one, tokens differ between processes.
        max_depth: levels >= 1 of nesting whose strings are read; strings below become
            ``[redacted]``.
        rule_timeout_millis: milliseconds >= 1 that one of ``extra_rules`` may spend on one string.
        span_timeout_millis: milliseconds >= 1 of CPU time that detectors and rules may spend on
            one span; the values they have not come to by then become ``[REDACTED]``.
        max_value_length: code points >= 1 (bytes of a binary value) that are kept of an attribute's
            strings and of a status description, cut after redaction; None: all.
        engine: what looks for triggers: ``"ahocorasick"``, ``"hyperscan"``, ``"re2"``,
            ``"python"``, or ``"auto"``, the first of them that is installed. Findings are the same.
        summary: ``"counts"`` adds ``otel_redact.summary`` (entity → count) to redacted spans.
        config_file: path of a YAML policy file; ``OTEL_REDACT_CONFIG_FILE`` outranks it.
        environ: variables to read instead of ``os.environ``; locks of this process's own file hold
            all the same.

    Raises:
        ConfigError: a wrong type or word.
    """

    hide_inputs: HideOption = None
    hide_outputs: HideOption = None
    hide_metadata: HideOption = None
    hide: Sequence[str | Category] = ()
    anonymizer: Anonymizer | Replacer | Default | None = DEFAULT
    instrumentations: Mapping[str, InstrumentationRule] = field(default_factory=lambda: _NO_RULES)
    unknown: Literal["anonymize", "hide"] | None = None
    on_error: Literal["drop_value", "drop_span"] | None = None
    dry_run: bool | None = None
    cache_bytes: int | None = None
    rules: Sequence[str] | str | None = None
    exclude_rules: Sequence[str] | str | None = None
    extra_rules: Sequence[Rule | Mapping[str, object]] = field(default=(), repr=False)
    allow_terms: Sequence[str] | str | None = None
    allow_keys: Sequence[str] | str | None = None
    allow_paths: Sequence[str] | str | None = None
    operator: str | Mapping[str, str] | None = None
    hash_key: str | None = field(default=None, repr=False)
    max_depth: int | None = None
    rule_timeout_millis: int | None = None
    span_timeout_millis: int | None = None
    max_value_length: int | None = None
    engine: Literal["auto", "ahocorasick", "hyperscan", "re2", "python"] | None = None
    summary: Literal["none", "counts"] | None = None
    config_file: str | os.PathLike[str] | None = None
    environ: Mapping[str, str] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Check types and words; read nothing."""
        check_hide_options(self)
        _check_shapes(self)
        if isinstance(self.hide, str):
            object.__setattr__(self, "hide", tuple(self.hide.split(",")))
        object.__setattr__(self, "hide", check_hide(tuple(self.hide), "hide"))
        for name in self._given() - set(HIDE_FLAGS) - {"hide", "instrumentations"}:
            PARSERS[name](getattr(self, name), name)
        self._check_rules()
        for glob, rule in dict(self.instrumentations).items():
            if not isinstance(glob, str) or not isinstance(rule, InstrumentationRule):
                msg = (
                    f"instrumentations: got {type(glob).__name__} → {type(rule).__name__}, "
                    "expected scope-name glob (str) → InstrumentationRule"
                )
                raise ConfigError(msg)
        object.__setattr__(self, "instrumentations", MappingProxyType(dict(self.instrumentations)))
        object.__setattr__(self, "anonymizer", _anonymizer(self.anonymizer))

    def _check_rules(self) -> None:
        """Name wrong detectors, operators and rules now, not when a processor takes the policy."""
        if not isinstance(self.anonymizer, Default):
            idle = sorted(self._given() & _IDLE_BESIDE_ANONYMIZER)
            if idle:
                raise ConfigError(
                    f"{idle[0]}: has no effect beside anonymizer, which stands in for the default "
                    "rules; give create_anonymizer([*default_detectors(), …]) all of them instead"
                )
        select_detectors(
            cast("tuple[str, ...]", PARSERS["rules"](self.rules or "default", "rules")),
            cast(
                "tuple[str, ...]",
                PARSERS["exclude_rules"](self.exclude_rules or (), "exclude_rules"),
            ),
        )
        for position, rule in enumerate(self.extra_rules):
            compile_rule(rule, position)
        if self.operator is not None:
            spec = PARSERS["operator"](self.operator, "operator")
            for word in spec.values() if isinstance(spec, Mapping) else (spec,):
                create_operator(str(word), hash_key=self.hash_key)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> RedactionPolicy:
        """Make a policy from environment variables (and the file they name) alone.

        Args:
            environ: variables; None: ``os.environ``.

        Raises:
            ConfigError: a variable or file that cannot be read.
        """
        policy = cls(environ=dict(os.environ if environ is None else environ))
        policy.resolve()
        return policy

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> RedactionPolicy:
        """Make a policy from a YAML file; environment variables outrank it.

        Args:
            path: the policy file; its keys are this class's keywords, plus ``locked``.

        Raises:
            ConfigError: the file cannot be read, is no mapping, or has an unknown setting.
        """
        policy = cls(config_file=path)
        policy.resolve()
        return policy

    def resolve(self) -> config.Resolved:
        """Return every setting after precedence, as this process's environment and files say now.

        Raises:
            ConfigError: a variable or file that cannot be read.
        """
        arguments: dict[str, object] = {}
        for name in self._given():
            value = getattr(self, name)
            parsed = name in (*HIDE_FLAGS, "hide", "instrumentations")
            arguments[name] = value if parsed else PARSERS[name](value, name)
        return config.resolve(arguments, environ=self.environ, file=self.config_file)

    def _given(self) -> set[str]:
        """Return the names of the settings that the caller gave."""
        given = {
            item.name
            for item in fields(self)
            if item.name not in _NOT_SETTINGS and getattr(self, item.name) is not None
        }
        empty = ("hide", "instrumentations", "extra_rules")
        return {name for name in given if name not in empty or len(getattr(self, name))}


def _check_shapes(owner: RedactionPolicy) -> None:
    for name, kind, expected, default in _SHAPES:
        value = getattr(owner, name)
        if value is None:
            object.__setattr__(owner, name, default)
        elif not isinstance(value, kind):
            raise ConfigError(f"{name}: got {type(value).__name__}, expected {expected}")


def _anonymizer(value: object) -> Anonymizer | Default | None:
    if value is None or isinstance(value, (Anonymizer, Default)):
        return value
    return create_anonymizer(value)  # type: ignore[arg-type]  # create_anonymizer checks the type
