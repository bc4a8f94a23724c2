"""Lines out of what a process writes, however it is cut into pieces. No Qt."""

from __future__ import annotations

from gesture_app.storage.retraining_events import MAX_LINE_CHARACTERS


class LineSplitter:
    """Collects bytes and gives whole lines. A line that never ends takes no more room than the longest that may be.

    Args:
        most_bytes: Of a line that comes in several pieces no more than this is kept.
    """

    def __init__(self, most_bytes: int = MAX_LINE_CHARACTERS + 1) -> None:
        self._most = most_bytes
        self._begun = b""

    def feed(self, piece: bytes) -> list[bytes]:
        """The lines that end in this piece, without their ends."""
        *whole, rest = piece.split(b"\n")
        if whole:
            whole[0] = (self._begun + whole[0])[: self._most]
            self._begun = b""
        self._begun = (self._begun + rest)[: self._most]
        return whole

    def finish(self) -> list[bytes]:
        """The last line, where it has no end."""
        begun, self._begun = self._begun, b""
        return [begun] if begun else []


def text_of(line: bytes) -> str:
    """A line as text; what is no UTF-8 is replaced."""
    return line.decode("utf-8", "replace").rstrip("\r")
