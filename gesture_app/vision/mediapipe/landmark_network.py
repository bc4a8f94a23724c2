"""MediaPipe's landmark network by itself, for hands of which it is known about where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import Float32Array, Hand, UInt8Array
from gesture_app.domain.frames.hand_topology import WRIST
from gesture_app.errors import DetectorError
from gesture_app.vision.mediapipe.guarded_import import import_mediapipe
from gesture_app.vision.mediapipe.hand_landmarker import hand_of, rgb_image
from gesture_app.vision.mediapipe.native_log import without_native_chatter
from gesture_app.vision.mediapipe.task_bundle import PINNED_RELEASE, landmark_network

_GRAPH = "mediapipe.tasks.vision.hand_landmarker.SingleHandLandmarksDetectorGraph"
_INPUTS = ("IMAGE:image", "HAND_RECT:place")
_OUTPUTS = ("LANDMARKS:landmarks", "HANDEDNESS:handedness", "PRESENCE_SCORE:presence")
_EMPTY_WH = (64, 48)

_INDEX_KNUCKLE, _MIDDLE_KNUCKLE, _RING_KNUCKLE = 5, 9, 13
_PALM_AND_FIRST_JOINTS = (0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18)
_SCALE = 2.0
_SHIFT = 0.1


@dataclass(frozen=True)
class HandRoi:
    """Where in a picture a hand is: a turned square around it.

    Attributes:
        center_px: Its middle, x and y in pixels of the picture.
        size_px: The length of its sides.
        angle_rad: How far it is turned clockwise from where the fingers point up.
    """

    center_px: tuple[float, float]
    size_px: float
    angle_rad: float


@dataclass(frozen=True)
class ScoredHand:
    """What the network makes of a place.

    Attributes:
        hand: The hand there, whether or not it is one.
        presence: How sure the network is that it is one, 0 to 1.
    """

    hand: Hand
    presence: float


class LandmarkNetwork:
    """Reads the hand at a place, without the palm detector.

    MediaPipe's hand landmarker does so inside when it follows a hand in a video, but takes no place from outside. This
    is the part of its graph that does it, with its image processing and its numbers.

    Source: https://github.com/google-ai-edge/mediapipe/blob/v0.10.21/mediapipe/tasks/cc/vision/hand_landmarker/
    hand_landmarks_detector_graph.cc.

    Raises:
        DetectorError: If the network cannot be loaded.
        MissingDependencyError: If mediapipe cannot be imported.
    """

    def __init__(self) -> None:
        import_mediapipe()
        self._native = _ready()

    def read(self, image_rgb: UInt8Array, place: HandRoi) -> ScoredHand | None:
        """The hand at a place of a ``(height, width, 3)`` uint8 RGB picture; None where the network gives no numbers.

        Raises:
            RuntimeError: If MediaPipe failed.
            ValueError: If it refused the picture.
        """
        from mediapipe.python import packet_getter

        packets = _process(self._native, image_rgb, place)
        if packets["landmarks"].is_empty():
            return None
        landmarks = packet_getter.get_proto(packets["landmarks"])
        handedness = packet_getter.get_proto(packets["handedness"])
        named = handedness.classification[0]
        hand = hand_of(landmarks.landmark, named.label, named.score, image_rgb)
        return None if hand is None else ScoredHand(hand, packet_getter.get_float(packets["presence"]))

    def close(self) -> None:
        """Release the network."""
        self._native.close()


def place_of(landmarks_px: Float32Array) -> HandRoi:
    """The place that MediaPipe looks at in the next picture of a video, after a hand with these landmarks.

    It is turned so that the fingers point up, and twice as large as the palm with the first joints of the fingers,
    towards which it is moved a little.

    Args:
        landmarks_px: ``(21, 3)`` float32, x and y in pixels.

    Source: hand_landmarks_to_rect_calculator.cc and, for the numbers, hand_landmarks_detector_graph.cc of
    https://github.com/google-ai-edge/mediapipe at v0.10.21.
    """
    points_px = landmarks_px[:, :2].astype(np.float64)
    knuckles = ((points_px[_INDEX_KNUCKLE] + points_px[_RING_KNUCKLE]) / 2 + points_px[_MIDDLE_KNUCKLE]) / 2
    right, down = knuckles - points_px[WRIST]
    angle_rad = float(np.pi / 2 - np.arctan2(-down, right))
    to_picture = np.array([[np.cos(angle_rad), -np.sin(angle_rad)], [np.sin(angle_rad), np.cos(angle_rad)]])
    upright = points_px[list(_PALM_AND_FIRST_JOINTS)] @ to_picture
    low, high = upright.min(axis=0), upright.max(axis=0)
    width, height = high - low
    center_px = to_picture @ ((low + high) / 2 - (0, _SHIFT * height))
    return HandRoi((float(center_px[0]), float(center_px[1])), float(_SCALE * max(width, height)), angle_rad)


def _ready() -> Any:
    """The graph, having looked at an empty picture, which makes it finish loading, quietly."""
    width, height = _EMPTY_WH
    empty = np.zeros((height, width, 3), dtype=np.uint8)
    try:
        with without_native_chatter():
            native = _graph()
            _process(native, empty, HandRoi((width / 2, height / 2), height, 0.0))
        return native
    except (ImportError, RuntimeError, ValueError) as error:
        raise DetectorError(
            f"The landmark network could not be started: {error}",
            hint=PINNED_RELEASE,
        ) from error


def _graph() -> Any:
    from mediapipe.framework import calculator_options_pb2, calculator_pb2
    from mediapipe.python._framework_bindings import task_runner
    from mediapipe.tasks.cc.vision.hand_landmarker.proto import hand_landmarks_detector_graph_options_pb2

    # At a confidence of 0 it tells the landmarks of every place, so that the caller can judge.
    options = hand_landmarks_detector_graph_options_pb2.HandLandmarksDetectorGraphOptions(min_detection_confidence=0)
    options.base_options.model_asset.file_content = landmark_network()
    calculator_options = calculator_options_pb2.CalculatorOptions()
    calculator_options.Extensions[options.ext].CopyFrom(options)
    node = calculator_pb2.CalculatorGraphConfig.Node(
        calculator=_GRAPH, input_stream=_INPUTS, output_stream=_OUTPUTS, options=calculator_options
    )
    config = calculator_pb2.CalculatorGraphConfig(node=[node], input_stream=_INPUTS, output_stream=_OUTPUTS)
    return task_runner.TaskRunner.create(config, None)


def _process(native: Any, image_rgb: UInt8Array, place: HandRoi) -> Any:
    from mediapipe.framework.formats import rect_pb2
    from mediapipe.python import packet_creator

    height, width = image_rgb.shape[:2]
    rect = rect_pb2.NormalizedRect(
        x_center=place.center_px[0] / width,
        y_center=place.center_px[1] / height,
        width=place.size_px / width,
        height=place.size_px / height,
        rotation=place.angle_rad,
    )
    image = packet_creator.create_image(rgb_image(image_rgb))
    return native.process({"image": image, "place": packet_creator.create_proto(rect)})
