"""Splits the output of a process into lines. No Qt."""

from __future__ import annotations

from gesture_app.storage.retraining_events import MAX_LINE_CHARACTERS


class LineSplitter:
    """Collects bytes and returns whole lines, with bounded memory.

    Args:
        max_bytes: Longer lines that arrive in several pieces are cut off.
    """

    def __init__(self, max_bytes: int = MAX_LINE_CHARACTERS + 1) -> None:
        self._max_bytes = max_bytes
        self._partial = b""

    def feed(self, piece: bytes) -> list[bytes]:
        """Add bytes. Returns the lines they complete, without line ends."""
        *whole, rest = piece.split(b"\n")
        if whole:
            whole[0] = (self._partial + whole[0])[: self._max_bytes]
            self._partial = b""
        self._partial = (self._partial + rest)[: self._max_bytes]
        return whole

    def finish(self) -> list[bytes]:
        """The last line if it has no line end."""
        begun, self._partial = self._partial, b""
        return [begun] if begun else []


def text_of(line: bytes) -> str:
    """A line as text; invalid UTF-8 is replaced."""
    return line.decode("utf-8", "replace").rstrip("\r")
