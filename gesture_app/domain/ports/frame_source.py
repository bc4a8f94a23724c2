"""The port for cameras, streams, videos and images."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from gesture_app.domain.frames.frame import Frame


class FrameSource(Protocol):
    """A source of frames. One thread opens, reads and closes it; any thread may call ``request_stop``."""

    @property
    def name(self) -> str:
        """The name that is displayed: of a camera or a file, or an address."""
        ...

    @property
    def is_live(self) -> bool:
        """Whether frames come in real time even if they are not read, as from a camera or a stream."""
        ...

    @property
    def nominal_fps(self) -> float | None:
        """The frame rate that the source reports; None if it reports none."""
        ...

    @property
    def frame_count(self) -> int | None:
        """The number of frames; None if it is not known."""
        ...

    @property
    def warnings(self) -> list[str]:
        """Sentences about frames that were skipped or missing since ``open``; they stay after ``close``."""
        ...

    @property
    def skipped_count(self) -> int:
        """The number of images that could not be read since ``open``."""
        ...

    def open(self) -> None:
        """Open the source for reading.

        Raises:
            SourceError: If the source cannot be used; the source is then closed, and ``open`` may be tried again.
        """
        ...

    def read(self) -> Frame | None:
        """The next frame, or None at the end of a source that ends.

        Raises:
            SourceError: If the source failed; a live source may be opened again.
        """
        ...

    def request_stop(self) -> None:
        """Ask a ``read`` or ``open`` that waits in another thread to return soon. Any thread may call it."""
        ...

    def close(self) -> None:
        """Release everything. May be called more than once, and on a source that never opened."""
        ...


@runtime_checkable
class ExposureControl(Protocol):
    """A source whose exposure time can be asked for, such as a camera."""

    @property
    def exposure_s(self) -> float | None:
        """Exposure time in seconds as the driver reports it, 0 for automatic; None if programs cannot set it."""
        ...

    def request_exposure(self, exposure_s: float) -> None:
        """Ask for an exposure time before the next frame is read; 0 for automatic. Any thread may call it."""
        ...
