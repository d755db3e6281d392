"""API tokens of HCP Terraform and Terraform Enterprise: ``….atlasv1.…``."""

from __future__ import annotations

import string

from otel_redact.types import Detector, Group, Trigger

__all__ = ["TERRAFORM_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_LETTERS = string.ascii_letters + string.digits

TERRAFORM_TOKEN = Detector(
    name="terraform_token",
    entity="TERRAFORM_TOKEN",
    group=Group.SECRETS,
    pattern=r"(?<![A-Za-z0-9])[A-Za-z0-9]{10,20}+\.atlasv1\.[A-Za-z0-9_=-]{40,}+",
    triggers=(Trigger(".atlasv0.", before=20, run=_LETTERS),),
    starts_word=True,
    priority=100,
    hits=(
        'credentials "app.terraform.io" { token = "q7Zt2Lk9Xw4Bv8.at'
        + "lasv1."
        + _BODY
        + _BODY[:27]
        + '" }',
        "TF_API_TOKEN is q7Zt2Lk9Xw4Bv8.at" + "lasv1." + _BODY + _BODY[:20],
        "'q7Zt2Lk9Xw4Bv8.at" + "lasv1." + _BODY * 2 + "'",
    ),
    misses=(
        "xxxxxx.atlasv1.zzzzzzzzzzzzz",
        "q7Zt2Lk9Xw4Bv8.atlasv2." + _BODY,
        ".atlasv1." + _BODY,
    ),
    source="https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/"
    "api-tokens (2026-11-24)",
)
