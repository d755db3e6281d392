"""MongoDB Atlas service account secrets ``mdb_sa_sk_…``, and private API keys behind their name."""

from __future__ import annotations

from otel_redact.detectors.context import near
from otel_redact.detectors.shape import looks_issued
from otel_redact.types import Detector, Group

__all__ = ["MONGODB_ATLAS_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_UUID = "3f9a1c52-7b0e-" + "4d68-9c21-e5f04a8b6d17"

MONGODB_ATLAS_KEY = Detector(
    name="mongodb_atlas_key",
    entity="MONGODB_ATLAS_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>mdb_sa_sk_[A-Za-z0-9_-]{20,}+)|"
        + near(
            r"atlas[A-Za-z0-9_. -]{0,16}?private[_ -]?(?:api[_ -]?)?key",
            r"(?<![_-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])",
            distance=14,
        )
        + ")"
    ),
    triggers=("mdb_sa_sk_", "atlas"),
    validate=lambda text: len(set(text)) > 7 and looks_issued(text.removeprefix("mdb_sa_sk_")),
    priority=100,
    hits=(
        "MONGODB_ATLAS_CLIENT_SECRET=mdb" + "_sa_sk_" + _BODY,
        "'mdb" + "_sa_sk_" + _BODY[:20] + "-_" + _BODY[:18] + "'",
        "MONGODB_ATLAS_PRIVATE_KEY=" + _UUID,
    ),
    misses=("mdb_sa_id_" + _HEX[:24], "mdb_sa_sk_your_client_secret_here", "atlas key " + _UUID),
    source="https://www.mongodb.com/docs/atlas/api/service-accounts-overview (2026-11-24)",
)
