"""Weights & Biases API keys: ``wandb_v1_…``, and 40 hexadecimal digits behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group

__all__ = ["WANDB_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_HEX = "0a1b2c3d4e5f6071" + "8293a4b5c6d7e8f9"
_KEY = "wan" + "db_v1_" + _BODY[:27] + "_" + _BODY + _BODY[:17]
_NAME = (
    r"(?:wandb|weights(?:[ ]&[ ]|[ ]and[ ]|_and_|-and-|[&_-]|and)?biases)(?:[_ .-]?ai)?(?:\.login\("
    r"|[_ .-]?(?:(?:api|auth|access)[_ .-]?)?)(?:key|token)"
)

WANDB_API_KEY = Detector(
    name="wandb_api_key",
    entity="WANDB_API_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?P<value>wandb_v[0-9]{1,2}_[A-Za-z0-9_-]{24,}+)|"
        + behind(_NAME, r"(?:local-)?[0-9A-Za-z]{40}(?![A-Za-z0-9_-])")
        + r"|(?i:wandb)[ ]login[ ](?:--?[a-z]{1,12}[ ]){0,3}(?P<value>"
        r"(?:local-)?[0-9a-f]{40})(?![A-Za-z0-9_-]))"
    ),
    triggers=(
        "wandb",
        *(
            "weights" + sign + "biases"
            for sign in ("", "&", "_", "-", "and", " & ", " and ", "_and_", "-and-")
        ),
    ),
    key_pattern=KEY_START + r"wandb[_.-]?(?:(?:api|auth|access)[_.-]?)?(?:key|token)",
    key_triggers=("wandb",),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "WANDB_API_KEY=" + _KEY,
        "WANDB_API_KEY=" + _HEX + _HEX[:8],
        "wandb login " + _HEX + _HEX[:8],
        "wandb.login(key='local-" + _HEX + _HEX[:8] + "')",
    ),
    misses=(
        "WANDB_API_KEY=your_api_key_here",
        "wandb_v1_the_run_of_the_sweep_was_done",
        "wandb run " + _HEX,
        "wandb commit da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    key_hits=(("WANDB_API_KEY", _HEX + _HEX[:8]), ("wandbApiKey", _HEX + _HEX[:8])),
    key_misses=(
        ("WANDB_API_KEY", "your_api_key_here"),
        ("wandb.run", _HEX),
        ("wandb_api_key_name", _HEX),
    ),
    source="https://docs.wandb.ai/support/find_api_key and https://github.com/wandb/wandb/"
    "releases/tag/v0.22.3 (2026-11-24)",
)
