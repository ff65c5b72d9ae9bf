"""Messages between two processes, of which one must never wait for the other.

A message is its length in eight bytes, and then its bytes.
"""

import socket
import struct
from contextlib import suppress

_LENGTH = struct.Struct("!Q")
_AT_ONCE = 2**18
"""Bytes read from a socket at a time."""
_BUFFER = 2**20
"""Bytes asked for as a socket's buffer, so that messages leave at once; the system may give less."""


class Channel:
    """The calling process's end: sends and receives what it can without waiting, and keeps the rest for later."""

    def __init__(self, end: socket.socket) -> None:
        end.settimeout(0)
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
        self.socket = end
        self.is_closed = False
        """Whether the other process is gone."""
        self._unsent = bytearray()
        self._unread = bytearray()

    @property
    def has_unsent(self) -> bool:
        """Whether the other process has still to make room for something."""
        return bool(self._unsent) and not self.is_closed

    def send(self, message: bytes) -> None:
        """Add a message to what is sent."""
        self._unsent += _LENGTH.pack(len(message)) + message
        self.flush()

    def flush(self) -> bool:
        """Send what there is room for; return whether anything was sent."""
        sent = 0
        try:
            while self._unsent:
                size = self.socket.send(memoryview(self._unsent)[:_BUFFER])
                del self._unsent[:size]
                sent += size
        except BlockingIOError:
            pass
        except OSError:
            self.is_closed = True
        return sent > 0

    def receive(self) -> list[bytes]:
        """The messages that have arrived whole."""
        try:
            while data := self.socket.recv(_AT_ONCE):
                self._unread += data
                if len(data) < _AT_ONCE:
                    break
            else:
                self.is_closed = True
        except BlockingIOError:
            pass
        except OSError:
            self.is_closed = True
        messages = []
        start = 0
        while len(self._unread) >= start + _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._unread, start)
            end = start + _LENGTH.size + length
            if len(self._unread) < end:
                break
            messages.append(bytes(self._unread[start + _LENGTH.size : end]))
            start = end
        del self._unread[:start]
        return messages

    def close(self) -> None:
        """End the connection, also where another process has inherited this end of it."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


def read_message(end: socket.socket) -> bytes | None:
    """The next message, waited for; None when the other process is gone."""
    head = _read(end, _LENGTH.size)
    return None if head is None else _read(end, _LENGTH.unpack(head)[0])


def _read(end: socket.socket, size: int) -> bytes | None:
    data = bytearray(size)
    left = memoryview(data)
    while left:
        count = end.recv_into(left)
        if count == 0:
            return None
        left = left[count:]
    return bytes(data)


def write_message(end: socket.socket, message: bytes) -> None:
    """Send a message, however long the other process takes to read it."""
    end.sendall(_LENGTH.pack(len(message)) + message)
