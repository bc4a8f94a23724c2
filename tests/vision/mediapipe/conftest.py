"""Leaves out the tests of MediaPipe where it is not installed."""

from __future__ import annotations

from tests.fakes.detectors import HAS_MEDIAPIPE

collect_ignore_glob = [] if HAS_MEDIAPIPE else ["test_*.py"]
