"""IPv4 addresses, but not version numbers that say they are."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["IPV4_ADDRESS"]

_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
# Behind these, or a package's comparison, four numbers are a version or a section.
_WORDS = (
    r"(?:versions?(?:__)?|(?<![A-Za-z])ver|release|build|revision|section|clause"
    r"|[gd]raded?[ ](?:to|from))"
)
_BROWSERS = r"(?:chrome|chromium|safari|edg|edga|opr|electron|firefox|brave|vivaldi|version)"

IPV4_ADDRESS = Detector(
    name="ipv4_address",
    entity="IP_ADDRESS",
    group=Group.NETWORK,
    pattern=(
        r"(?=[0-9])(?<![A-Za-z0-9_.])(?<![A-Za-z]-)(?<![=<>~!]=)(?<![~^])"
        rf"(?<!(?i:{_WORDS})[\"']?(?:[ ]is|[ ]?[:=(>])?[ ]?[\"']?)(?<!(?i:{_BROWSERS})/)"
        rf"{_OCTET}(?:\.{_OCTET}){{3}}"
        r"(?![A-Za-z0-9_])(?!\.[0-9])(?!-(?i:alpha|beta|rc|dev|snapshot|release))"
    ),
    triggers=tuple(
        Trigger("." + octet + ".0", before=3, run="0123456789.") for octet in ("0", "00", "000")
    ),
    starts_word=True,
    hits=(
        "from 10.0.0.1 port 22",
        "http://192.168.1.254:8080/x",
        "203.0.113.7.",
        "localhost/127.0.0.1",
        '"203.0.113.0/24"',
        "ip=8.8.8.8",
        "server 10.0.0.1:8080;",
    ),
    misses=(
        "v1.2.3.4",
        "version 1.2.3.4",
        '"version": "1.2.3.4"',
        "Chrome/120.0.0.0",
        "thing==1.2.3.4",
        "thing-1.2.3.4.tar.gz",
        "1.3.6.1.4.1.311",
        "300.1.2.3",
        "1.2.3",
        '__version__ = "3.5.0.1"',
        "RFC 9110 section 8.4.1.3",
        "the version is 1.2.3.4, upgraded from 1.2.3.3",
        'AssemblyVersion("1.2.3.4")',
        "<Version>1.2.3.4</Version>",
    ),
    source="https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2 (2026-11-23)",
)
