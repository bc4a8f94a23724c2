"""The networks on MediaPipe's own runtime."""

from __future__ import annotations

from functools import partial

from gesture_app.vision.detection.networks import HandNetworks
from gesture_app.vision.mediapipe.hand_landmarker import HandLandmarker
from gesture_app.vision.mediapipe.landmark_network import LandmarkNetwork
from gesture_app.vision.mediapipe.task_bundle import hand_landmarker_bundle

MEDIAPIPE_NETWORKS = HandNetworks(
    open_image_landmarker=partial(HandLandmarker, video=False),
    open_video_landmarker=partial(HandLandmarker, video=True),
    open_roi_scorer=LandmarkNetwork,
    networks_bytes=lambda: len(hand_landmarker_bundle()),
)
"""Opening raises a ``DetectorError``, or a ``MissingDependencyError`` if mediapipe cannot be imported."""
