"""MAC addresses with colons or hyphens, and Cisco's or bare ones behind a word."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group, Trigger

__all__ = ["MAC_ADDRESS"]

_PAIR = "[0-9A-Fa-f]{2}"
_LETTERS = "abcdef"
_HEX = frozenset("0123456789abcdef")


def _is_address(text: str) -> bool:
    """Leave the broadcast and the null address."""
    digits = _digits(text)
    return len(digits) in (12, 16) and len(set(digits)) > 1


def _digits(text: str) -> str:
    return "".join(filter(_HEX.__contains__, text.lower()))


def _is_only_address(text: str) -> bool:
    return len(text) <= 23 and _is_address(text) and not text.isdigit()


def _pairs(sign: str) -> tuple[str, ...]:
    """Return what the second pair of an address looks like; of times it does not, nor of dates."""
    return (
        *(sign + first + second + sign for first in _LETTERS for second in "0" + _LETTERS),
        *(f"{sign}0{second}{sign}" for second in _LETTERS),
        *(
            f"{sign}00{sign}{third}"
            for third in (*_LETTERS, *("0" + x for x in _LETTERS), "00" + sign)
        ),
    )


# Longer runs of pairs are fingerprints. Digits with hyphens only are dates and phone numbers.
MAC_ADDRESS = Detector(
    name="mac_address",
    entity="MAC_ADDRESS",
    group=Group.NETWORK,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<!(?<![A-Za-z0-9])[0-9A-Fa-f]{2}[:-])"
        rf"(?P<value>{_PAIR}(?::{_PAIR}){{5}}(?:(?::{_PAIR}){{2}})?"
        rf"|(?=[0-9-]{{0,23}}[A-Fa-f]){_PAIR}(?:-{_PAIR}){{5}}(?:(?:-{_PAIR}){{2}})?)"
        rf"(?![:-]{_PAIR})"
        r"|(?i:mac(?=[ _-]?addr|:|=|[ ]is|\")|hwaddr|bssid|ether[ ])"
        r"(?i:(?<=mac)[ _-]?addr(?:ess)?)?(?:\\{0,3}[\"'`])?(?:[ ]?[:=]|[ ]is)?[ ]{0,4}"
        r"(?:\\{0,3}[\"'`])?(?P<value>[0-9A-Fa-f]{4}(?:\.[0-9A-Fa-f]{4}){2}"
        r"|(?=[0-9]{0,11}[A-Fa-f])[0-9A-Fa-f]{12}))(?![A-Za-z0-9])"
    ),
    triggers=(
        *(
            Trigger(pair, before=2, run="0123456789abcdefABCDEF")
            for sign in ":-"
            for pair in _pairs(sign)
        ),
        *("mac addr", "mac_addr", "mac-addr", "macaddr", "mac:", "mac=", "mac is", 'mac"'),
        *("hwaddr", "bssid", "ether "),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:mac(?:[_-]?addr(?:ess)?)?|hwaddr|bssid)",
    key_triggers=("mac", "hwaddr", "bssid"),
    validate=_is_address,
    validate_key_value=_is_only_address,
    hits=(
        "My MAC address is 00:1A:2B:3C:4D:5E",
        "link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff",
        "08-00-2b-01-02-0e, eth0",
        "MAC:01:23:45:67:89:AB",
        "EUI-64 02:00:5e:ff:fe:10:00:01.",
        "mac address 001b.4411.3ab7",
        'mac="001b44113ab7"',
        "at 00:00:5e:00:53:01 [ether] on eth0",
    ),
    misses=(
        "12:34:56 and 2026-11-23T12:34:56",
        "ff:ff:ff:ff:ff:ff",
        "16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48",
        "00-11-22-33-44-55",
        "mac address is unknown",
        "550e8400-e29b-41d4-a716-446655440000",
        "001b.4411.3ab7",
        "00:1A:2B:3C:4D",
        "ether 123456789012",
    ),
    key_hits=(("mac", "001b44113ab7"), ("device.macAddress", "001b.4411.3ab7")),
    key_misses=(("mac", "macOS 14"), ("machine", "001b44113ab7"), ("mac", "000000000000")),
    source="https://standards.ieee.org/products-programs/regauth/ and "
    "https://www.rfc-editor.org/rfc/rfc9542 (2026-11-24)",
)
