"""Azure DevOps personal access tokens: 84 characters with ``AZDO``, or 52 behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group, Trigger

__all__ = ["AZURE_DEVOPS_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY + _BODY[:20] + "JQQJ99" + _BODY[:18] + "AZ" + "DO1aB2"
_OLD = "q7zt2lk6xw4bv5nc" + "2rm6ty3hjp5sdf7gq7zt2lk6xw4bv5nc" + "2rm6"
_NAME = (
    r"(?:(?:azure[_ -]?devops(?:[_ -]?ext)?|azdo|ado|vsts|vss_nuget)[_ -]?"
    r"(?:personal[_ -]?)?(?:access[_ -]?)?(?:pat|token)|system[_.]accesstoken)"
)

AZURE_DEVOPS_TOKEN = Detector(
    name="azure_devops_token",
    entity="AZURE_DEVOPS_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})(?![A-Za-z0-9])|"
        + behind(_NAME, r"[a-z2-7]{52}(?![A-Za-z0-9_-])")
        + ")"
    ),
    triggers=(
        Trigger("azdo", before=76),
        *("azure" + sign + "devops" for sign in ("", "_", " ", "-")),
        *(
            "ado" + sign + kind
            for sign in ("", "_", " ", "-")
            for kind in ("pat", "token", "access", "personal")
        ),
        "vsts",
        "system_accesstoken",
        "system.accesstoken",
        "vss_nuget",
    ),
    key_pattern=KEY_START + r"(?:azure[_-]?devops(?:[_-]?ext)?|azdo|ado|vsts)[_-]?(?:"
    r"(?:personal[_-]?)?access[_-]?)?(?:pat|token)",
    key_triggers=("azure", "azdo", "ado", "vsts"),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=110,
    hits=(
        "AZURE_DEVOPS_EXT_PAT=" + _KEY,
        "use " + _KEY + ", please",
        "AZURE_DEVOPS_PAT=" + _OLD,
        "the azure devops token is " + _OLD + ".",
    ),
    misses=("AZURE_DEVOPS_EXT_PAT=your_pat_here", "sha " + _OLD, "AZDO", _KEY[1:]),
    key_hits=(("AZURE_DEVOPS_EXT_PAT", _OLD), ("adoToken", _OLD)),
    key_misses=(
        ("AZURE_DEVOPS_EXT_PAT", "your_pat_here"),
        ("azure_devops_url", _OLD),
        ("ado_token_name", _OLD),
    ),
    source="https://learn.microsoft.com/purview/"
    "sit-defn-azure-devops-personal-access-token (2026-11-24)",
)
