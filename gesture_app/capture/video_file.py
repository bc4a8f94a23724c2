"""A video file as a frame source, without delay or at its own speed."""

from __future__ import annotations

import codecs
import math
import os
import stat
import time
from pathlib import Path

from gesture_app.capture.image_decoding import ImageDecodingError, as_bgr
from gesture_app.capture.opencv import cv2
from gesture_app.capture.pacing import Clock, Pacer, Stop
from gesture_app.capture.playback import PlaybackControl
from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import SourceError

_USUAL_FPS = 30.0
_HIGHEST_FPS = 1000.0
_SNIFFED_BYTES = 1024
_CONVERT_HINT = Message("Check that it plays in a video player, or convert it to MP4 or WebM.")
# Containers without a table of frames only estimate how many there are.
_TOLERATED_MISSING_SHARE = 0.02
_TOLERATED_MISSING = 2


class VideoFileSource:
    """All frames of a video file.

    Attributes:
        playback: Pauses it, goes to other frames, changes speed and loop; the speed only counts in real time.

    Args:
        path: The file.
        realtime: Whether to wait until each frame is due.
        loop: Whether to start again after the last frame; ``seq`` and ``time_s`` continue to rise.
        clock: Monotonic seconds.
        stop: Stop request; tests pass one that does not wait.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        realtime: bool = False,
        loop: bool = False,
        clock: Clock = time.monotonic,
        stop: Stop | None = None,
    ) -> None:
        self._path = Path(path)
        self._realtime = realtime
        self._loop = loop
        self._clock = clock
        self._stop = stop or Stop()
        self._pacer = Pacer(self._stop, clock)
        self.playback = PlaybackControl(self._stop, loop=loop)
        self._capture: cv2.VideoCapture | None = None
        self._next: tuple[UInt8Array, float] | None = None
        self._fps: float | None = None
        self._expected: int | None = None
        self._warnings: list[str] = []
        self._seq = 0
        self._position = 0
        self._pass_start_s = 0.0
        self._last_s = -1.0
        self._paced_speed = 1.0

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    @property
    def is_live(self) -> bool:
        """Always False: frames wait until they are read, even in real time."""
        return False

    @property
    def nominal_fps(self) -> float | None:
        """Frame rate in the file's header; known once opened."""
        return self._fps

    @property
    def frame_count(self) -> int | None:
        """Number of frames in the file's header, for some formats an estimate; None before ``open`` and in a loop."""
        return None if self._loop else self._expected

    @property
    def warnings(self) -> list[str]:
        """Sentences about a file that ended early, since ``open``; kept after ``close``."""
        return list(self._warnings)

    @property
    def skipped_count(self) -> int:
        """Always 0: a damaged part ends the video, with a warning."""
        return 0

    def open(self) -> None:
        """Open the file and read its first frame.

        Raises:
            SourceError: If it is missing, not a video, or has no frame.
        """
        self.close()
        self._stop.clear()
        self._pacer.restart()
        self._seq = self._position = 0
        self._pass_start_s, self._last_s = 0.0, -1.0
        self._warnings = []
        _check_file(self._path)
        capture = _open_capture(self._path)
        first = _grab(capture)
        if first is None:
            capture.release()
            raise SourceError(
                Message("{name} opens as a video but holds no picture that can be read.").fill(name=self.name),
                hint=_CONVERT_HINT,
            )
        fps = capture.get(cv2.CAP_PROP_FPS)
        self._fps = fps if math.isfinite(fps) and 0 < fps <= _HIGHEST_FPS else None
        count = capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self._expected = int(count) if math.isfinite(count) and count >= 1 else None
        self._capture = capture
        self._next = first, self._next_time_s(capture)
        self.playback.opened(self._expected, None if self._expected is None else self._expected * self._period_s)

    def read(self) -> Frame | None:
        """Read the next frame; None after the last one, while paused, and after a stop or another request.

        Raises:
            SourceError: If the file is missing when it starts again.
        """
        if self._capture is None:
            raise RuntimeError(f"{self.name} is not open")
        self._stop.rearm()
        if self._stop.requested or self.playback.is_held:
            return None
        target = self.playback.take_target()
        if target is not None:
            self._go_to(target)
        if self._next is None:
            self._next = self._read_next()
        if self._next is None:
            self.playback.ended(self._position)
            return None
        image, time_s = self._next
        if self._realtime and not self._is_due(time_s, at_once=target is not None):
            return None
        self._next = None
        frame = Frame(image_bgr=image, seq=self._seq, time_s=time_s, captured_s=self._clock())
        self.playback.moved(self._position, max(0.0, time_s - self._pass_start_s))
        self._seq += 1
        self._position += 1
        return frame

    def request_stop(self) -> None:
        """Ask a waiting ``read`` to return. Safe from any thread."""
        self._stop.request()
        self.playback.interrupt()

    def close(self) -> None:
        """Release the file."""
        if self._capture is not None:
            self._capture.release()
        self._capture = self._next = None

    def _is_due(self, time_s: float, *, at_once: bool) -> bool:
        """Wait until a frame is due; False if a request ended the wait."""
        speed = self.playback.state.speed
        if at_once or speed != self._paced_speed:
            self._paced_speed = speed
            self._pacer.restart()
        if self._pacer.hold_until(time_s / speed):
            return True
        # After a pause, the time that has passed does not count.
        self._pacer.restart()
        return False

    def _read_next(self) -> tuple[UInt8Array, float] | None:
        """Read the next frame with its time; None after the last one."""
        if self._capture is None:
            return None
        image = _grab(self._capture)
        if image is None:
            self._warn_if_short()
            if not self.playback.state.is_looping:
                return None
            self._start_over()
            image = _grab(self._capture)
        return None if image is None else (image, self._next_time_s(self._capture))

    def _start_over(self) -> None:
        """Go to the first frame."""
        if self._capture is not None:
            # A new capture, as seeking to the start is not exact in every format. Source: opencv issue 9053.
            self._capture.release()
        _check_file(self._path)
        self._capture = _open_capture(self._path)
        self._pass_start_s = self._last_s + self._period_s
        self._position = 0

    def _go_to(self, position: int) -> None:
        """Go to a frame by its index. Times go on rising."""
        if position == self._position:
            return
        self.playback.jumped()
        self._next = None
        if position == 0 or self._capture is None:
            self._start_over()
            return
        self._capture.set(cv2.CAP_PROP_POS_FRAMES, position)
        image = _grab(self._capture)
        self._position = position
        if image is not None:
            stored_s = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
            self._pass_start_s = self._last_s + self._period_s - (stored_s if math.isfinite(stored_s) else 0.0)
            self._next = image, self._next_time_s(self._capture)

    def _warn_if_short(self) -> None:
        if self._expected is None or self._warnings:
            return
        tolerated = max(_TOLERATED_MISSING, _TOLERATED_MISSING_SHARE * self._expected)
        if self._expected - self._position > tolerated:
            self._warnings.append(
                f"{self.name} is cut short or damaged: it ended after {self._position} of {self._expected} frames."
            )

    @property
    def _period_s(self) -> float:
        return 1 / (self._fps or _USUAL_FPS)

    def _next_time_s(self, capture: cv2.VideoCapture) -> float:
        """Time of the frame just read: that of the file if it rises, otherwise by counting frames."""
        stored_s = capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        time_s = self._pass_start_s + stored_s
        if not math.isfinite(stored_s) or stored_s < 0 or time_s <= self._last_s:
            time_s = self._last_s + self._period_s if self._last_s >= 0 else 0.0
        self._last_s = time_s
        return time_s


