"""Labelled images to evaluate a hand model on."""

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
from training.hands.data.dataset import IMAGE_SUFFIXES, RENDERED_LIST, LabelledImage, list_images

_EMPTY_KIND, _NATURAL_KIND = "empty", "natural"
"""Kinds of images in the table of rendered people."""


@dataclass(frozen=True)
class RenderedView:
    """Rendering parameters of a hand.

    Attributes:
        skin_tone: 1 to 10 on the Monk scale, light to dark.
        azimuth_deg: Rotation about the forearm: 0 shows the palm, 90 the thumb's side, 180 the back; None if unknown,
            as of rendered people.
        elevation_deg: Tilt towards the camera; None if unknown.
        roll_deg: Rotation in the image plane; None if unknown.
        scene: Id shared by the images of one scene in several skin tones; empty for a single image.
        age_group: Age group of a rendered person; empty for hands alone.
    """

    skin_tone: int
    azimuth_deg: float | None = None
    elevation_deg: float | None = None
    roll_deg: float | None = None
    scene: str = ""
    age_group: str = ""


@dataclass(frozen=True)
class EvaluationImage(LabelledImage):
    """A labelled image of an evaluation dataset.

    Attributes:
        key: Path relative to the dataset, with slashes.
        has_hand: Whether it shows a hand; None if unknown.
        view: Rendering parameters; None for photos.
        is_natural: Whether it shows people who make no sign at all; its label is ``"none"``.
    """

    key: str
    has_hand: bool | None = None
    view: RenderedView | None = None
    is_natural: bool = False

    def read_bgr(self) -> UInt8Array | None:
        """``(height, width, 3)`` uint8, BGR; None if the file is not an image."""
        content = np.frombuffer(self.path.read_bytes(), dtype=np.uint8)
        decoded: UInt8Array | None = cv2.imdecode(content, cv2.IMREAD_COLOR)  # type: ignore[assignment]
        return decoded

    @property
    def is_empty_scene(self) -> bool:
        """Whether it is known to show no hand."""
        return self.label == NONE and self.has_hand is False and not self.is_natural

    @property
    def is_other_pose(self) -> bool:
        """Whether it may show a hand with another sign than a gesture."""
        return self.label == NONE and self.has_hand is not False and not self.is_natural


@dataclass(frozen=True)
class EvaluationDataset:
    """A folder of labelled images.

    Attributes:
        folder: The folder.
        images: In a fixed order.
        knows_hands: Whether it is known which ``"none"`` images show a hand.
    """

    folder: Path
    images: tuple[EvaluationImage, ...]
    knows_hands: bool

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.resolve().name

    @property
    def is_rendered(self) -> bool:
        """Whether all images are rendered."""
        return all(image.view is not None for image in self.images)


def load_photos(folder: Path, labels: GestureSet, listing: Path | None = None) -> EvaluationDataset:
    """Load a folder of photos, ``<source>/<label>/<image>``.

    Args:
        folder: The folder.
        labels: The model's labels.
        listing: CSV with the columns path (relative to the listing's folder) and hand (``yes`` or ``no``).

    Raises:
        TrainingDataError: If there are no such images, a label is unknown, or the listing cannot be used.
    """
    if (folder / RENDERED_LIST).is_file():
        raise TrainingDataError(f"{folder} holds rendered hands.", hint="Give it with --rendered.")
    hands = _hands_by_path(listing) if listing is not None else {}
    images = [
        EvaluationImage(
            image.path,
            image.label,
            image.source,
            image.group,
            image.path.relative_to(folder).as_posix(),
            hands.get(image.path.resolve()),
        )
        for image in list_images(folder)
    ]
    knows_hands = any(image.has_hand is not None for image in images)
    return _checked(EvaluationDataset(folder, tuple(images), knows_hands), labels)


def load_natural(folder: Path) -> EvaluationDataset:
    """Load photos of ordinary people who make no sign, in a folder of any depth; the first subfolder is the source.

    Raises:
        TrainingDataError: If there is no image.
    """
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in IMAGE_SUFFIXES)
    images = []
    for path in paths:
        relative = path.relative_to(folder)
        source = relative.parts[0] if len(relative.parts) > 1 else folder.resolve().name
        images.append(EvaluationImage(path, NONE, source, source, relative.as_posix(), is_natural=True))
    if not images:
        raise TrainingDataError(f"{folder} holds no images.", hint="Check the path given with --natural.")
    return EvaluationDataset(folder, tuple(images), knows_hands=True)


def load_rendered(folder: Path, labels: GestureSet) -> EvaluationDataset:
    """Load a folder of rendered hands or people with ``labels.csv``, as ``synthesize`` and ``people`` write it.

    People have a kind, ``gesture``, ``sign``, ``natural`` or ``empty``, and an age group.

    Raises:
        TrainingDataError: If there is no such table, it lacks a column, or a label is unknown.
    """
    if not (folder / RENDERED_LIST).is_file():
        hint = "Make one with: python -m training synthesize --out DIR"
        raise TrainingDataError(f"{folder} has no {RENDERED_LIST}.", hint=hint)
    rows = _rows(folder / RENDERED_LIST)
    try:
        images = [
            EvaluationImage(
                folder / row["path"],
                NONE if row.get("kind") == _EMPTY_KIND else row["label"],
                "rendered",
                row["group"],
                row["path"],
                has_hand=row.get("kind") != _EMPTY_KIND,
                view=_view(row),
                is_natural=row.get("kind") == _NATURAL_KIND,
            )
            for row in rows
        ]
    except (KeyError, TypeError, ValueError) as error:
        hint = "Each row needs path, label, group, skin_tone, and azimuth_deg, elevation_deg and roll_deg or kind."
        raise TrainingDataError(f"{folder / RENDERED_LIST} cannot be used: {error}.", hint=hint) from error
    if not images:
        raise TrainingDataError(f"{folder / RENDERED_LIST} lists no images.", hint="Render the set again.")
    return _checked(EvaluationDataset(folder, tuple(images), knows_hands=True), labels)


def _view(row: Mapping[str, str]) -> RenderedView:
    tone, age_group = int(row["skin_tone"]), row.get("age_group") or ""
    if "kind" in row:
        return RenderedView(tone, age_group=age_group)
    azimuth, elevation, roll = (float(row[f"{name}_deg"]) for name in ("azimuth", "elevation", "roll"))
    return RenderedView(tone, azimuth, elevation, roll, row.get("scene") or "", age_group)


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


def _checked(dataset: EvaluationDataset, labels: GestureSet) -> EvaluationDataset:
    unknown = sorted({image.label for image in dataset.images} - set(labels.labels))
    if unknown:
        raise TrainingDataError(
            f"{dataset.folder} shows {', '.join(unknown)}, which the model does not know.",
            hint=f"It knows {', '.join(labels.labels)}; name the folders so, or leave them out.",
        )
    return dataset
