"""GitLab tokens of every kind: ``glpat-`` and its siblings, runner registration, session cookie."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["GITLAB_TOKEN"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc1Rm6" + "Yp3Hd5Js0Gf2Ta8Qe4Uo"
_KINDS = (
    *("pat", "oas", "dt", "rt", "rtr", "cbt", "ptt", "ft", "imt", "agent", "wt", "soat", "ffct"),
)

GITLAB_TOKEN = Detector(
    name="gitlab_token",
    entity="GITLAB_TOKEN",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        rf"gl(?:{'|'.join(_KINDS)})-(?=[A-Za-z_-]{{0,64}}[A-Z0-9])[A-Za-z0-9_-]{{16,}}+"
        r"(?:\.[A-Za-z0-9_-]{2,}+){0,2}"
        r"|GR1348941[A-Za-z0-9_-]{16,}+"
        r"|_gitlab_session=(?P<value>[0-9a-f]{32}))"
    ),
    triggers=(*("gl" + kind + "-" for kind in _KINDS), "gr0000000", "_gitlab_session="),
    starts_word=True,
    validate=lambda text: len(set(text)) > 10,
    priority=100,
    hits=(
        "PRIVATE-TOKEN is glp" + "at-q7Zt2Lk9Xw4Bv8Nc1Rm6",
        "https://oauth2:glp" + "at-q7Zt2Lk9-w4Bv8Nc_Rm6@gitlab.com/g/p.git",
        "routable glp" + "at-" + _BODY[:27] + ".01.0y1a2b3c4",
        "CI_JOB_TOKEN=glc" + "bt-64_q7Zt2Lk9Xw4Bv8Nc1Rm6",
        "runner glr" + "t-t1_q7Zt2Lk9Xw4Bv8Nc1Rm6",
        "register --token GR13" + "48941q7Zt2Lk9Xw4Bv8Nc1Rm6",
        "'glag" + "ent-" + _BODY + _BODY[:10] + "'",
    ),
    misses=(
        "glpat-short",
        "glpat-xxxxxxxxxxxxxxxxxxxx",
        "glpat-XXXXXXXXXXXXXXXXXXXX",
        "glpat-your-personal-access-token",
        "englrt-q7Zt2Lk9Xw4Bv8Nc1Rm6",
    ),
    source="https://docs.gitlab.com/security/tokens/#token-prefixes (2026-11-24)",
)
