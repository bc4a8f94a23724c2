"""Detection of palms in a whole image."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi
from gesture_app.vision.onnx.network_files import HandNetwork
from gesture_app.vision.onnx.roi_images import points_in_image, roi_image

PALM_FILE = "palm_detector.onnx"

_STRIDES_AND_ANCHORS = ((8, 2), (16, 6))
"""Pixels between neighbouring anchor points, and anchors at each. Source: hand_detector_graph.cc."""
_MAX_LOGIT = 100.0
_MAX_IOU = 0.3
_WRIST, _MIDDLE_KNUCKLE = 0, 2
_TARGET_ANGLE_RAD = 90.0
"""MediaPipe sets 90 degrees as radians, which turns the ROI of a palm by 27 degrees. It is done alike here, because
models are trained on the landmarks that this gives. What it costs: docs/research/hand_detectors.md."""
_SCALE = 2.6
_SHIFT = 0.5


@dataclass(frozen=True)
class Palm:
    """A detected palm.

    Attributes:
        roi: The ROI of its hand, for the landmark network.
        score: Score of the detection, 0 to 1.
    """

    roi: HandRoi
    score: float


class PalmDetector:
    """Detects palms, with the network and the post-processing of MediaPipe's palm detector.

    Args:
        network: The network.

    Source: hand_detector_graph.cc of https://github.com/google-ai-edge/mediapipe at v0.10.21.
    """

    def __init__(self, network: HandNetwork) -> None:
        self._network = network
        self._anchors = anchor_points(network.size_px)

    def detect(self, image_rgb: UInt8Array, min_score: float) -> list[Palm]:
        """Detect palms in a ``(height, width, 3)`` uint8 RGB image, by descending score, without duplicates.

        Args:
            image_rgb: The image.
            min_score: Minimum score, 0 to 1.

        Raises:
            RuntimeError: If ONNX Runtime failed.
        """
        height, width = image_rgb.shape[:2]
        size_px = self._network.size_px
        whole = HandRoi((width / 2, height / 2), max(width, height), 0.0)
        square = roi_image(image_rgb, whole, size_px, border=cv2.BORDER_CONSTANT)
        raw, logits = (output[0] for output in self._network.run(square[None]))
        scores = 1 / (1 + np.exp(-np.clip(logits[:, 0], -_MAX_LOGIT, _MAX_LOGIT)))
        chosen = np.flatnonzero(scores >= min_score)
        boxes, keypoints = self._decoded(raw[chosen], self._anchors[chosen])
        palms = weighted_suppression(np.concatenate([boxes, keypoints], axis=1), scores[chosen])
        return [Palm(_roi(numbers, whole, size_px), score) for numbers, score in palms]

    def _decoded(
        self, raw: npt.NDArray[np.float32], anchors: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Boxes ``(n, 4)``, as left, top, right, bottom, and keypoints ``(n, 14)`` in pixels of the input."""
        center, size = raw[:, :2] + anchors, raw[:, 2:4]
        boxes = np.concatenate([center - size / 2, center + size / 2], axis=1)
        return boxes, raw[:, 4:] + np.tile(anchors, (raw.shape[1] - 4) // 2)


def anchor_points(size_px: int) -> npt.NDArray[np.float32]:
    """Centers of the anchors in pixels of the input, ``(n, 2)``, in the order of the network's outputs.

    Source: ssd_anchors_calculator.cc of MediaPipe, with anchors of a fixed size.
    """
    layers = []
    for stride, count in _STRIDES_AND_ANCHORS:
        steps = (np.arange(size_px // stride, dtype=np.float32) + 0.5) * stride
        y, x = np.meshgrid(steps, steps, indexing="ij")
        layers.append(np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), count, axis=0))
    return np.concatenate(layers)


def weighted_suppression(
    detections: npt.NDArray[np.float32], scores: npt.NDArray[np.float32]
) -> list[tuple[npt.NDArray[np.float32], float]]:
    """Weighted non-maximum suppression: each group of overlapping detections becomes their weighted mean.

    Args:
        detections: ``(n, 4 + m)``: left, top, right and bottom of a box, and further coordinates.
        scores: ``(n,)``, the weights.

    Returns:
        The means with the highest score of each group, by descending score.

    Source: non_max_suppression_calculator.cc of MediaPipe.
    """
    remaining = np.flatnonzero((detections[:, 2] > detections[:, 0]) & (detections[:, 3] > detections[:, 1]))
    remaining = remaining[np.argsort(-scores[remaining], kind="stable")]
    merged = []
    while len(remaining):
        overlapping = _iou(detections[remaining[0], :4], detections[remaining, :4]) > _MAX_IOU
        group = remaining[overlapping]
        merged.append((np.average(detections[group], axis=0, weights=scores[group]), float(scores[group[0]])))
        remaining = remaining[~overlapping]
    return merged


def _iou(box: npt.NDArray[np.float32], boxes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    low, high = np.maximum(box[:2], boxes[:, :2]), np.minimum(box[2:], boxes[:, 2:])
    shared = np.clip(high - low, 0, None).prod(axis=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return np.asarray(shared / (areas + (box[2:] - box[:2]).prod() - shared))


def _roi(numbers: npt.NDArray[np.float32], whole: HandRoi, size_px: int) -> HandRoi:
    """The ROI of a palm: 2.6 times as large, and half a palm further towards the fingers."""
    low_px, high_px, *keypoints_px = points_in_image(numbers.reshape(-1, 2), whole, size_px)
    right, down = keypoints_px[_MIDDLE_KNUCKLE] - keypoints_px[_WRIST]
    angle_rad = float(_TARGET_ANGLE_RAD - np.arctan2(-down, right))
    width, height = high_px - low_px
    shift_px = _SHIFT * height
    x, y = (low_px + high_px) / 2 + np.array([np.sin(angle_rad), -np.cos(angle_rad)]) * shift_px
    return HandRoi((float(x), float(y)), float(_SCALE * max(width, height)), angle_rad)
