"""The roles that the pipeline needs filled. Implementations add their technology to the name."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from gesture_app.domain.frames import Frame, Hand, HandCrop, Prediction
from gesture_app.domain.gestures import GestureSet


class DetectionMode(Enum):
    """How the frames given to a detector relate to each other."""

    VIDEO = "video"
    """Consecutive frames of one scene: hands are tracked, and times must rise."""
    INDEPENDENT = "independent"
    """Each image stands alone: nothing is carried over."""


class FrameSource(Protocol):
    """Where frames come from. One thread opens, reads and closes it; only ``request_stop`` may come from another."""

    @property
    def name(self) -> str:
        """What people call it: a camera's name, a file's name, an address."""
        ...

    @property
    def is_live(self) -> bool:
        """Whether frames come in real time whether or not they are read (a camera, a stream)."""
        ...

    @property
    def nominal_fps(self) -> float | None:
        """The frame rate the source claims, where it claims one."""
        ...

    @property
    def frame_count(self) -> int | None:
        """How many frames there are, where that is known."""
        ...

    @property
    def warnings(self) -> list[str]:
        """Sentences about what was left out or ended early since ``open``; still there after ``close``."""
        ...

    @property
    def skipped_count(self) -> int:
        """How many pictures could not be read since ``open``."""
        ...

    def open(self) -> None:
        """Get ready to read.

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
        """Ask a ``read`` or ``open`` that waits in another thread to return soon. Safe from any thread."""
        ...

    def close(self) -> None:
        """Release everything. May be called more than once, and on a source that never opened."""
        ...


class HandDetector(Protocol):
    """Finds hands. Used from one thread."""

    def detect(self, frame: Frame) -> list[Hand]:
        """The hands in a frame, at most as many as the detector was made for, in no particular order.

        Raises:
            DetectorError: If the detector failed.
        """
        ...

    def reset(self) -> None:
        """Forget what was tracked: the next frame is the first of another scene."""
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...


class Classifier(Protocol):
    """Reads gestures from crops. Used from one thread."""

    @property
    def labels(self) -> GestureSet:
        """The labels it tells apart."""
        ...

    @property
    def description(self) -> str:
        """What runs where, for the status line, for example ``"ONNX Runtime, CPU"``."""
        ...

    def classify(self, crops: Sequence[HandCrop]) -> list[Prediction]:
        """One prediction a crop, in order; an empty list for no crops.

        Raises:
            ClassifierError: If the classifier failed.
        """
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...


class Cropper(Protocol):
    """Cuts what a classifier sees of a hand out of a frame, in the way its model was trained with."""

    def __call__(self, frame: Frame, hand: Hand) -> HandCrop:
        """The crop of one hand."""
        ...
