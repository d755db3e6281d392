"""Findings of one text in, non-overlapping findings out; called by every engine."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from otel_redact.types import Finding

__all__ = ["resolve_overlaps"]


def resolve_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """Return one finding for each cluster of overlapping ones, sorted by start.

    It takes its entity and priority from the longest of the cluster, then the one with the highest
    priority, then the earliest. It covers all of them, so that no rest of a weaker finding stays
    readable beside a stronger one. Findings that only touch stay apart.

    Args:
        findings: any order; offsets are half-open, in code points; empty ones are dropped.
    """
    findings = list(findings)
    if len(findings) == 1:
        return findings if findings[0].start < findings[0].end else []
    ordered = sorted(findings)
    if all(one.start < one.end <= other.start for one, other in pairwise(ordered)):
        return [one for one in ordered if one.start < one.end]
    resolved: list[Finding] = []
    cluster: list[Finding] = []
    reach = 0
    for finding in sorted(ordered, key=lambda one: (one.start, -one.end, -one.priority)):
        if finding.start >= finding.end:
            continue
        if cluster and finding.start >= reach:
            resolved.append(_merge(cluster, reach))
            cluster = []
        reach = max(reach, finding.end)
        cluster.append(finding)
    if cluster:
        resolved.append(_merge(cluster, reach))
    return resolved


def _merge(cluster: list[Finding], end: int) -> Finding:
    if len(cluster) == 1:
        return cluster[0]
    strongest = max(cluster, key=lambda one: (one.end - one.start, one.priority, -one.start))
    return Finding(
        start=cluster[0].start, end=end, entity=strongest.entity, priority=strongest.priority
    )
