"""The window's fixtures, for tests of the app around it."""

from __future__ import annotations

from pathlib import Path

import cv2
import pytest

from tests.fakes.mjpeg_server import SMALL_WH, numbered_image
from tests.gui.conftest import *  # noqa: F403


@pytest.fixture
def short_clip(tmp_path: Path) -> Path:
    """A video of a third of a second."""
    path = tmp_path / "short.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 30.0, SMALL_WH)
    for number in range(10):
        writer.write(numbered_image(number, SMALL_WH))
    writer.release()
    return path
