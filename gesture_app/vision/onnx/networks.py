"""The networks on ONNX Runtime."""

from __future__ import annotations

from functools import cache

from gesture_app.vision.detection.networks import HandNetworks, LandmarkerThresholds
from gesture_app.vision.onnx.hand_landmarker import OnnxHandLandmarker
from gesture_app.vision.onnx.landmark_network import LANDMARK_FILE, OnnxLandmarkNetwork
from gesture_app.vision.onnx.network_files import NETWORK_FOLDER, HandNetwork, read_network
from gesture_app.vision.onnx.palm_detector import PALM_FILE, PalmDetector


def onnx_networks() -> HandNetworks:
    """The networks for one detector: each is loaded once, when it is first opened, and shared by its stages.

    Opening raises a ``DetectorError``, or a ``MissingDependencyError`` if ONNX Runtime cannot be imported.
    """

    @cache
    def palms() -> PalmDetector:
        return PalmDetector(HandNetwork(PALM_FILE))

    @cache
    def landmarks() -> OnnxLandmarkNetwork:
        return OnnxLandmarkNetwork(HandNetwork(LANDMARK_FILE))

    def open_landmarker(thresholds: LandmarkerThresholds, max_hands: int) -> OnnxHandLandmarker:
        return OnnxHandLandmarker(palms(), landmarks(), thresholds, max_hands)

    return HandNetworks(open_landmarker, open_landmarker, landmarks, _networks_bytes)


def _networks_bytes() -> int:
    return sum(len(read_network(NETWORK_FOLDER / name)) for name in (PALM_FILE, LANDMARK_FILE))
