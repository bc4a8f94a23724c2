"""MediaPipe's landmark network by itself, applied to a region of interest (ROI)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from gesture_app.domain.frames.frame import Float32Array, Hand, UInt8Array
from gesture_app.domain.frames.hand_topology import WRIST
from gesture_app.errors import DetectorError
from gesture_app.native_log import without_native_notices
from gesture_app.vision.mediapipe.guarded_import import import_mediapipe
from gesture_app.vision.mediapipe.hand_landmarker import hand_from_landmarks, mediapipe_image
from gesture_app.vision.mediapipe.task_bundle import PINNED_RELEASE, landmark_network

_GRAPH = "mediapipe.tasks.vision.hand_landmarker.SingleHandLandmarksDetectorGraph"
_INPUTS = ("IMAGE:image", "HAND_RECT:roi")
_OUTPUTS = ("LANDMARKS:landmarks", "HANDEDNESS:handedness", "PRESENCE_SCORE:presence")
_EMPTY_WH = (64, 48)

_INDEX_KNUCKLE, _MIDDLE_KNUCKLE, _RING_KNUCKLE = 5, 9, 13
_PALM_AND_FIRST_JOINTS = (0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18)
_SCALE = 2.0
_SHIFT = 0.1


@dataclass(frozen=True)
class HandRoi:
    """Region of interest around a hand: a rotated square in an image.

    Attributes:
        center_px: Center, x and y in pixels of the image.
        size_px: Length of its sides.
        angle_rad: Clockwise rotation; 0 if the fingers point up.
    """

    center_px: tuple[float, float]
    size_px: float
    angle_rad: float


@dataclass(frozen=True)
class ScoredHand:
    """Output of the landmark network for one ROI.

    Attributes:
        hand: The landmarks found, whether or not the ROI shows a hand.
        presence_score: The network's score that the ROI shows a hand, 0 to 1.
    """

    hand: Hand
    presence_score: float


class RoiScorer(Protocol):
    """Finds and scores the hand in an ROI. Role of :class:`LandmarkNetwork`."""

    def score(self, image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        """Find and score the hand in an ROI of a ``(height, width, 3)`` uint8 RGB image."""
        ...

    def close(self) -> None:
        """Release the network."""
        ...


class LandmarkNetwork:
    """Finds and scores the hand in an ROI, without the palm detector.

    MediaPipe's hand landmarker does the same to track a hand in a video, but accepts no ROI from outside. This runs
    the part of its graph that does it, with the same image processing and the same results.

    Source: https://github.com/google-ai-edge/mediapipe/blob/v0.10.21/mediapipe/tasks/cc/vision/hand_landmarker/
    hand_landmarks_detector_graph.cc.

    Raises:
        DetectorError: If the network cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self) -> None:
        import_mediapipe()
        self._native = _warmed_up()

    def score(self, image_rgb: UInt8Array, roi: HandRoi) -> ScoredHand | None:
        """Find and score the hand in an ROI of a ``(height, width, 3)`` uint8 RGB image.

        Returns:
            None if the network gives no finite landmarks.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the image.
        """
        from mediapipe.python import packet_getter

        packets = _process(self._native, image_rgb, roi)
        if packets["landmarks"].is_empty():
            return None
        landmarks = packet_getter.get_proto(packets["landmarks"])
        handedness = packet_getter.get_proto(packets["handedness"])
        category = handedness.classification[0]
        hand = hand_from_landmarks(landmarks.landmark, category.label, category.score, image_rgb)
        return None if hand is None else ScoredHand(hand, packet_getter.get_float(packets["presence"]))

    def close(self) -> None:
        """Release the network."""
        self._native.close()


def roi_from_landmarks(landmarks_px: Float32Array) -> HandRoi:
    """The ROI in which MediaPipe expects a hand in the next frame of a video.

    It is rotated so that the fingers point up, is twice as large as the palm with the first joints of the fingers, and
    is shifted a little towards these.

    Args:
        landmarks_px: ``(21, 3)`` float32, x and y in pixels.

    Source: hand_landmarks_to_rect_calculator.cc and, for the numbers, hand_landmarks_detector_graph.cc of
    https://github.com/google-ai-edge/mediapipe at v0.10.21.
    """
    points_px = landmarks_px[:, :2].astype(np.float64)
    knuckles = ((points_px[_INDEX_KNUCKLE] + points_px[_RING_KNUCKLE]) / 2 + points_px[_MIDDLE_KNUCKLE]) / 2
    right, down = knuckles - points_px[WRIST]
    angle_rad = float(np.pi / 2 - np.arctan2(-down, right))
    to_image = np.array([[np.cos(angle_rad), -np.sin(angle_rad)], [np.sin(angle_rad), np.cos(angle_rad)]])
    upright = points_px[list(_PALM_AND_FIRST_JOINTS)] @ to_image
    low, high = upright.min(axis=0), upright.max(axis=0)
    width, height = high - low
    center_px = to_image @ ((low + high) / 2 - (0, _SHIFT * height))
    return HandRoi((float(center_px[0]), float(center_px[1])), float(_SCALE * max(width, height)), angle_rad)


def _warmed_up() -> Any:
    """Load the graph and run it on an empty image, which completes loading, without its notices."""
    width, height = _EMPTY_WH
    empty = np.zeros((height, width, 3), dtype=np.uint8)
    try:
        with without_native_notices():
            native = _graph()
            _process(native, empty, HandRoi((width / 2, height / 2), height, 0.0))
        return native
    except (ImportError, RuntimeError, ValueError) as error:
        raise DetectorError(f"The landmark network could not be started: {error}", hint=PINNED_RELEASE) from error


def _graph() -> Any:
    from mediapipe.framework import calculator_options_pb2, calculator_pb2
    from mediapipe.python._framework_bindings import task_runner
    from mediapipe.tasks.cc.vision.hand_landmarker.proto import hand_landmarks_detector_graph_options_pb2

    # With a threshold of 0 the graph returns landmarks for every ROI: callers apply their own threshold.
    options = hand_landmarks_detector_graph_options_pb2.HandLandmarksDetectorGraphOptions(min_detection_confidence=0)
    options.base_options.model_asset.file_content = landmark_network()
    calculator_options = calculator_options_pb2.CalculatorOptions()
    calculator_options.Extensions[options.ext].CopyFrom(options)
    node = calculator_pb2.CalculatorGraphConfig.Node(
        calculator=_GRAPH, input_stream=_INPUTS, output_stream=_OUTPUTS, options=calculator_options
    )
    config = calculator_pb2.CalculatorGraphConfig(node=[node], input_stream=_INPUTS, output_stream=_OUTPUTS)
    return task_runner.TaskRunner.create(config, None)


def _process(native: Any, image_rgb: UInt8Array, roi: HandRoi) -> Any:
    from mediapipe.framework.formats import rect_pb2
    from mediapipe.python import packet_creator

    height, width = image_rgb.shape[:2]
    rect = rect_pb2.NormalizedRect(
        x_center=roi.center_px[0] / width,
        y_center=roi.center_px[1] / height,
        width=roi.size_px / width,
        height=roi.size_px / height,
        rotation=roi.angle_rad,
    )
    image = packet_creator.create_image(mediapipe_image(image_rgb))
    return native.process({"image": image, "roi": packet_creator.create_proto(rect)})
