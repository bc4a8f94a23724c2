"""Contact sheets of all misclassified photos.

There are two, because licences of photos often forbid redistribution. The sheet in the model's folder shows only the 21
landmarks; the sheet with the photos stays in the runs folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Float32Array, UInt8Array
from gesture_app.domain.frames.hand_topology import FINGER_RGB, FINGERS, PALM, PALM_RGB
from training.evaluation.datasets import EvaluationImage
from training.evaluation.decision import DecisionRule
from training.evaluation.metrics import MODEL, EvaluatedDataset

_COLUMNS = 8
_TILE_PX = 168
_CAPTION_PX = 46
_MARGIN_PX = 14
_GROUND = 32
_SHEET_GROUND = 255
_FONT = cv2.FONT_HERSHEY_SIMPLEX
_FONT_SCALE = 0.4
_INK = (20, 20, 20)


@dataclass(frozen=True, eq=False)
class Misclassified:
    """A misclassified image.

    Attributes:
        image: The image.
        predicted: The predicted label.
        best: The most probable label and its probability; None without a hand.
        landmarks: ``(21, 3)`` float32 in pixels of the image; None without a hand.
    """

    image: EvaluationImage
    predicted: str
    best: tuple[str, float] | None
    landmarks: Float32Array | None

    @property
    def caption(self) -> tuple[str, str, str]:
        """Source, true and predicted label, and confidence."""
        labels = f"{self.image.label} > {self.predicted}"
        if self.best is None:
            return self.image.source, labels, "no hand found"
        return self.image.source, labels, f"{self.best[0]} {self.best[1]:.2f}"


def misclassified_images(evaluated: EvaluatedDataset, rule: DecisionRule) -> list[Misclassified]:
    """The images that the model misclassifies, in the order of the dataset."""
    result = []
    predicted = evaluated.labels_by_classifier[MODEL]
    for image, prediction, points, label in zip(
        evaluated.dataset.images, evaluated.predictions, evaluated.landmarks, predicted, strict=True
    ):
        if label == image.label:
            continue
        hand = prediction.leading_hand(rule)
        best = None
        if hand is not None:
            best = rule.labels.labels[int(hand.probabilities.argmax())], float(hand.probabilities.max())
        result.append(Misclassified(image, label, best, points))
    return result


def write_contact_sheets(images: Sequence[Misclassified], landmarks_file: Path, photos_file: Path) -> None:
    """Write both sheets.

    Args:
        images: The misclassified images.
        landmarks_file: PNG with landmarks only, which may be redistributed.
        photos_file: PNG with the photos, which may not.
    """
    for file, tiles in (
        (landmarks_file, [_landmark_tile(one) for one in images]),
        (photos_file, [_photo_tile(one) for one in images]),
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(cv2.imencode(".png", _sheet(tiles, images))[1].tobytes())


def _sheet(tiles: Sequence[UInt8Array], images: Sequence[Misclassified]) -> UInt8Array:
    """``(height, width, 3)`` uint8 BGR: rows of captioned tiles."""
    rows = max(1, -(-len(tiles) // _COLUMNS))
    step_x, step_y = _TILE_PX + _MARGIN_PX, _TILE_PX + _CAPTION_PX + _MARGIN_PX
    shape = (rows * step_y + _MARGIN_PX, _COLUMNS * step_x + _MARGIN_PX, 3)
    sheet = np.full(shape, _SHEET_GROUND, dtype=np.uint8)
    for number, (tile, one) in enumerate(zip(tiles, images, strict=True)):
        x, y = _MARGIN_PX + number % _COLUMNS * step_x, _MARGIN_PX + number // _COLUMNS * step_y
        sheet[y : y + _TILE_PX, x : x + _TILE_PX] = tile
        for line, text in enumerate(one.caption):
            at = (x, y + _TILE_PX + 14 + 15 * line)
            cv2.putText(sheet, text, at, _FONT, _FONT_SCALE, _INK, 1, cv2.LINE_AA)
    return sheet


def _landmark_tile(misclassified: Misclassified) -> UInt8Array:
    tile = np.full((_TILE_PX, _TILE_PX, 3), _GROUND, dtype=np.uint8)
    if misclassified.landmarks is None:
        cv2.putText(tile, "no hand found", (36, _TILE_PX // 2), _FONT, _FONT_SCALE, (200, 200, 200), 1, cv2.LINE_AA)
        return tile
    points = misclassified.landmarks[:, :2].astype(np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = 0.8 * _TILE_PX / max(float((high - low).max()), 1e-6)
    _draw(tile, (points - (low + high) / 2) * scale + _TILE_PX / 2)
    return tile


def _photo_tile(misclassified: Misclassified) -> UInt8Array:
    photo_bgr = misclassified.image.read_bgr()
    if photo_bgr is None:
        return np.zeros((_TILE_PX, _TILE_PX, 3), dtype=np.uint8)
    height, width = photo_bgr.shape[:2]
    scale = _TILE_PX / max(height, width)
    size_wh = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(photo_bgr, size_wh, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    tile = np.full((_TILE_PX, _TILE_PX, 3), _GROUND, dtype=np.uint8)
    x, y = (_TILE_PX - size_wh[0]) // 2, (_TILE_PX - size_wh[1]) // 2
    tile[y : y + size_wh[1], x : x + size_wh[0]] = small
    if misclassified.landmarks is not None:
        _draw(tile, misclassified.landmarks[:, :2].astype(np.float64) * scale + [x, y])
    return tile


def _draw(tile: UInt8Array, points_xy: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    """Draw the landmarks in the app's colours, points in pixels of the tile."""
    chains = [(PALM, PALM_RGB)] + [(chain, FINGER_RGB[name]) for name, chain in FINGERS]
    for chain, (red, green, blue) in chains:
        line = np.round(points_xy[list(chain)] * 16).astype(np.int32).reshape(-1, 1, 2)
        cv2.polylines(tile, [line], False, (blue, green, red), 1, cv2.LINE_AA, 4)
