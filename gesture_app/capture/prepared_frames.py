"""Frames that lie in memory as a source that plays like a camera, to measure the pipeline without decoding."""

from __future__ import annotations

import time
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

import numpy as np

from gesture_app.capture.opencv import cv2
from gesture_app.capture.pacing import Clock, Pacer, Stop
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.frames.frame import Frame, UInt8Array

CAMERA_FPS = 30.0
_BLUR_PX = 151


class Scene(Enum):
    """What is made of a clip that shows one hand."""

    ONE_HAND = "one hand"
    TWO_HANDS = "two hands"
    """The clip beside its mirror image."""
    NO_HAND = "no hand"
    """The clip so blurred that nothing can be made out."""


def read_scene(path: Path, scene: Scene, resolution_wh: tuple[int, int], count: int) -> list[UInt8Array]:
    """The first images of a clip, each ``(height, width, 3)`` uint8 BGR, changed and scaled.

    Args:
        path: The clip.
        scene: What to make of it.
        resolution_wh: Width and height of the images in pixels.
        count: Most images to read.

    Raises:
        SourceError: If the clip cannot be read.
    """
    source = VideoFileSource(path)
    source.open()
    images: list[UInt8Array] = []
    try:
        while len(images) < count and (frame := source.read()) is not None:
            images.append(_scaled(_changed(frame.image_bgr, scene), resolution_wh))
    finally:
        source.close()
    return images


def _changed(image_bgr: UInt8Array, scene: Scene) -> UInt8Array:
    if scene is Scene.TWO_HANDS:
        return np.concatenate([image_bgr, image_bgr[:, ::-1]], axis=1)
    if scene is Scene.NO_HAND:
        return np.asarray(cv2.GaussianBlur(image_bgr, (_BLUR_PX, _BLUR_PX), 0), dtype=np.uint8)
    return image_bgr


def _scaled(image_bgr: UInt8Array, resolution_wh: tuple[int, int]) -> UInt8Array:
    """The image scaled to fit, on grey."""
    width, height = resolution_wh
    scale = min(width / image_bgr.shape[1], height / image_bgr.shape[0])
    size = round(image_bgr.shape[1] * scale), round(image_bgr.shape[0] * scale)
    canvas = np.full((height, width, 3), 127, dtype=np.uint8)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    canvas[top : top + size[1], left : left + size[0]] = cv2.resize(image_bgr, size, interpolation=cv2.INTER_AREA)
    return canvas


class PreparedFramesSource:
    """Images played forth and back at the rate of a camera, without an end.

    Args:
        name: Name that is displayed.
        images: The images, each ``(height, width, 3)`` uint8 BGR.
        clock: Monotonic seconds.
        stop: Stop request; tests pass one that does not wait.
    """

    def __init__(
        self, name: str, images: Sequence[UInt8Array], *, clock: Clock = time.monotonic, stop: Stop | None = None
    ) -> None:
        self._name = name
        self._images = [*images, *images[-2:0:-1]]
        self._clock = clock
        self._stop = stop or Stop()
        self._pacer = Pacer(self._stop, clock)
        self._seq = 0

    @property
    def name(self) -> str:
        """The name that it was given."""
        return self._name

    @property
    def is_live(self) -> bool:
        """Always False: it waits to be read."""
        return False

    @property
    def nominal_fps(self) -> float:
        """The rate of a camera."""
        return CAMERA_FPS

    @property
    def frame_count(self) -> None:
        """There is no end."""
        return

    @property
    def warnings(self) -> list[str]:
        """Always empty."""
        return []

    @property
    def skipped_count(self) -> int:
        """Always 0."""
        return 0

    def open(self) -> None:
        """Start with the first image."""
        self._stop.clear()
        self._pacer.restart()
        self._seq = 0

    def read(self) -> Frame | None:
        """The next frame when it is due; None after a stop."""
        time_s = self._seq / CAMERA_FPS
        if self._stop.requested or not self._pacer.hold_until(time_s):
            return None
        image = self._images[self._seq % len(self._images)]
        self._seq += 1
        return Frame(image, self._seq - 1, time_s, self._clock())

    def request_stop(self) -> None:
        """Ask a waiting ``read`` to return. Safe from any thread."""
        self._stop.request()

    def close(self) -> None:
        """Do nothing: the images are the caller's."""
