from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.errors import DetectorError
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import LandmarkerThresholds
from gesture_app.vision.mediapipe import landmark_network
from gesture_app.vision.mediapipe.hand_landmarker import HandLandmarker
from gesture_app.vision.mediapipe.landmark_network import LandmarkNetwork
from tests.fakes.clips import NO_HAND, ONE_HAND, TWO_HANDS, clip_image

PAPER = 20


@pytest.fixture(scope="module")
def network() -> Iterator[LandmarkNetwork]:
    network = LandmarkNetwork()
    yield network
    network.close()


@pytest.fixture
def video() -> Iterator[HandLandmarker]:
    landmarker = HandLandmarker(LandmarkerThresholds(), 2, video=True)
    yield landmarker
    landmarker.close()


def rgb(image_bgr: UInt8Array) -> UInt8Array:
    return np.asarray(cv2.cvtColor(image_bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)


@pytest.mark.parametrize("number", [0, PAPER, 40, 55])
def test_its_landmarks_are_those_of_mediapipe_s_own_tracking(
    network: LandmarkNetwork, video: HandLandmarker, number: int
) -> None:
    """In the second frame MediaPipe uses the ROI of the hand in the first."""
    image_rgb = rgb(clip_image(ONE_HAND, number))
    (before,) = video.track(image_rgb, 1)
    (tracked,) = video.track(image_rgb, 2)

    scored = network.score(image_rgb, roi_from_landmarks(before.landmarks_px))

    assert scored is not None
    np.testing.assert_allclose(scored.hand.landmarks_px, tracked.landmarks_px, atol=0.1)
    assert scored.hand.handedness is tracked.handedness
    assert scored.hand.score == pytest.approx(tracked.score, abs=0.01)
    assert scored.presence_score > 0.8


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_rotated_hand_scores_like_the_upright_one(
    network: LandmarkNetwork, video: HandLandmarker, quarters: int
) -> None:
    image_rgb = rgb(clip_image(ONE_HAND, PAPER))
    (hand,) = video.track(image_rgb, 1)
    roi = roi_from_landmarks(hand.landmarks_px)
    height, width = image_rgb.shape[:2]
    from_middle = complex(roi.center_px[0] - width / 2, roi.center_px[1] - height / 2) * (-1j) ** quarters
    turned = np.ascontiguousarray(np.rot90(image_rgb, quarters))
    center_px = (from_middle.real + turned.shape[1] / 2, from_middle.imag + turned.shape[0] / 2)

    upright = network.score(image_rgb, roi)
    scored = network.score(turned, HandRoi(center_px, roi.size_px, roi.angle_rad - quarters * np.pi / 2))

    assert upright is not None
    assert scored is not None
    assert scored.presence_score == pytest.approx(upright.presence_score, abs=0.05)
    again = roi_from_landmarks(scored.hand.landmarks_px)
    assert again.size_px == pytest.approx(roi_from_landmarks(upright.hand.landmarks_px).size_px, rel=0.05)
    turn = again.angle_rad - roi_from_landmarks(upright.hand.landmarks_px).angle_rad
    assert np.exp(1j * turn) == pytest.approx(np.exp(-1j * quarters * np.pi / 2), abs=0.05)


def test_each_of_two_hands_is_found_in_its_own_roi(network: LandmarkNetwork, video: HandLandmarker) -> None:
    image_rgb = rgb(clip_image(TWO_HANDS, 0))

    for hand in video.track(image_rgb, 1):
        scored = network.score(image_rgb, roi_from_landmarks(hand.landmarks_px))
        assert scored is not None
        assert scored.hand.handedness is hand.handedness
        assert scored.hand.overlaps(hand)


@pytest.mark.parametrize("center_px", [(100.0, 100.0), (0.0, 0.0), (-400.0, 9000.0)])
def test_a_roi_without_a_hand_has_a_low_score(network: LandmarkNetwork, center_px: tuple[float, float]) -> None:
    scored = network.score(rgb(clip_image(NO_HAND, 0)), HandRoi(center_px, 120.0, 0.5))

    assert scored is None or scored.presence_score < 0.3


def test_the_roi_scales_and_rotates_with_the_hand() -> None:
    points_px = np.random.default_rng(3).uniform(-50, 50, (21, 3)).astype(np.float32)
    points_px[0, :2] = (0, 60)
    quarter = points_px.copy()
    quarter[:, 0], quarter[:, 1] = -points_px[:, 1], points_px[:, 0]

    roi = roi_from_landmarks(points_px)
    grown = roi_from_landmarks(3 * points_px)
    turned = roi_from_landmarks(quarter)

    assert grown.size_px == pytest.approx(3 * roi.size_px, rel=1e-4)
    assert grown.center_px == pytest.approx(tuple(3 * x for x in roi.center_px), rel=1e-4)
    assert np.exp(1j * (turned.angle_rad - roi.angle_rad)) == pytest.approx(1j, abs=1e-4)
    assert turned.center_px == pytest.approx((-roi.center_px[1], roi.center_px[0]), rel=1e-4)
    assert turned.size_px == pytest.approx(roi.size_px, rel=1e-4)


def test_a_network_that_cannot_be_loaded_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landmark_network, "landmark_network", lambda: b"not a network")

    with pytest.raises(DetectorError, match=r"could not be started: .* Install the pinned release"):
        LandmarkNetwork()


def test_a_mediapipe_without_this_graph_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, options = "mediapipe.tasks.cc.vision.hand_landmarker.proto", "hand_landmarks_detector_graph_options_pb2"
    monkeypatch.setitem(sys.modules, f"{folder}.{options}", None)
    monkeypatch.delattr(importlib.import_module(folder), options, raising=False)

    with pytest.raises(DetectorError, match=r"could not be started: .* Install the pinned release"):
        LandmarkNetwork()
