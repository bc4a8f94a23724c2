"""Contact sheets of every mistake on photos.

There are two, because photos to judge by often come under licences that forbid passing them on. The sheet that is kept
with the model draws nothing but the 21 landmarks on plain ground; the one with the pictures themselves stays among the
runs of whoever has the photos.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Float32Array, UInt8Array
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.hand_topology import FINGER_RGB, FINGERS, PALM, PALM_RGB
from training.evaluation.data_sets import Picture
from training.evaluation.measures import MODEL, EvaluatedModel

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
class Mistake:
    """A picture that was answered wrongly.

    Attributes:
        picture: The picture.
        answer: What was said.
        best: The most probable label, and its probability; None where no hand was found.
        landmarks: ``(21, 3)`` float32 in pixels of the picture; None where no hand was found.
    """

    picture: Picture
    answer: str
    best: tuple[str, float] | None
    landmarks: Float32Array | None

    @property
    def caption(self) -> tuple[str, str, str]:
        """Where it comes from; what it shows and what was said; how sure the model was."""
        told = f"{self.picture.truth} > {self.answer}"
        if self.best is None:
            return self.picture.source, told, "no hand found"
        return self.picture.source, told, f"{self.best[0]} {self.best[1]:.2f}"


def mistakes_of(judged: EvaluatedModel, threshold: float, labels: GestureSet) -> list[Mistake]:
    """The model's mistakes on a data set, by source and label."""
    mistakes = []
    answers = judged.answers[MODEL]
    for picture, reading, points, answer in zip(
        judged.data.pictures, judged.readings, judged.landmarks, answers, strict=True
    ):
        if answer == picture.truth:
            continue
        hand = reading.leading_hand(threshold, labels)
        best = None
        if hand is not None:
            best = labels.labels[int(hand.probabilities.argmax())], float(hand.probabilities.max())
        mistakes.append(Mistake(picture, answer, best, points))
    return mistakes


def write_sheets(mistakes: Sequence[Mistake], skeletons: Path, photos: Path) -> None:
    """Write both sheets.

    Args:
        mistakes: What to show.
        skeletons: Where the sheet of landmarks goes, which may be passed on.
        photos: Where the sheet of pictures goes, which may not.
    """
    for file, tiles in (
        (skeletons, [_skeleton_tile(mistake) for mistake in mistakes]),
        (photos, [_photo_tile(mistake) for mistake in mistakes]),
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(cv2.imencode(".png", _sheet(tiles, mistakes))[1].tobytes())


def _sheet(tiles: Sequence[UInt8Array], mistakes: Sequence[Mistake]) -> UInt8Array:
    """Tiles in rows, each with its caption below: ``(height, width, 3)`` uint8 BGR."""
    rows = max(1, -(-len(tiles) // _COLUMNS))
    step_x, step_y = _TILE_PX + _MARGIN_PX, _TILE_PX + _CAPTION_PX + _MARGIN_PX
    shape = (rows * step_y + _MARGIN_PX, _COLUMNS * step_x + _MARGIN_PX, 3)
    sheet = np.full(shape, _SHEET_GROUND, dtype=np.uint8)
    for number, (tile, mistake) in enumerate(zip(tiles, mistakes, strict=True)):
        x, y = _MARGIN_PX + number % _COLUMNS * step_x, _MARGIN_PX + number // _COLUMNS * step_y
        sheet[y : y + _TILE_PX, x : x + _TILE_PX] = tile
        for line, text in enumerate(mistake.caption):
            at = (x, y + _TILE_PX + 14 + 15 * line)
            cv2.putText(sheet, text, at, _FONT, _FONT_SCALE, _INK, 1, cv2.LINE_AA)
    return sheet


def _skeleton_tile(mistake: Mistake) -> UInt8Array:
    tile = np.full((_TILE_PX, _TILE_PX, 3), _GROUND, dtype=np.uint8)
    if mistake.landmarks is None:
        cv2.putText(tile, "no hand found", (36, _TILE_PX // 2), _FONT, _FONT_SCALE, (200, 200, 200), 1, cv2.LINE_AA)
        return tile
    points = mistake.landmarks[:, :2].astype(np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = 0.8 * _TILE_PX / max(float((high - low).max()), 1e-6)
    _draw(tile, (points - (low + high) / 2) * scale + _TILE_PX / 2)
    return tile


def _photo_tile(mistake: Mistake) -> UInt8Array:
    picture = mistake.picture.read_bgr()
    if picture is None:
        return np.zeros((_TILE_PX, _TILE_PX, 3), dtype=np.uint8)
    height, width = picture.shape[:2]
    scale = _TILE_PX / max(height, width)
    size_wh = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(picture, size_wh, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    tile = np.full((_TILE_PX, _TILE_PX, 3), _GROUND, dtype=np.uint8)
    x, y = (_TILE_PX - size_wh[0]) // 2, (_TILE_PX - size_wh[1]) // 2
    tile[y : y + size_wh[1], x : x + size_wh[0]] = small
    if mistake.landmarks is not None:
        _draw(tile, mistake.landmarks[:, :2].astype(np.float64) * scale + [x, y])
    return tile


def _draw(tile: UInt8Array, points_xy: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    """The skeleton in the app's colours, points in pixels of the tile."""
    chains = [(PALM, PALM_RGB)] + [(chain, FINGER_RGB[name]) for name, chain in FINGERS]
    for chain, (red, green, blue) in chains:
        line = np.round(points_xy[list(chain)] * 16).astype(np.int32).reshape(-1, 1, 2)
        cv2.polylines(tile, [line], False, (blue, green, red), 1, cv2.LINE_AA, 4)
