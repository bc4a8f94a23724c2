"""Writing of frames to a video file."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import TracebackType

import cv2
import numpy as np

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.errors import GestureAppError

_CODECS = {".mp4": "mp4v", ".m4v": "mp4v", ".mov": "mp4v", ".webm": "VP90", ".avi": "MJPG", ".mkv": "mp4v"}


class ClipError(GestureAppError):
    """A video cannot be written."""


class ClipWriter:
    """Writes a video file frame by frame; it gets its name when it is complete.

    The first frame sets the size; later ones of other sizes are fitted into it. A context manager: on an error, the
    partial file is removed.

    Args:
        path: The file; its suffix chooses the format (.mp4, .webm, .avi, .mkv, .mov).
        fps: Frames per second.

    Raises:
        ClipError: If the suffix is unknown or the folder is missing.
    """

    def __init__(self, path: Path, fps: float) -> None:
        self._path = path
        self._fps = fps
        self._codec = _CODECS.get(path.suffix.lower())
        if self._codec is None:
            raise ClipError(f"{path.name} has no ending of a video format.", hint=f"Use one of {', '.join(_CODECS)}.")
        if not path.parent.is_dir():
            raise ClipError(f"There is no folder {path.parent}.", hint="Make it first, or choose another place.")
        self._partial = path.with_name(f".{path.stem}.partial{path.suffix}")
        self._writer: cv2.VideoWriter | None = None
        self._size_wh = (0, 0)

    def write(self, frame_bgr: UInt8Array) -> None:
        """Append one ``(height, width, 3)`` uint8 BGR frame.

        Raises:
            ClipError: If the file cannot be written.
        """
        if self._writer is None:
            # Most codecs want even sizes.
            self._size_wh = (max(2, frame_bgr.shape[1] // 2 * 2), max(2, frame_bgr.shape[0] // 2 * 2))
            fourcc = cv2.VideoWriter.fourcc(*(self._codec or ""))
            self._writer = cv2.VideoWriter(str(self._partial), fourcc, self._fps, self._size_wh)
            if not self._writer.isOpened():
                raise ClipError(f"{self._path} cannot be written.", hint="Choose another place or another format.")
        self._writer.write(_fitted(frame_bgr, self._size_wh))

    def __enter__(self) -> ClipWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writer is None:
            return
        self._writer.release()
        complete = kind is None or issubclass(kind, KeyboardInterrupt)
        try:
            if complete and self._partial.stat().st_size > 0:
                self._partial.replace(self._path)
                return
        except OSError as failure:
            raise ClipError(f"{self._path} cannot be written: {failure.strerror}.") from failure
        finally:
            with contextlib.suppress(OSError):
                self._partial.unlink(missing_ok=True)
        if complete:
            raise ClipError(f"{self._path} cannot be written.", hint="Make room on the disk, or choose another place.")


def _fitted(frame_bgr: UInt8Array, size_wh: tuple[int, int]) -> UInt8Array:
    """Scale a frame to fit and centre it on black, if its size differs."""
    width, height = size_wh
    if frame_bgr.shape[:2] == (height, width):
        return frame_bgr
    if frame_bgr.shape[0] // 2 * 2 == height and frame_bgr.shape[1] // 2 * 2 == width:
        return np.ascontiguousarray(frame_bgr[:height, :width])
    scale = min(width / frame_bgr.shape[1], height / frame_bgr.shape[0])
    inner_wh = (max(1, round(frame_bgr.shape[1] * scale)), max(1, round(frame_bgr.shape[0] * scale)))
    canvas = np.zeros((height, width, 3), dtype=np.uint8)
    x, y = (width - inner_wh[0]) // 2, (height - inner_wh[1]) // 2
    canvas[y : y + inner_wh[1], x : x + inner_wh[0]] = cv2.resize(frame_bgr, inner_wh, interpolation=cv2.INTER_AREA)
    return canvas
