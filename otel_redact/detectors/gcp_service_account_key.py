"""Google Cloud service account keys as base64: the whole JSON file with its private key."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["GCP_SERVICE_ACCOUNT_KEY"]

_DIGITS = str.maketrans("123456789", "000000000")
# `{"type": "service_account"` as base64, by what stands between the brace and the first quote:
# nothing, with and without a blank behind the colon; a line feed and 2, 1 or 4 blanks or a tab;
# carriage return, line feed and 2 blanks.
_HEADS = (
    *("eyJ0eXBlIjogInNlcnZpY2VfYWNjb3VudC", "eyJ0eXBlIjoic2VydmljZV9hY2NvdW50"),
    *("ewogICJ0eXBlIjogInNlcnZpY2VfYWNjb3VudC", "ewogInR5cGUiOiAic2VydmljZV9hY2NvdW50"),
    *("ewogICAgInR5cGUiOiAic2VydmljZV9hY2NvdW50", "ewoJInR5cGUiOiAic2VydmljZV9hY2NvdW50"),
    "ew0KICAidHlwZSI6ICJzZXJ2aWNlX2FjY291bnQi",
)

GCP_SERVICE_ACCOUNT_KEY = Detector(
    name="gcp_service_account_key",
    entity="GCP_SERVICE_ACCOUNT_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9+/])(?:"
        + "|".join(_HEADS)
        + r")(?:[A-Za-z0-9+/_-]|[\r\n](?=[A-Za-z0-9+/]))*+={0,2}"
    ),
    triggers=tuple(shape for head in _HEADS for shape in (head.lower().translate(_DIGITS),)),
    priority=100,
    hits=(
        "GOOGLE_CREDENTIALS=" + _HEADS[0] + "CIsInByb2plY3RfaWQi",
        "use " + _HEADS[2] + "CIs\nInByb2plY3RfaWQi\n",
        '"' + _HEADS[1] + "iwicHJvamVjdF9pZCI6" + '"',
    ),
    misses=(
        "eyJ0eXBlIjogInVzZXIifQ==",
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9",
        '{"type": "service_account"}',
    ),
    source="https://cloud.google.com/iam/docs/keys-create-delete (2026-11-24)",
)
