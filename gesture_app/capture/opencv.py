"""Imports ``cv2`` the way this program needs it; the rest of this package takes ``cv2`` from here.

OpenCV and the FFmpeg inside it read some settings from the environment, and OpenCV's Linux wheel points Qt at its own
plugins. Both are put right here, once.
"""

from __future__ import annotations

import os
import sys

_SETTINGS = {
    # Only our own message reaches the terminal for bad input. The level is FFmpeg's AV_LOG_QUIET.
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    # Seconds that OpenCV waits for one picture of a Linux camera; its own 10 would keep a dead camera busy that long.
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
