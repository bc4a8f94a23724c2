"""Imports ``cv2`` with the environment that this program needs. The other modules of this package import it from here.

OpenCV and its FFmpeg read some settings from the environment, and OpenCV's Linux wheel sets Qt's plugin path to its
own plugins. This module sets the former and restores the latter.
"""

from __future__ import annotations

import os
import sys

_SETTINGS = {
    # Only our own message reaches the terminal for bad input. The level is FFmpeg's AV_LOG_QUIET.
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    # Seconds that OpenCV waits for one frame of a Linux camera; with its default of 10 a dead camera stays busy.
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "3",
}
_PLATFORM_SETTINGS = {
    # Opening a camera takes many seconds with them. Source: opencv issue 17687.
    "win32": {"OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0"},
    # The permission question must come from the main thread, so the window asks it. Source: opencv pull request 16145.
    "darwin": {"OPENCV_AVFOUNDATION_SKIP_AUTH": "1"},
}
# Qt 5 plugins in the wheel, which another Qt cannot load. Source: opencv-python issues 447 and 736.
_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")

for _name, _value in {**_SETTINGS, **_PLATFORM_SETTINGS.get(sys.platform, {})}.items():
    os.environ.setdefault(_name, _value)
_qt_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

import cv2  # noqa: E402

for _name, _before in _qt_before.items():
    if _before is not None:
        os.environ[_name] = _before
    elif "cv2" in os.environ.get(_name, ""):
        del os.environ[_name]

# The variable above comes too late where cv2 was imported before.
cv2.setLogLevel(0)

__all__ = ["cv2"]
