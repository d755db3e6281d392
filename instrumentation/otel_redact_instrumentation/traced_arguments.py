"""A function in; its calls' arguments by name out; `traced_call` asks."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import cast

__all__ = ["Arguments"]

_SELF = frozenset({"self", "cls", "mcs", "mcls", "metacls"})


class Arguments:
    """Names the arguments of calls of one function.

    Args:
        function: any callable.
        has_self: whether the first argument is an object or class the function belongs to, which
            is not recorded; None: it is where it is called so.
    """

    __slots__ = ("_left_out", "_named", "_positional", "_signature")

    def __init__(self, function: Callable[..., object], *, has_self: bool | None = None) -> None:
        """Read the signature, which some functions written in C have not."""
        self._left_out: str | None = None
        self._positional = self._named = ""
        self._signature: inspect.Signature | None = None
        try:
            self._signature = inspect.signature(function)
        except (TypeError, ValueError):
            return
        parameters = list(self._signature.parameters.values())
        for parameter in parameters:
            if parameter.kind is parameter.VAR_POSITIONAL:
                self._positional = parameter.name
            elif parameter.kind is parameter.VAR_KEYWORD:
                self._named = parameter.name
        first = parameters[0] if parameters else None
        if first is not None and first.kind in (
            first.POSITIONAL_ONLY,
            first.POSITIONAL_OR_KEYWORD,
        ):
            left_out = first.name in _SELF if has_self is None else has_self
            self._left_out = first.name if left_out else None

    def by_name(
        self, positional: tuple[object, ...], named: Mapping[str, object]
    ) -> dict[str, object]:
        """Return a new dict, name → argument, with defaults; arguments themselves are no copies.

        Further positional arguments stand under their parameter's name (``args``) where there are
        any, further named ones under their own.

        Raises:
            TypeError: they do not fit, so that the call itself will fail.
        """
        if self._signature is None:
            return {"args": positional, **named} if positional else dict(named)
        bound = self._signature.bind(*positional, **named)
        bound.apply_defaults()
        arguments: dict[str, object] = dict(bound.arguments)
        if self._left_out is not None:
            arguments.pop(self._left_out, None)
        if self._positional and not arguments[self._positional]:
            del arguments[self._positional]
        if self._named:
            further = cast("dict[str, object]", arguments.pop(self._named))
            taken = {name for name in further if name in arguments or name == self._left_out}
            arguments.update({name: further[name] for name in further if name not in taken})
            if taken:  # `def f(a, /, **more)` called as `f(1, a=2)`
                arguments[self._named] = {name: further[name] for name in taken}
        return arguments
