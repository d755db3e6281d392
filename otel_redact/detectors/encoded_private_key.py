"""PEM private keys in base64 once more, as Kubernetes secrets and kubeconfigs carry them."""

from __future__ import annotations

import binascii
from base64 import b64decode

from otel_redact.types import Detector, Group

__all__ = ["ENCODED_PRIVATE_KEY"]

_HEAD = 64  # characters: 48 bytes, the first line of any kind
_KEY = "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t" + "Ck1JSUV2UUlCQURBTkJna3Foa2lHOXcwQkFRRUZBQVND"
_CERTIFICATE = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUV2UUlCQURBTkJna3Foa2lHOXcw"


def _is_private_key(text: str) -> bool:
    head = text[: min(_HEAD, len(text) // 4 * 4)].replace("-", "+").replace("_", "/")
    try:
        decoded = b64decode(head)
    except binascii.Error:
        return False
    return b"PRIVATE KEY" in decoded


ENCODED_PRIVATE_KEY = Detector(
    name="encoded_private_key",
    entity="PRIVATE_KEY",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])LS0tLS1CRUdJTi[A-Za-z0-9+/_-]{24,}+={0,2}",
    triggers=("ls0tls0crudjti",),
    starts_word=True,
    validate=_is_private_key,
    priority=100,
    hits=(
        "tls.key: " + _KEY,
        "    client-key-data: " + _KEY + "Cg==\n",
        "SSH_KEY=LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZ" + "LS0tLS0KYjNCbGJuTnphQzFyWlhrdGRqRUE=",
    ),
    misses=(
        "certificate-authority-data: " + _CERTIFICATE,
        "LS0tLS1CRUdJTi",
        "xLS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2UUlCQURBTkJna3Foa2lH",
    ),
    source="https://kubernetes.io/docs/concepts/configuration/secret/ (2026-11-24)",
)
