"""A folder of images, or a single image, as a frame source."""

from __future__ import annotations

import os
import stat
import time
from collections import deque
from pathlib import Path

from gesture_app.capture.image_decoding import IMAGE_SUFFIXES, ImageDecodingError, decode_image
from gesture_app.capture.pacing import Clock, Pacer, Stop
from gesture_app.capture.playback import PlaybackControl
from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import SourceError

_NAMED_IN_ERROR = 3
_IMAGES_HINT = Message("Images are files ending in .jpg, .jpeg, .png, .bmp, .webp, .tif or .tiff.")


class ImageFolderSource:
    """All images of a folder in the order of their paths, or a single image file.

    Images are read one at a time. Unreadable ones are skipped and named in ``warnings``. Hidden files and folders are
    skipped without a warning. Links to folders are followed; each folder is visited once.

    Attributes:
        playback: Pauses it, goes to other images, changes speed and loop; the speed only counts in real time.

    Args:
        folder: The folder, or one image file.
        recursive: Whether to include subfolders.
        realtime: Whether to wait between images, according to ``fps``.
        fps: Images per second; also determines ``Frame.time_s``.
        loop: Whether to start again after the last image.
        clock: Monotonic seconds.
        stop: Stop request; tests pass one that does not wait.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        *,
        recursive: bool = True,
        realtime: bool = False,
        fps: float = 5.0,
        loop: bool = False,
        clock: Clock = time.monotonic,
        stop: Stop | None = None,
    ) -> None:
        if fps <= 0:
            raise ValueError(f"fps must be above 0, got {fps}")
        self._folder = Path(folder)
        self._recursive = recursive
        self._realtime = realtime
        self._fps = fps
        self._loop = loop
        self._clock = clock
        self._stop = stop or Stop()
        self._pacer = Pacer(self._stop, clock)
        self.playback = PlaybackControl(self._stop, loop=loop, are_images=True)
        self._paths: list[tuple[str, Path]] | None = None
        self._index = 0
        self._seq = 0
        self._next: tuple[str, UInt8Array] | None = None
        self._due_s = 0.0
        self._unreadable: dict[str, str] = {}
        self._folder_warnings: list[str] = []

    @property
    def name(self) -> str:
        """Name of the folder or file."""
        return _shown(self._folder.name or str(self._folder.absolute()))

    @property
    def is_live(self) -> bool:
        """Always False: images wait until they are read."""
        return False

    @property
    def nominal_fps(self) -> float | None:
        """Requested images per second in real time; otherwise None."""
        return self._fps if self._realtime else None

    @property
    def frame_count(self) -> int | None:
        """Number of images without the unreadable ones found so far; None before ``open`` and in a loop."""
        if self._paths is None or self._loop:
            return None
        return len(self._paths) - len(self._unreadable)

    @property
    def warnings(self) -> list[str]:
        """One sentence per file or folder skipped since ``open``; kept after ``close``."""
        return [*self._folder_warnings, *(f"{path} was skipped: {why}." for path, why in self._unreadable.items())]

    @property
    def skipped_count(self) -> int:
        """Number of unreadable images since ``open``."""
        return len(self._unreadable)

    def open(self) -> None:
        """List the images and read the first one.

        Raises:
            SourceError: If there is no such folder, or no readable image in it.
        """
        self.close()
        self._stop.clear()
        self._pacer.restart()
        self._index = self._seq = 0
        self._due_s = 0.0
        self._unreadable = {}
        self._folder_warnings = []
        paths = self._list()
        if not paths:
            raise SourceError(
                Message("There are no images in {folder}.").fill(folder=_shown(str(self._folder))), hint=_IMAGES_HINT
            )
        self._paths = paths
        self._next = self._next_readable()
        if self._next is None and not self._stop.requested:
            self._paths = None
            raise self._nothing_readable()
        self.playback.opened(len(paths), None)

    def read(self) -> Frame | None:
        """Read the next readable image; None after the last one, while paused, and after a stop or another request."""
        if self._paths is None:
            raise RuntimeError(f"{self.name} is not open")
        self._stop.rearm()
        if self._stop.requested or self.playback.is_held:
            return None
        target = self.playback.take_target()
        if target is not None:
            self._go_to(target)
        self._next = self._next or self._next_readable()
        if self._next is None and self.playback.state.is_looping and not self._stop.requested:
            self._index = 0
            self._next = self._next_readable()
        if self._next is None:
            if not self._stop.requested:
                self.playback.ended(len(self._paths))
            return None
        if self._realtime and not self._is_due(at_once=target is not None):
            return None
        (path, image), self._next = self._next, None
        frame = Frame(image_bgr=image, seq=self._seq, time_s=self._seq / self._fps, captured_s=self._clock(), path=path)
        self.playback.moved(self._index - 1, 0.0, path)
        self._seq += 1
        return frame

    def request_stop(self) -> None:
        """Ask a waiting ``read`` to return. Safe from any thread."""
        self._stop.request()
        self.playback.interrupt()

    def close(self) -> None:
        """Forget the list of images."""
        self._paths = None
        self._next = None

    def _is_due(self, *, at_once: bool) -> bool:
        """Wait until the next image is due; False if a request ended the wait."""
        if at_once:
            self._pacer.restart()
        if self._pacer.hold_until(self._due_s):
            self._due_s += 1 / (self._fps * self.playback.state.speed)
            return True
        # After a pause, the time that has passed does not count.
        self._pacer.restart()
        return False

    def _go_to(self, index: int) -> None:
        """Go to an image by its index; backwards, to the next one before it that can be read."""
        shown = self.playback.state.position
        is_next = index == shown + 1
        if not is_next:
            self.playback.jumped()
        if is_next and self._next is not None:
            return
        self._index, self._next = index, None
        if index >= shown:
            return
        for earlier in range(index, -1, -1):
            self._index = earlier
            self._next = self._next_readable(only=True)
            if self._next is not None:
                return

    def _next_readable(self, *, only: bool = False) -> tuple[str, UInt8Array] | None:
        """Read images from the index on until one can be read, or ``only`` the first of them."""
        paths = self._paths or []
        last = self._index if only else len(paths) - 1
        while self._index <= last and not self._stop.requested:
            relative, path = paths[self._index]
            self._index += 1
            try:
                image = decode_image(_content(path))
            except ImageDecodingError as error:
                self._unreadable[relative] = str(error)
            except OSError as error:
                self._unreadable[relative] = error.strerror or type(error).__name__
            else:
                self._unreadable.pop(relative, None)
                return relative, image
        return None

    def _nothing_readable(self) -> SourceError:
        reasons = [f"{path} ({why})" for path, why in self._unreadable.items()]
        listed = ", ".join(reasons[:_NAMED_IN_ERROR])
        more = len(reasons) - _NAMED_IN_ERROR
        if self._folder.is_file():
            message = Message("{path} cannot be read: {reason}.").fill(
                path=self.name, reason=next(iter(self._unreadable.values()))
            )
        elif more > 0:
            text = Message("None of the images in {folder} can be read: {images} and {count} more.")
            message = text.fill(folder=_shown(str(self._folder)), images=listed, count=more)
        else:
            text = Message("None of the images in {folder} can be read: {images}.")
            message = text.fill(folder=_shown(str(self._folder)), images=listed)
        return SourceError(
            message, hint=Message("Check that the files open in an image viewer, and that you may read them.")
        )

    def _list(self) -> list[tuple[str, Path]]:
        """Pairs of displayed relative path and path of all images, sorted by the former."""
        try:
            self._folder.stat()
        except FileNotFoundError as error:
            raise SourceError(
                Message("There is no folder {folder}.").fill(folder=_shown(str(self._folder))),
                hint=Message("Check the spelling of the path."),
            ) from error
        except OSError as error:
            raise self._no_access(error) from error
        if self._folder.is_file():
            return [(_shown(self._folder.name), self._folder)]
        if not self._folder.is_dir():
            raise SourceError(
                Message("{folder} is neither a file nor a folder.").fill(folder=_shown(str(self._folder))),
                hint=Message("Give an image, or a folder of images."),
            )
        found = self._walk()
        return sorted((_shown(path.relative_to(self._folder).as_posix()), path) for path in found)

    def _walk(self) -> list[Path]:
        """Collect the images. Each folder is visited once, real folders before links to folders."""
        found: list[Path] = []
        folders, links = deque([self._folder]), deque[Path]()
        visited: set[tuple[int, int]] = set()
        while folders or links:
            folder = folders.popleft() if folders else links.popleft()
            try:
                status = folder.stat()
                # Windows reports inode 0 on some network drives; links are rare there.
                key = (status.st_dev, status.st_ino)
                if key in visited and status.st_ino:
                    continue
                visited.add(key)
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                if folder == self._folder:
                    raise self._no_access(error) from error
                self._folder_warnings.append(f"The folder {_shown(str(folder))} was skipped: {error.strerror}.")
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if _is_folder(entry):
                    if self._recursive:
                        (links if entry.is_symlink() else folders).append(Path(entry.path))
                elif Path(entry.name).suffix.lower() in IMAGE_SUFFIXES:
                    found.append(Path(entry.path))
        return found

    def _no_access(self, error: OSError) -> SourceError:
        reason = error.strerror or type(error).__name__
        return SourceError(
            Message("{path} cannot be read: {reason}.").fill(path=_shown(str(self._folder)), reason=reason),
            hint=Message("Check that you have permission to read it."),
        )


def _content(path: Path) -> bytes:
    # Reading from a pipe would block.
    if not stat.S_ISREG(path.stat().st_mode):
        raise ImageDecodingError("it is not a regular file")
    return path.read_bytes()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # A link that leads to itself.
        return False


def _shown(path: str) -> str:
    """Make a path printable if its bytes are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace") if os.name == "posix" else path
