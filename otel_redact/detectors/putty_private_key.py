"""PuTTY's private key files; one without its last line runs to the text's end."""

from __future__ import annotations

from otel_redact.types import Detector, Group

__all__ = ["PUTTY_PRIVATE_KEY"]

_FIRST = "PuTTY-User" + "-Key-File-"
_LINES = (
    ": ssh-ed25519\nEncryption: none\nComment: me\nPublic-Lines: 1\nAAAAC3NzaC1lZDI1NTE5\n"
    "Private-Lines: 1\nAAAAIJ1hsZ3v2VpguoRK9JLsLMREScVpe6oxzaN\n"
)

PUTTY_PRIVATE_KEY = Detector(
    name="putty_private_key",
    entity="PRIVATE_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])PuTTY-User-Key-File-[0-9]{1,2}[ ]?:"
        r"(?:[^P]++|P(?!rivate-(?:MAC|Hash)[ ]?:))*+"
        r"(?:Private-(?:MAC|Hash)[ ]?:[ ]?[0-9A-Fa-f]*+)?"
    ),
    triggers=("putty-user-key-file-",),
    starts_word=True,
    priority=100,
    hits=(
        _FIRST + "3" + _LINES + "Private-MAC: 2a1f08e4f1d3\n",
        "key.ppk:\n" + _FIRST + "2" + _LINES.replace("\n", "\r\n") + "Private-MAC: 00ff\r\nbye",
        _FIRST + "3" + _LINES[:120],
    ),
    misses=(
        "PuTTY-User-Key-File-3 is the first line",
        "convert PuTTY-User-Key-File to OpenSSH",
        "Private-MAC: 2a1f08e4f1d3",
    ),
    source="https://the.earth.li/~sgtatham/putty/0.83/htmldoc/AppendixC.html (2026-11-24)",
)
