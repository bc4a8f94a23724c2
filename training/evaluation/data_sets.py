"""The labelled pictures that a model is judged by, and what is known about each."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.frames.gestures import NONE, GestureSet
from training.common.errors import TrainingDataError
from training.hands.data.dataset import RENDERED_LIST, list_pictures


@dataclass(frozen=True)
class RenderedView:
    """What the renderer wrote down about a hand.

    Attributes:
        skin_tone: 1 to 10 on the Monk scale, light to dark.
        azimuth_deg: Turn about the forearm: 0 shows the palm, 90 the thumb's side, 180 the back.
        elevation_deg: Tilt towards the camera.
        roll_deg: Turn in the picture.
        scene: What the pictures of one hand in several skin tones have in common; empty where it stands alone.
    """

    skin_tone: int
    azimuth_deg: float
    elevation_deg: float
    roll_deg: float
    scene: str = ""


@dataclass(frozen=True)
class Picture:
    """One labelled picture.

    Attributes:
        path: The file.
        key: Its path in its data set, with slashes.
        source: The collection it comes from, or ``"rendered"``.
        group: The person or session within the source.
        truth: What it shows.
        has_hand: Whether a hand is in it; None where nobody said.
        view: How it was rendered; None for photos.
    """

    path: Path
    key: str
    source: str
    group: str
    truth: str
    has_hand: bool | None = None
    view: RenderedView | None = None

    def read_bgr(self) -> UInt8Array | None:
        """``(height, width, 3)`` uint8, BGR; None where the file holds no picture."""
        content = np.frombuffer(self.path.read_bytes(), dtype=np.uint8)
        decoded: UInt8Array | None = cv2.imdecode(content, cv2.IMREAD_COLOR)  # type: ignore[assignment]
        return decoded

    @property
    def is_empty_scene(self) -> bool:
        """Whether it is known to show no hand."""
        return self.truth == NONE and self.has_hand is False

    @property
    def is_other_pose(self) -> bool:
        """Whether it may show a hand that makes no gesture."""
        return self.truth == NONE and self.has_hand is not False


@dataclass(frozen=True)
class DataSet:
    """A folder of labelled pictures.

    Attributes:
        folder: Where they lie.
        pictures: In a fixed order.
        tells_hands: Whether it is known which ``none`` pictures show a hand.
    """

    folder: Path
    pictures: tuple[Picture, ...]
    tells_hands: bool

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.resolve().name

    @property
    def is_rendered(self) -> bool:
        """Whether its pictures were drawn rather than photographed."""
        return all(picture.view is not None for picture in self.pictures)


def read_photos(folder: Path, labels: GestureSet, listing: Path | None = None) -> DataSet:
    """A folder of photos, ``<source>/<label>/<picture>``.

    Args:
        folder: The folder.
        labels: The labels that the model knows.
        listing: CSV with the columns path (relative to the listing's folder) and hand (``yes`` or ``no``).

    Raises:
        TrainingDataError: If it holds no such pictures, or a label is not known, or the listing cannot be used.
    """
    if (folder / RENDERED_LIST).is_file():
        raise TrainingDataError(f"{folder} holds rendered hands.", hint="Give it with --rendered.")
    hands = _hands_by_path(listing) if listing is not None else {}
    pictures = [
        Picture(p.path, p.path.relative_to(folder).as_posix(), p.source, p.group, p.label, hands.get(p.path.resolve()))
        for p in list_pictures(folder)
    ]
    return _checked(DataSet(folder, tuple(pictures), any(p.has_hand is not None for p in pictures)), labels)


def read_rendered(folder: Path, labels: GestureSet) -> DataSet:
    """A folder of rendered hands with ``labels.csv``, as ``synthesize`` writes it; a hand is in each picture.

    Raises:
        TrainingDataError: If it is none, or a label is not known, or the table lacks a column.
    """
    if not (folder / RENDERED_LIST).is_file():
        hint = "Make one with: python -m training synthesize --out DIR"
        raise TrainingDataError(f"{folder} has no {RENDERED_LIST}.", hint=hint)
    rows = _rows(folder / RENDERED_LIST)
    try:
        pictures = [
            Picture(folder / r["path"], r["path"], "rendered", r["group"], r["label"], has_hand=True, view=_view(r))
            for r in rows
        ]
    except (KeyError, TypeError, ValueError) as error:
        hint = "It needs path, label, group, skin_tone, azimuth_deg, elevation_deg and roll_deg in each row."
        raise TrainingDataError(f"{folder / RENDERED_LIST} cannot be used: {error}.", hint=hint) from error
    if not pictures:
        raise TrainingDataError(f"{folder / RENDERED_LIST} lists no pictures.", hint="Render the set again.")
    return _checked(DataSet(folder, tuple(pictures), tells_hands=True), labels)


def _view(row: Mapping[str, str]) -> RenderedView:
    azimuth, elevation, roll = (float(row[f"{name}_deg"]) for name in ("azimuth", "elevation", "roll"))
    return RenderedView(int(row["skin_tone"]), azimuth, elevation, roll, row.get("scene") or "")


def _hands_by_path(listing: Path) -> dict[Path, bool]:
    try:
        return {(listing.parent / row["path"]).resolve(): row["hand"] == "yes" for row in _rows(listing)}
    except (KeyError, TypeError) as error:
        hint = "It needs the columns path and hand."
        raise TrainingDataError(f"{listing} cannot be used: {error}.", hint=hint) from error


def _rows(table: Path) -> list[dict[str, str]]:
    try:
        with table.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TrainingDataError(f"{table} cannot be read: {error}.", hint="Check the path.") from error


def _checked(data: DataSet, labels: GestureSet) -> DataSet:
    unknown = sorted({picture.truth for picture in data.pictures} - set(labels.labels))
    if unknown:
        raise TrainingDataError(
            f"{data.folder} shows {', '.join(unknown)}, which the model does not know.",
            hint=f"It knows {', '.join(labels.labels)}; name the folders so, or leave them out.",
        )
    return data
