"""The exposure is what the driver says after it was set."""

from __future__ import annotations

from typing import cast

import cv2
import pytest

from gesture_app.capture.exposure import read_exposure, set_exposure
from gesture_app.domain.frames.camera_format import AUTOMATIC_S


class Driver:
    """A camera's driver with these least and greatest exposures; without them it does not obey."""

    def __init__(self, mode: float, *, limits: tuple[float, float] | None = None, has_mode: bool = True) -> None:
        self.values = {cv2.CAP_PROP_AUTO_EXPOSURE: mode, cv2.CAP_PROP_EXPOSURE: 156.0}
        self.limits = limits
        self.has_mode = has_mode

    def get(self, name: int) -> float:
        return self.values[name]

    def set(self, name: int, value: float) -> bool:
        if name == cv2.CAP_PROP_AUTO_EXPOSURE:
            if self.has_mode:
                self.values[name] = value
            return self.has_mode
        if self.limits is not None:
            self.values[name] = min(max(value, self.limits[0]), self.limits[1])
        return self.limits is not None


def capture(driver: Driver) -> cv2.VideoCapture:
    return cast("cv2.VideoCapture", driver)


def test_linux_counts_in_units_of_100_microseconds() -> None:
    driver = Driver(3.0, limits=(3, 2047))
    assert read_exposure(capture(driver), cv2.CAP_V4L2) == AUTOMATIC_S
    assert set_exposure(capture(driver), cv2.CAP_V4L2, 1 / 64) == 0.0156
    assert driver.values == {cv2.CAP_PROP_AUTO_EXPOSURE: 1.0, cv2.CAP_PROP_EXPOSURE: 156.0}
    assert read_exposure(capture(driver), cv2.CAP_V4L2) == 0.0156
    assert set_exposure(capture(driver), cv2.CAP_V4L2, AUTOMATIC_S) == AUTOMATIC_S
    assert driver.values[cv2.CAP_PROP_AUTO_EXPOSURE] == 3.0


def test_windows_counts_in_powers_of_two() -> None:
    driver = Driver(1.0, limits=(-13, -1))
    assert set_exposure(capture(driver), cv2.CAP_MSMF, 1 / 64) == 1 / 64
    assert driver.values == {cv2.CAP_PROP_AUTO_EXPOSURE: 0.0, cv2.CAP_PROP_EXPOSURE: -6.0}


def test_what_the_driver_made_of_it_is_told() -> None:
    assert set_exposure(capture(Driver(3.0, limits=(3, 100))), cv2.CAP_V4L2, 1 / 8) == 0.01


@pytest.mark.parametrize("driver", [Driver(3.0), Driver(3.0, limits=(3, 2047), has_mode=False)])
def test_a_driver_that_does_not_obey_is_left_to_choose(driver: Driver) -> None:
    assert set_exposure(capture(driver), cv2.CAP_V4L2, 1 / 8) is None
    assert driver.values[cv2.CAP_PROP_AUTO_EXPOSURE] == 3.0


@pytest.mark.parametrize(("mode", "backend"), [(-1.0, cv2.CAP_V4L2), (3.0, cv2.CAP_AVFOUNDATION)])
def test_a_driver_without_exposure_offers_none(mode: float, backend: int) -> None:
    assert read_exposure(capture(Driver(mode)), backend) is None
