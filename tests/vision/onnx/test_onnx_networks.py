from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.errors import DetectorError
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import HandNetworks, LandmarkerThresholds, RoiScorer
from gesture_app.vision.mediapipe.networks import MEDIAPIPE_NETWORKS
from gesture_app.vision.onnx.landmark_network import LANDMARK_FILE
from gesture_app.vision.onnx.network_files import NETWORK_FOLDER, HandNetwork
from gesture_app.vision.onnx.networks import onnx_networks
from tests.fakes.clips import NO_HAND, ONE_HAND, TWO_HANDS, clip_image
from tests.fakes.detectors import HAS_MEDIAPIPE, needs_mediapipe

MAX_MEDIAN, MAX_P95 = 0.02, 0.05
"""Largest distance of landmarks from MediaPipe's, in units of the hand's size."""


@pytest.fixture(scope="module")
def networks() -> HandNetworks:
    return onnx_networks()


@pytest.fixture(scope="module")
def scorers(networks: HandNetworks) -> Iterator[tuple[RoiScorer, RoiScorer]]:
    """MediaPipe's landmark network and ours."""
    if not HAS_MEDIAPIPE:
        pytest.skip("mediapipe is not installed")
    theirs = MEDIAPIPE_NETWORKS.open_roi_scorer()
    yield theirs, networks.open_roi_scorer()
    theirs.close()


def rgb(clip: Path, number: int) -> UInt8Array:
    return np.asarray(cv2.cvtColor(clip_image(clip, number), cv2.COLOR_BGR2RGB), dtype=np.uint8)


def distances(hands: list[Hand], others: list[Hand]) -> list[float]:
    """Distances of the landmarks of hands that both found, in units of the hand's size."""
    found: list[float] = []
    for hand in hands:
        left, top, right, bottom = hand.box_xyxy_px
        for other in others:
            if hand.overlaps(other):
                moved = np.linalg.norm(hand.landmarks_px[:, :2] - other.landmarks_px[:, :2], axis=1)
                found += list(moved / max(right - left, bottom - top))
    return found


@needs_mediapipe
@pytest.mark.parametrize("clip", [ONE_HAND, TWO_HANDS], ids=lambda clip: clip.stem)
def test_it_tracks_the_hands_that_mediapipe_tracks_with_the_same_landmarks(networks: HandNetworks, clip: Path) -> None:
    theirs = MEDIAPIPE_NETWORKS.open_video_landmarker(LandmarkerThresholds(), 2)
    ours = networks.open_video_landmarker(LandmarkerThresholds(), 2)
    apart: list[float] = []
    counts = []
    for number in range(16):
        image_rgb = rgb(clip, number)
        expected, got = theirs.track(image_rgb, number * 66 + 1), ours.track(image_rgb, number * 66 + 1)
        counts.append((len(expected), len(got)))
        apart += distances(expected, got)
    theirs.close()
    assert sum(ours_count >= their_count for their_count, ours_count in counts) >= 15
    assert np.median(apart) <= MAX_MEDIAN
    assert np.percentile(apart, 95) <= MAX_P95


@needs_mediapipe
@pytest.mark.parametrize(("clip", "number"), [(ONE_HAND, 0), (ONE_HAND, 20), (ONE_HAND, 55), (TWO_HANDS, 0)])
def test_in_an_image_it_finds_the_hands_that_mediapipe_finds(networks: HandNetworks, clip: Path, number: int) -> None:
    image_rgb = rgb(clip, number)
    theirs = MEDIAPIPE_NETWORKS.open_image_landmarker(LandmarkerThresholds(), 2)
    expected = theirs.detect(image_rgb)
    theirs.close()

    got = networks.open_image_landmarker(LandmarkerThresholds(), 2).detect(image_rgb)

    assert len(got) == len(expected)
    assert max(distances(expected, got)) <= MAX_MEDIAN
    for hand in expected:
        (same,) = [other for other in got if other.overlaps(hand)]
        assert same.handedness is hand.handedness
        assert same.score == pytest.approx(hand.score, abs=0.05)


def test_an_image_without_hands_has_none(networks: HandNetworks) -> None:
    assert networks.open_image_landmarker(LandmarkerThresholds(), 2).detect(rgb(NO_HAND, 0)) == []


@pytest.mark.parametrize(
    "changed",
    [(0, 0, 1.0, 0.2), (-150, 0, 1.0, 1.5), (60, 30, 1.6, -2.0), (0, 0, 0.6, 0.0)],
    ids=["turned", "outside the image", "large", "small"],
)
def test_it_reads_a_roi_as_mediapipe_does(
    scorers: tuple[RoiScorer, RoiScorer], changed: tuple[float, float, float, float]
) -> None:
    right, down, scale, turn = changed
    image_rgb = rgb(ONE_HAND, 20)
    theirs, ours = scorers
    start = theirs.score(image_rgb, HandRoi((160, 120), 240, 0.0))
    assert start is not None
    roi = roi_from_landmarks(start.hand.landmarks_px)
    moved = HandRoi((roi.center_px[0] + right, roi.center_px[1] + down), roi.size_px * scale, roi.angle_rad + turn)

    expected, got = theirs.score(image_rgb, moved), ours.score(image_rgb, moved)

    assert expected is not None
    assert got is not None
    np.testing.assert_allclose(got.hand.landmarks_px, expected.hand.landmarks_px, atol=0.02 * moved.size_px)
    assert got.presence_score == pytest.approx(expected.presence_score, abs=0.05)


def test_each_network_is_loaded_once_for_all_stages(networks: HandNetworks) -> None:
    assert networks.open_roi_scorer() is networks.open_roi_scorer()


def test_a_file_that_is_not_the_described_one_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(NETWORK_FOLDER, tmp_path / "hands")
    with (folder / LANDMARK_FILE).open("ab") as file:
        file.write(b"more")
    with pytest.raises(DetectorError, match=r"landmark_network\.onnx is damaged") as caught:
        HandNetwork(LANDMARK_FILE, folder)
    assert caught.value.hint == "Fetch the program again."


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(NETWORK_FOLDER, tmp_path / "hands")
    (folder / LANDMARK_FILE).unlink()
    with pytest.raises(DetectorError, match=r"landmark_network\.onnx cannot be read: No such file"):
        HandNetwork(LANDMARK_FILE, folder)


@pytest.mark.parametrize("content", ["{", json.dumps({"files": 3})])
def test_a_damaged_manifest_is_named(tmp_path: Path, content: str) -> None:
    folder = shutil.copytree(NETWORK_FOLDER, tmp_path / "hands")
    (folder / "networks.json").write_text(content)
    with pytest.raises(DetectorError, match=r"networks\.json is damaged"):
        HandNetwork(LANDMARK_FILE, folder)
