from __future__ import annotations

import subprocess
import sys

import pytest

from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import DetectorError, MissingDependencyError
from gesture_app.resources import PROJECT_ROOT
from gesture_app.vision.detectors import open_hand_detector
from gesture_app.vision.mediapipe import hand_landmarker
from gesture_app.vision.mediapipe.guarded_import import import_mediapipe
from tests.fakes.clips import NO_HAND, as_frame, clip_image


def test_networks_that_cannot_be_loaded_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_landmarker, "hand_landmarker_bundle", lambda: b"not a bundle")

    with pytest.raises(DetectorError, match=r"could not be started: .* Install the pinned release"):
        open_hand_detector(DetectionMode.VIDEO, detector="mediapipe")


def test_after_a_failed_reset_it_can_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    detector = open_hand_detector(DetectionMode.VIDEO, detector="mediapipe")
    monkeypatch.setattr(hand_landmarker, "hand_landmarker_bundle", lambda: b"not a bundle")
    with pytest.raises(DetectorError):
        detector.reset()

    with pytest.raises(DetectorError, match="closed"):
        detector.detect(as_frame(clip_image(NO_HAND, 0)))
    detector.close()


def test_a_mediapipe_that_cannot_be_loaded_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "mediapipe"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mediapipe", None)

    with pytest.raises(MissingDependencyError, match=r"cannot be loaded: .*\.\[mediapipe\].* --detector onnx"):
        import_mediapipe()


IMPORT_PROBE = """
import sys
from gesture_app.vision.mediapipe.guarded_import import import_mediapipe
import_mediapipe()
assert "mediapipe" in sys.modules
assert "tensorflow" not in sys.modules, sys.modules["tensorflow"]
left = [name for name, module in sys.modules.items() if name.startswith("tensorflow") and module is None]
assert not left, left
"""


def test_mediapipe_is_imported_without_tensorflow_which_can_be_imported_later() -> None:
    command = [sys.executable, "-c", IMPORT_PROBE]
    finished = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT_ROOT, timeout=100, check=False)

    assert finished.returncode == 0, finished.stderr
