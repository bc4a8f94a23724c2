"""MediaPipe's landmark network by itself, applied to a region of interest (ROI)."""

from __future__ import annotations

from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import DetectorError, reason_of
from gesture_app.native_log import without_native_notices
from gesture_app.vision.detection.hand_roi import HandRoi
from gesture_app.vision.detection.networks import ScoredHand
from gesture_app.vision.mediapipe.guarded_import import import_mediapipe
from gesture_app.vision.mediapipe.hand_landmarker import hand_from_landmarks, mediapipe_image
from gesture_app.vision.mediapipe.task_bundle import PINNED_RELEASE, landmark_network

_GRAPH = "mediapipe.tasks.vision.hand_landmarker.SingleHandLandmarksDetectorGraph"
_INPUTS = ("IMAGE:image", "HAND_RECT:roi")
_OUTPUTS = ("LANDMARKS:landmarks", "HANDEDNESS:handedness", "PRESENCE_SCORE:presence")
_EMPTY_WH = (64, 48)


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
        raise DetectorError(
            Message("The landmark network could not be started: {reason}").fill(reason=reason_of(error)),
            hint=PINNED_RELEASE,
        ) from error


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
