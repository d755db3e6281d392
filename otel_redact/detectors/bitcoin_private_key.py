"""Bitcoin private keys: wallet import format with its hash, and extended keys (``xprv…``)."""

from __future__ import annotations

from otel_redact.detectors.checksum import base58_payload
from otel_redact.detectors.context import near
from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group, Trigger

__all__ = ["BITCOIN_PRIVATE_KEY"]

_NAMES = (
    "wif",
    "private key",
    "private_key",
    "privatekey",
    "privkey",
    "priv_key",
    "bitcoin",
    "btc",
)
_NETWORKS = frozenset((0x80, 0xEF))
_EXTENDED = ("xprv", "yprv", "zprv", "tprv", "uprv", "vprv")


def _is_private_key(text: str) -> bool:
    if text[1:4] == "prv":
        return has_digit_or_upper(text[5:])
    payload = base58_payload(text)
    return payload is not None and len(payload) in (33, 34) and payload[0] in _NETWORKS


# Of the other forms only the uncompressed one begins with something; they need a name before them.
# An extended key's beginning is unmistakable, so one that is cut goes too.
BITCOIN_PRIVATE_KEY = Detector(
    name="bitcoin_private_key",
    entity="BITCOIN_PRIVATE_KEY",
    group=Group.CRYPTO,
    pattern=(
        r"(?<![A-Za-z0-9])(?:5[HJK][1-9A-HJ-NP-Za-km-z]{49}(?![A-Za-z0-9])|"
        + near("|".join(_NAMES), r"[59KLc][1-9A-HJ-NP-Za-km-z]{50,51}+(?![A-Za-z0-9])")
        + r"|[xyztuv]prv[1-9A-HJ-NP-Z][1-9A-HJ-NP-Za-km-z]{24,}+)"
    ),
    triggers=(
        *(Trigger("0" + second, then=f"0{second}[a-z0]{{49}}") for second in "hjk"),
        *_NAMES,
        *_EXTENDED,
    ),
    starts_word=True,
    validate=_is_private_key,
    priority=100,
    hits=(
        "wif 5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvh" + "TVqvbTLvyTJ",
        "private key: KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1" + "ZxJwYvP98617.",
        "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6"
        + "LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
        "key=tprv8ZgxMBicQKsPeDgjzdC36fs6bMjGApWDNLR9er" + "cut",
    ),
    misses=(
        "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvh" + "TVqvbTLvyTK",
        "xprv9short",
        "KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1" + "ZxJwYvP98617a",
        "16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ",
    ),
    source="https://en.bitcoin.it/wiki/Wallet_import_format and "
    "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki (2026-11-24)",
    checksum="Base58Check",
)
