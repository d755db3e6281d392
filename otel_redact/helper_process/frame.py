"""Bytes in, one length-prefixed frame on a pipe out, and back; both ends of the pipe call it.

Every call that may block gives the GIL away and, beside a busy thread, gets it back up to 5 ms
later. So a frame is written by one call, and a short one is read by one.
"""

from __future__ import annotations

import os
import signal
import struct

__all__ = ["FrameError", "read_frame", "write_frame"]

_HEADER = struct.Struct("<4sI")
_MAGIC = b"OtR1"
_MAX_LENGTH = 2**32 - 1
_FIRST_READ = 65_536


class FrameError(Exception):
    """What came is no frame, or only a part of one."""


def write_frame(descriptor: int, payload: bytes) -> None:
    """Write one frame; blocks until the other end has taken it.

    Args:
        descriptor: a pipe's writing end.
        payload: less than 4 GiB.

    Raises:
        FrameError: the payload is too long.
        OSError: nobody reads the pipe any more.
    """
    if len(payload) > _MAX_LENGTH:
        raise FrameError("length")
    rest = memoryview(_HEADER.pack(_MAGIC, len(payload)) + payload)
    while rest:
        rest = rest[_write(descriptor, rest) :]


def read_frame(descriptor: int) -> bytearray | None:
    """Read one frame; blocks until it is there.

    Args:
        descriptor: a pipe's reading end, on which only one frame is ever under way.

    Returns:
        The payload as a new object; None where the other end has closed the pipe instead.

    Raises:
        FrameError: the other end closed the pipe inside a frame, or wrote something else.
        OSError: the pipe cannot be read.
    """
    first = os.read(descriptor, _FIRST_READ)
    if not first:
        return None
    while len(first) < _HEADER.size:
        first += _some(os.read(descriptor, _FIRST_READ))
    magic, length = _HEADER.unpack_from(first)
    have = len(first) - _HEADER.size
    if magic != _MAGIC or have > length:
        raise FrameError("not a frame")
    payload = bytearray(length)
    payload[:have] = memoryview(first)[_HEADER.size :]
    with memoryview(payload) as view, open(descriptor, "rb", 0, closefd=False) as stream:
        while have < length:
            count = stream.readinto(view[have:])
            if not count:
                raise FrameError("cut off")
            have += count
    return payload


def _some(data: bytes) -> bytes:
    if not data:
        raise FrameError("cut off")
    return data


def _write(descriptor: int, data: memoryview) -> int:
    """Write, and keep an application alive that wants to die of SIGPIPE when its own pipes break.

    Python ignores the signal, so that ``OSError`` is raised; few applications undo that.
    """
    if not hasattr(signal, "SIGPIPE") or signal.getsignal(signal.SIGPIPE) is not signal.SIG_DFL:
        return os.write(descriptor, data)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
    try:
        return os.write(descriptor, data)
    except BrokenPipeError:
        _take_signal()
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _take_signal() -> None:
    """Take the signal that a broken pipe left to this thread, as far as the system can."""
    if hasattr(signal, "sigtimedwait"):
        signal.sigtimedwait({signal.SIGPIPE}, 0)
