"""Addresses of machines, wallets and seed phrases with their check sums, and pictures."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import random

from tests.corpus.template import Format, fill

__all__ = ["CRYPTO", "IDENTIFIERS", "MEDIA", "NETWORK"]

_BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH_32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
# Words of BIP 39's English list.
_SEED_WORDS_LINES = (
    "abandon ability absent absorb abstract absurd accident account acid acoustic acquire",
    "across action actor actual adapt address adjust admit adult advance advice aerobic",
    "affair afford afraid again agent agree ahead alarm album alcohol alert alien almost",
    "alone alpha already amateur amazing among amount amused analyst anchor ancient anger",
    "angle animal ankle announce annual another answer antenna antique anxiety apart apology",
    "appear apple approve april arctic arena argue armor army around arrange arrest arrive",
    "arrow artefact artist artwork aspect zebra zero zone zoo young yellow wrong wrist wonder",
    "wolf winter window whisper wheat velvet urban unveil umbrella tunnel trumpet tragic",
    "tornado tobacco ticket thunder syrup swallow",
)
_SEED_WORDS = tuple(word for line in _SEED_WORDS_LINES for word in line.split())


def _base_58_check(payload: bytes) -> str:
    check = hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number = int.from_bytes(payload + check, "big")
    text = ""
    while number:
        number, rest = divmod(number, 58)
        text = _BASE_58[rest] + text
    zeros = len(payload) - len(payload.lstrip(b"\0"))
    return "1" * zeros + text


def _wallet(version: int) -> Format:
    return lambda source: _base_58_check(bytes([version]) + source.randbytes(20))


def _wif(source: random.Random) -> str:
    """Return a compressed key; it begins like no other text, so the name has to say what it is."""
    lead = source.choice(("wif: ", "private key: ", "BTC_PRIVATE_KEY=", "bitcoin key "))
    key = _base_58_check(b"\x80" + source.randbytes(32) + b"\x01")
    return f"{lead}«{key}»"


def _old_wif(source: random.Random) -> str:
    return _base_58_check(b"\x80" + source.randbytes(32))


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            check ^= generator if top >> bit & 1 else 0
    return check


def _segwit(version: int, length: int, constant: int) -> Format:
    """Return a maker of addresses by BIP 173 (version 0) or BIP 350 (version 1)."""

    def make(source: random.Random) -> str:
        bits = "".join(f"{byte:08b}" for byte in source.randbytes(length))
        bits += "0" * (-len(bits) % 5)
        data = [version, *(int(bits[at : at + 5], 2) for at in range(0, len(bits), 5))]
        human = [3, 3, 0, 2, 3]  # "bc", spread as BIP 173 says
        check = _polymod([*human, *data, 0, 0, 0, 0, 0, 0]) ^ constant
        data += [check >> 5 * (5 - at) & 31 for at in range(6)]
        return "bc1" + "".join(_BECH_32[value] for value in data)

    return make


def _seed_phrase(source: random.Random) -> str:
    lead = source.choice(("seed phrase: ", "recovery phrase: ", "mnemonic: ", "My seed phrase is "))
    return f"{lead}«{' '.join(source.sample(_SEED_WORDS, source.choice((12, 24))))}»"


def _ipv6(source: random.Random) -> str:
    address = ipaddress.IPv6Address(0x2A << 120 | source.getrandbits(120))
    return address.exploded if source.random() < 0.3 else str(address)


def _ipv6_short(source: random.Random) -> str:
    head = source.choice((0x20010DB8 << 96, 0xFE80 << 112, 0x2606470047 << 88))
    return str(ipaddress.IPv6Address(head | source.getrandbits(32)))


NETWORK: dict[str, tuple[Format, ...]] = {
    "ipv4_address": (
        "10.{byte}.{byte}.{byte}",
        "192.168.{byte}.{byte}",
        "203.0.{byte}.{byte}",
        "{D:1}{d:1}.{byte}.{byte}.{byte}",
    ),
    "ipv6_address": (_ipv6, _ipv6_short),
    "mac_address": (
        "{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}",
        "{HEX:2}-{HEX:2}-{HEX:2}-{HEX:2}-{HEX:2}-{HEX:2}",
        # Three groups with dots are no address but behind its name.
        "mac address «{hex:4}.{hex:4}.{hex:4}»",
    ),
}

CRYPTO: dict[str, tuple[Format, ...]] = {
    "bitcoin_address": (
        _wallet(0),
        _wallet(5),
        _segwit(0, 20, 1),
        _segwit(0, 32, 1),
        _segwit(1, 32, 0x2BC830A3),
    ),
    "bitcoin_private_key": (_wif, _old_wif),
    "ethereum_address": ("0x{hex:40}", "0x{HEX:40}"),
    "ethereum_private_key": ("private key: «0x{hex:64}»", "@private_key «0x{hex:64}»"),
    "seed_phrase": (_seed_phrase,),
}

IDENTIFIERS: dict[str, tuple[Format, ...]] = {
    "uuid": ("{uuid}", lambda source: fill("{uuid}", source).upper()),
}


def _picture(source: random.Random) -> str:
    body = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0\0\0\1\0\x08\6\0\0\0" + source.randbytes(1500)
    return base64.b64encode(body).decode()


def _photograph(source: random.Random) -> str:
    body = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + source.randbytes(1500)
    return base64.b64encode(body).decode()


MEDIA: dict[str, tuple[Format, ...]] = {
    "base64_media": (_picture, _photograph),
    "data_uri": (
        lambda source: f"data:image/png;base64,«{_picture(source)}»",
        lambda source: f"![chart](data:image/jpeg;base64,«{_photograph(source)}»)",
    ),
}
