"""Authress service client access keys: client, key id, account and private key, joined by dots."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["AUTHRESS_ACCESS_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LOWER = "q7zt2lk9xw4bv8nc1rm6" + "yp3hd5js0gf2ta8qe4uo"

AUTHRESS_ACCESS_KEY = Detector(
    name="authress_access_key",
    entity="AUTHRESS_ACCESS_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:sc|ext|scauth|authress)_[A-Za-z0-9_-]{4,32}+\.[A-Za-z0-9]{2,8}+"
        r"\.acc[_-][A-Za-z0-9-]{6,40}+\.[A-Za-z0-9+/_=-]{24,}+"
    ),
    triggers=tuple(
        Trigger(sign, before=52, first=kind)
        for sign in (".acc_", ".acc-")
        for kind in ("sc_", "ext_", "scauth_", "authress_")
    ),
    starts_word=True,
    validate=looks_issued,
    priority=100,
    hits=(
        "AUTHRESS_KEY=s" + "c_" + _LOWER[:10] + ".a1b2.acc_" + _LOWER[:12] + "." + _BODY,
        "accessKey: 'authr"
        + "ess_"
        + _LOWER[:8]
        + ".q7zt.acc-"
        + _LOWER[:16]
        + "."
        + _BODY
        + "+/='",
        "ex" + "t_" + _LOWER[:20] + ".k9xw4b.acc_" + _LOWER[:10] + ".MC4CAQAwBQYDK2VwBCIEI" + _BODY,
    ),
    misses=("model.acc_score", "sc_abc.de.acc_total.value", "self.sc_metric.a1.acc_sum.x"),
    source="https://authress.io/knowledge-base/docs/authorization/service-clients (2026-11-24)",
)
