"""The ``data`` of a Kubernetes ``Secret`` in YAML, all of its lines."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["KUBERNETES_SECRET"]

_LINES = "  user: YWRtaW4=\n  password: aHVudGVy" + "Mg==\n"
_DATA = (
    r"(?:data|stringData):\r?\n"
    r"(?P<value>(?:[ ]{1,8}[A-Za-z0-9._-]{1,253}+:[ ](?!\{)[^\r\n]{1,65536}+(?:\r?\n|\Z)){1,64}+)"
)
# Lines that may stand between `kind` and `data`; none of them is another document's.
_LINE = r"(?!---|data:|stringData:|kind:)[^\r\n]{0,512}+\r?\n"

# `kubectl get -o yaml` sorts its keys: data comes first, and everything else may stand between.
KUBERNETES_SECRET = Detector(
    name="kubernetes_secret",
    entity="KUBERNETES_SECRET",
    group=Group.SECRETS,
    pattern=(
        rf"(?:kind:[ ]Secret[ ]?\r?\n(?:{_LINE}){{0,40}}?{_DATA}"
        rf"|apiVersion:[ ]v1\r?\n{_DATA}(?:{_LINE}){{0,40}}?kind:[ ]Secret[ ]?(?:\r?\n|\Z))"
    ),
    triggers=("kind: secret", "apiversion: v0\n", "apiversion: v0\r"),
    priority=60,
    hits=(
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n" + _LINES,
        "kind: Secret\nstringData:\n" + _LINES + "---\nkind: Pod\n",
        "apiVersion: v1\ndata:\n" + _LINES + "kind: Secret\nmetadata:\n  name: db\n",
    ),
    misses=(
        "apiVersion: v1\nkind: ConfigMap\ndata:\n  level: info\n",
        "apiVersion: v1\ndata:\n  level: info\nkind: ConfigMap\n",
        "kind: Secret\nmetadata:\n  name: db\n---\nkind: ConfigMap\ndata:\n  level: info\n",
        "data:\n  a: b\n",
    ),
    source="https://kubernetes.io/docs/concepts/configuration/secret/ (2026-11-24)",
)
