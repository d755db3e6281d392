"""Bitcoin addresses: base58 with its hash, bech32 and bech32m with their check characters."""

from __future__ import annotations

from otel_redact.detectors.checksum import base58_payload, is_witness_address
from otel_redact.types import Detector, Group, Trigger

__all__ = ["BITCOIN_ADDRESS"]

_VERSIONS = frozenset((0, 5))  # P2PKH and P2SH


def _is_address(text: str) -> bool:
    if text[0] in "13":
        payload = base58_payload(text)
        return payload is not None and len(payload) == 21 and payload[0] in _VERSIONS
    return is_witness_address(text)


BITCOIN_ADDRESS = Detector(
    name="bitcoin_address",
    entity="CRYPTO",
    group=Group.CRYPTO,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        r"[13][1-9A-HJ-NP-Za-km-z]{25,34}+"
        r"|(?:bc|tb)1[qpzs][02-9ac-hj-np-z]{7,86}+|(?:BC|TB)1[QPZS][02-9AC-HJ-NP-Z]{7,86}+"
        r")(?![A-Za-z0-9])"
    ),
    # Base58 begins with nothing but one digit: a run of letters and digits that long is rare. What
    # stands before it is no matter of the trigger's: in JSON text it may be the `n` of `\\n`.
    triggers=(
        Trigger(pattern="0[a-z0]{25}"),
        *(network + "0" + version for network in ("bc", "tb") for version in "qpzs"),
    ),
    starts_word=True,
    validate=_is_address,
    hits=(
        "my wallet address is: 16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ",
        "send to 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy, thanks",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=1",
        "bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
    ),
    misses=(
        "16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ2",
        "16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyY",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp",
        "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7k7grplx",
        "8f953371d3e85eddb89b05ed6b9e680791055315c73e1025ab5dba7bb2aee189",
        "1234567890123456789012345678901234",
        "bc1q",
    ),
    source="https://en.bitcoin.it/wiki/Base58Check_encoding, "
    "https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki and "
    "https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki (2026-11-24)",
    checksum="Base58Check; Bech32, Bech32m",
)
