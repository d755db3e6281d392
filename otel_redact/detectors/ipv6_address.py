"""IPv6 addresses in any spelling, but not times, MAC addresses, slices or C++ scopes."""

from __future__ import annotations

from ipaddress import AddressValueError, IPv6Address

from otel_redact.types import Detector, Group, Trigger

__all__ = ["IPV6_ADDRESS"]


def _is_address(text: str) -> bool:
    """Accept full spellings, and ``::`` ones in address space that is in use.

    ``::1`` and ``1::2`` stay: they are slices and scopes more often, and name no one.
    """
    try:
        address = IPv6Address(text)
    except AddressValueError:
        return False
    if "::" not in text:
        return any(len(part) != 2 for part in text.split(":"))
    if address.ipv4_mapped is not None:
        return True
    first = text.split(":", 1)[0]
    return len(first) == 4 and (first[0] in "23" or (first[0] in "fF" and first[1] in "cdefCDEF"))


_RUN = "0123456789abcdefABCDEF:"
# The longest spelling in full is 39 characters, and the last two colons stand right of the trigger.
_BEFORE = 39

# Without `::` a valid address has eight parts, or six and dotted numbers. What else the pattern
# matches is no address, nor does one start inside: nothing starts behind a part or colon.
IPV6_ADDRESS = Detector(
    name="ipv6_address",
    entity="IP_ADDRESS",
    group=Group.NETWORK,
    pattern=(
        r"(?:(?<![0-9A-Fa-f_:.]):(?=[0-9A-Fa-f])|(?<![A-Za-z0-9_:.]))"
        r"(?P<value>(?:[0-9A-Fa-f]{1,4}+)?(?::{1,2}[0-9A-Fa-f]{1,4}+){1,7}+(?:::(?!:))?"
        r"(?:(?:\.[0-9]{1,3}){3})?)(?![A-Za-z0-9_])(?!:[0-9A-Fa-f:])"
    ),
    triggers=(
        Trigger("::", then="::[a-f0]", before=_BEFORE, run=_RUN),
        Trigger(pattern=":[a-f0]{1,4}:(?::|[a-f0]{1,4}:[a-f0]{1,4}:)", before=_BEFORE, run=_RUN),
    ),
    validate=_is_address,
    hits=(
        "2001:db8::1: refused",
        "http://[2001:0db8:85a3:0000:0000:8a2e:0370:7334]:443/",
        "fe80::1ff:fe23:4567:890a%eth0",
        "::ffff:192.0.2.128",
        "route 2001:db8::/32",
        "fd12:3456:789a::",
        "ip:2001:db8::7, port:443",
    ),
    misses=(
        "12:34:56",
        "2026-11-23T12:34:56.789",
        "a::b and std::dec and abc::def",
        "x[::1] y[1::2] z[100::200]",
        "00:1b:44:11:3a:b7",
        "00:11:22:33:44:55:66:77",
        "::1",
        "mac:00:1b:44:11:3a:b7 at time:12:34:56",
        "1:2:3:4:5",
    ),
    source="https://www.rfc-editor.org/rfc/rfc4291#section-2.2 (2026-11-23)",
)
