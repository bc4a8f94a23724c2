"""Comparison of two images of a source."""

from __future__ import annotations

import numpy as np

from gesture_app.domain.frames.frame import UInt8Array

_STEP_PX = 16


def is_same_image(one: UInt8Array, other: UInt8Array) -> bool:
    """Whether two ``(height, width, 3)`` uint8 images are identical; for most, a few pixels decide."""
    return (
        one.shape == other.shape
        and np.array_equal(one[::_STEP_PX, ::_STEP_PX], other[::_STEP_PX, ::_STEP_PX])
        and np.array_equal(one, other)
    )
