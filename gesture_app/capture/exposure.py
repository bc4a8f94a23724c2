"""Reads and sets the exposure time of a camera, as far as its driver lets programs do so."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from gesture_app.capture.opencv import cv2
from gesture_app.domain.frames.camera_format import AUTOMATIC_S


@dataclass(frozen=True)
class _Units:
    """How a driver counts.

    Attributes:
        automatic: Value of ``CAP_PROP_AUTO_EXPOSURE`` while the camera chooses.
        manual: Its value while the program chooses.
        to_driver: Converts seconds to ``CAP_PROP_EXPOSURE``.
        to_seconds: The opposite.
    """

    automatic: float
    manual: float
    to_driver: Callable[[float], float]
    to_seconds: Callable[[float], float]


_UNITS = {
    # Units of 100 microseconds. Source: V4L2_CID_EXPOSURE_AUTO and V4L2_CID_EXPOSURE_ABSOLUTE.
    cv2.CAP_V4L2: _Units(3.0, 1.0, lambda s: max(1.0, float(round(s * 1e4))), lambda value: value / 1e4),
    # Powers of two, in seconds. Source: CameraControl_Exposure of DirectShow, which Media Foundation uses too.
    cv2.CAP_MSMF: _Units(1.0, 0.0, lambda s: float(round(math.log2(s))), lambda value: 2.0**value),
}


def read_exposure(capture: cv2.VideoCapture, backend: int) -> float | None:
    """Exposure time in seconds, or :data:`AUTOMATIC_S`; None if the driver does not let programs set it.

    The picture does not change: the present value is set again, and read back.
    """
    units = _UNITS.get(backend)
    if units is None:
        return None
    mode = capture.get(cv2.CAP_PROP_AUTO_EXPOSURE)
    if mode not in {units.automatic, units.manual}:
        return None
    is_set = capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, mode)
    if not is_set or capture.get(cv2.CAP_PROP_AUTO_EXPOSURE) != mode:
        return None
    return AUTOMATIC_S if mode == units.automatic else units.to_seconds(capture.get(cv2.CAP_PROP_EXPOSURE))


def set_exposure(capture: cv2.VideoCapture, backend: int, exposure_s: float) -> float | None:
    """Set the exposure time, and read back what the driver made of it.

    A camera that does not obey is left to choose by itself.

    Args:
        capture: The open camera.
        backend: OpenCV's API.
        exposure_s: Exposure time in seconds, or :data:`AUTOMATIC_S`.

    Returns:
        As for :func:`read_exposure`.
    """
    units = _UNITS.get(backend)
    if units is None or read_exposure(capture, backend) is None:
        return None
    if exposure_s != AUTOMATIC_S:
        before, wanted = capture.get(cv2.CAP_PROP_EXPOSURE), units.to_driver(exposure_s)
        capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, units.manual)
        capture.set(cv2.CAP_PROP_EXPOSURE, wanted)
        is_manual = capture.get(cv2.CAP_PROP_AUTO_EXPOSURE) == units.manual
        got = capture.get(cv2.CAP_PROP_EXPOSURE)
        if is_manual and (got == wanted or got != before):
            return units.to_seconds(got)
    capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, units.automatic)
    return AUTOMATIC_S if exposure_s == AUTOMATIC_S else None
