"""Signatures of Azure shared access URLs and Logic Apps triggers: ``…&sig=…``."""

from __future__ import annotations

from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group, Trigger

__all__ = ["AZURE_SAS_SIGNATURE"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY[:20] + "%2F" + _BODY[:22]

AZURE_SAS_SIGNATURE = Detector(
    name="azure_sas_signature",
    entity="AZURE_SAS_SIGNATURE",
    group=Group.SECRETS,
    pattern=r"(?:[?&;]|\\{1,2}u0026)sig=(?P<value>(?:[A-Za-z0-9_+/-]|%2[BbFf]){40,96}+(?:="
    r"|%3[Dd])?)(?![A-Za-z0-9_+/-])",
    triggers=("?sig=", "&sig=", ";sig=", Trigger("u0000sig=", before=2, first="\\")),
    validate=lambda text: looks_issued(text) and len(set(text)) > 12,
    priority=100,
    hits=(
        "https://a.blob.core.windows.net/c/b?sv=2022-11-02&se=2026-12-01&sig=" + _KEY + "%3D",
        "?sig=" + _KEY + "=&sv=2022",
        "SharedAccessSignature sr=x&sig=" + _KEY + "%3d&se=1",
        r"/invoke?sp=a\u0026sig=" + _KEY,
    ),
    misses=(
        "?sig=abc",
        "sig=inspect.signature(function)",
        "&sig=" + "x" * 43,
        "?sig={signature}&sv=2022",
    ),
    source="https://learn.microsoft.com/rest/api/storageservices/create-service-sas (2026-11-24)",
)