def _check_file(path: Path) -> None:
    """Check that a path is a readable file that may be a video.

    Raises:
        SourceError: If there is no such file, or it is unreadable, empty, or text.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(
                Message("{path} is a folder, not a video file.").fill(path=path),
                hint=Message("Give one of the files in it."),
            )
        if not stat.S_ISREG(mode):
            raise SourceError(
                Message("{path} is not a regular file.").fill(path=path), hint=Message("Give a video file.")
            )
        with path.open("rb") as file:
            head = file.read(_SNIFFED_BYTES)
    except FileNotFoundError as error:
        raise SourceError(
            Message("There is no file {path}.").fill(path=path), hint=Message("Check the spelling of the path.")
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError(
            Message("{path} cannot be read: {reason}.").fill(path=path, reason=reason),
            hint=Message("Check that you may read it."),
        ) from error
    if not head:
        raise SourceError(Message("{file} is empty.").fill(file=path.name), hint=Message("Record or copy it again."))
    # FFmpeg would show text as a video of letters, and would open the files of a playlist.
    if _is_text(head):
        raise SourceError(
            Message("{file} is a text file, not a video.").fill(file=path.name),
            hint=Message("Give a video file, such as MP4 or WebM."),
        )


def _is_text(head: bytes) -> bool:
    try:
        # Not final: the last character may be cut in two.
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\t\r\n\f" for character in text)


def _open_capture(path: Path) -> cv2.VideoCapture:
    """Open a file with FFmpeg.

    Raises:
        SourceError: If FFmpeg finds no video in it.
    """
    # Absolute, so that a colon in the name is not read as a protocol.
    capture = cv2.VideoCapture(str(path.absolute()), cv2.CAP_FFMPEG)
    if capture.isOpened():
        return capture
    capture.release()
    with path.open("rb") as file:
        is_mp4 = file.read(12)[4:8] == b"ftyp"
    if is_mp4:
        raise SourceError(
            Message("{file} is cut short or damaged: its table of frames is missing.").fill(file=path.name),
            hint=Message("The recording or copying was probably broken off. Copy it again, or record it again."),
        )
    raise SourceError(
        Message("{file} is not a video that this program can read.").fill(file=path.name), hint=_CONVERT_HINT
    )


def _grab(capture: cv2.VideoCapture) -> UInt8Array | None:
    try:
        ok, image = capture.read()
        return as_bgr(image) if ok else None
    except (cv2.error, ImageDecodingError):
        return None
