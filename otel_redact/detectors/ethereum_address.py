"""Ethereum addresses: ``0x`` and forty hexadecimal digits, in any case."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["ETHEREUM_ADDRESS"]

_FEWEST_DIGITS = 6


def _is_some_account(text: str) -> bool:
    """Leave constants such as the null address alone."""
    return len(set(text[2:].lower())) >= _FEWEST_DIGITS


# The case of its letters may carry a checksum, but wallets and chains' own interfaces print lower
# case as well, so it is not asked for.
ETHEREUM_ADDRESS = Detector(
    name="ethereum_address",
    entity="CRYPTO",
    group=Group.CRYPTO,
    pattern=r"(?<![A-Za-z0-9])0x[0-9A-Fa-f]{40}+(?![A-Za-z0-9])",
    triggers=(Trigger("0x", then="0x[a-f0]{40}"),),
    starts_word=True,
    validate=_is_some_account,
    hits=(
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "from 0xd1220a0cf47c7b9be7a2e6ba89f429762e7b9adb to me",
        "ethereum:0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB@1",
    ),
    misses=(
        "0x" + "0" * 40,
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "address 0x7f2b1c3d",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ),
    source="https://eips.ethereum.org/EIPS/eip-55 (2026-11-24)",
)
