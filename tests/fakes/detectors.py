"""The hand detectors that can run here."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from gesture_app.vision.detectors import DETECTORS

HAS_MEDIAPIPE = find_spec("mediapipe") is not None
"""It has no wheel for Python 3.13 and later. Looked for without importing it, which takes a second."""

INSTALLED_DETECTORS = [name for name in DETECTORS if name != "mediapipe" or HAS_MEDIAPIPE]

needs_mediapipe = pytest.mark.skipif(not HAS_MEDIAPIPE, reason="mediapipe is not installed")
