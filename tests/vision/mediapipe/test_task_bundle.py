from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from gesture_app.errors import DetectorError
from gesture_app.vision.mediapipe import task_bundle as hand_bundle


@pytest.fixture(autouse=True)
def no_cached_bundle() -> None:
    hand_bundle.hand_landmarker_bundle.cache_clear()


def test_it_holds_the_two_networks_uncompressed() -> None:
    with zipfile.ZipFile(io.BytesIO(hand_bundle.hand_landmarker_bundle())) as bundle:
        entries = bundle.infolist()
        assert bundle.testzip() is None

    assert [entry.filename for entry in entries] == ["hand_detector.tflite", "hand_landmarks_detector.tflite"]
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert min(entry.file_size for entry in entries) > 1_000_000


def test_it_is_the_same_every_time() -> None:
    first = hand_bundle.hand_landmarker_bundle()
    hand_bundle.hand_landmarker_bundle.cache_clear()

    assert hand_bundle.hand_landmarker_bundle() == first


def test_a_mediapipe_without_networks_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_bundle, "mediapipe_folder", lambda: tmp_path)

    with pytest.raises(DetectorError, match=r"lacks the network .* pip install -c constraints\.txt"):
        hand_bundle.hand_landmarker_bundle()


def test_a_missing_mediapipe_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_bundle, "find_spec", lambda name: None)

    with pytest.raises(DetectorError, match=r"mediapipe is not installed\. Install the pinned release"):
        hand_bundle.hand_landmarker_bundle()
