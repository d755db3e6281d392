"""How many steps a matcher needs at most; `rule_pattern` leaves the clock off by it."""

from __future__ import annotations

from typing import Any

from otel_redact.rule_source import Nodes, inner

__all__ = ["untimed_length"]

_LENGTHS = (4096, 2048, 1024, 512, 256, 128, 64, 32, 16)
_MAX_STEPS = 1e18


def untimed_length(nodes: Nodes, max_steps: float) -> int:
    """Return the longest text that a pattern cannot spend more than ``max_steps`` on.

    The bound counts every way to match every node from every start, as if nothing were cut off.

    Args:
        nodes: parse tree of ``re``.
        max_steps: steps > 0 that are allowed.

    Returns:
        Code points: one of a few powers of two, or 0 where even a short text may cost more.
    """
    for length in _LENGTHS:
        cost, _ = _sequence(nodes, length)
        if (length + 1) * (cost + 1) <= max_steps:
            return length
    return 0


def _sequence(nodes: Nodes, length: int) -> tuple[float, float]:
    """Return steps and ways to match; a node is tried once for each way to reach it."""
    cost, ways = 0.0, 1.0
    for opcode, argument in nodes:
        one_cost, one_ways = _node(opcode.name, argument, length)
        cost = min(_MAX_STEPS, cost + ways * one_cost)
        ways = min(_MAX_STEPS, ways * one_ways)
    return cost, ways


def _node(name: str, argument: Any, length: int) -> tuple[float, float]:  # noqa: ANN401 - see Nodes
    if name == "GROUPREF":
        return length + 1.0, 1.0
    parts = [_sequence(nodes, length) for nodes in inner(name, argument)]
    if not parts:
        return 1.0, 1.0
    cost = 1.0 + sum(part[0] for part in parts)
    ways = sum(part[1] for part in parts)
    if name.endswith("_REPEAT"):
        times = min(int(argument[1]), int(argument[0]) + length) + 1
        cost, ways = _repeated(cost, ways, times)
    if name in {"ASSERT", "ASSERT_NOT", "ATOMIC_GROUP", "POSSESSIVE_REPEAT"}:
        ways = 1.0
    return cost, ways + (name == "GROUPREF_EXISTS")


def _repeated(cost: float, ways: float, times: int) -> tuple[float, float]:
    total, reached = 0.0, 1.0
    for _ in range(times):
        total = total + reached
        reached = reached * ways
        if total >= _MAX_STEPS:
            return _MAX_STEPS, _MAX_STEPS
    return min(_MAX_STEPS, total * cost), total
