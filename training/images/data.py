"""Labelled pictures, divided into what is learnt from, what chooses, and what tests."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rich.console import Console

from gesture_app.domain.frames.frame import UInt8Array
from training.common.errors import TrainingDataError
from training.images.decoding import fault, in_threads
from training.images.layouts import LAYOUTS, TABLE_NAME, Listing, Part, Picture, list_folders, list_table
from training.images.pixel_tables import SIGN_MNIST, is_pixel_table, list_pixel_tables
from training.images.recipe import ImageRecipe
from training.images.splits import draw_up_to, hold_out

_TOLD_ONE_BY_ONE = 20


@dataclass(frozen=True, eq=False)
class ImageSet:
    """The pictures of one part, not decoded yet.

    Attributes:
        files: One for each picture; none where the data are pixels.
        pixels: ``(n, height, width)`` grey or ``(n, height, width, 3)`` RGB, uint8, where the data are pixels.
        labels: ``(n,)`` int64: places in :attr:`Division.labels`.
        groups: The person or session of each picture; empty where unknown.
    """

    files: tuple[Path, ...]
    pixels: UInt8Array | None
    labels: npt.NDArray[np.int64]
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        pictures = len(self.files) if self.pixels is None else len(self.pixels)
        if not pictures == len(self.labels) == len(self.groups):
            counts = f"{pictures} pictures, {len(self.labels)} labels and {len(self.groups)} groups"
            raise ValueError(f"each picture has one label and one group, got {counts}")

    def __len__(self) -> int:
        return len(self.labels)

    def subset(self, indices: Sequence[int] | npt.NDArray[np.int64]) -> ImageSet:
        """The pictures at these places, in this order."""
        places = np.asarray(indices, dtype=np.int64)
        return ImageSet(
            tuple(self.files[place] for place in places) if self.pixels is None else (),
            None if self.pixels is None else self.pixels[places],
            self.labels[places],
            tuple(self.groups[place] for place in places),
        )


@dataclass(frozen=True, eq=False)
class Division:
    """All pictures of a training.

    Attributes:
        labels: The classes, in the order of the network's outputs.
        train: What is learnt from.
        validation: What chooses the best epoch.
        test: What chooses nothing; None where there is no such part.
        skipped: Files that were left out, with the reason.
        fingerprint: SHA-256, in hex, over the names, sizes and labels of all pictures, and over their parts and groups
            as far as the data say them. The same data elsewhere have the same one.
    """

    labels: tuple[str, ...]
    train: ImageSet
    validation: ImageSet
    test: ImageSet | None
    skipped: tuple[tuple[Path, str], ...]
    fingerprint: str

    def counts(self) -> dict[str, dict[str, int]]:
        """How many pictures of each label are in each part there is."""
        parts = {"train": self.train, "validation": self.validation, "test": self.test}
        return {
            name: dict(zip(self.labels, np.bincount(part.labels, minlength=len(self.labels)).tolist(), strict=True))
            for name, part in parts.items()
            if part is not None
        }


def read_division(folder_or_csv: Path, recipe: ImageRecipe, console: Console | None = None) -> Division:
    """Find the pictures, check that each can be decoded, and divide them as they say themselves, else by the recipe.

    Args:
        folder_or_csv: Data in one of the layouts of :mod:`training.images.layouts` and
            :mod:`training.images.pixel_tables`.
        recipe: Which labels, what is held out, and the seed of what is drawn.
        console: Told about progress, and about files that are skipped.

    Raises:
        TrainingDataError: If there are no such data, fewer than two classes, a class without pictures or one that is
            missing where it is needed; or if the data cannot be divided.
    """
    console = console or Console(stderr=True)
    listing = find_pictures(folder_or_csv)
    labels = _chosen_labels(folder_or_csv, listing, recipe)
    pictures = [picture for picture in listing.pictures if picture.label in labels]
    skipped = [(picture.file, reason) for picture, reason in listing.skipped if picture.label in labels]
    skipped += _unreadable(pictures, console)
    _tell_skipped(skipped, console)
    bad = {path for path, _ in skipped}
    pictures = [picture for picture in pictures if picture.row >= 0 or picture.file not in bad]
    _refuse_empty(folder_or_csv, listing, pictures, labels)
    parts = _divided(pictures, recipe)
    _tell_groups_on_both_sides(parts, console)
    places = {label: place for place, label in enumerate(labels)}
    sets = {part: _image_set(members, listing.pixels, places) for part, members in parts.items()}
    return Division(
        labels,
        sets[Part.TRAIN],
        sets[Part.VALIDATION],
        sets.get(Part.TEST),
        tuple(skipped),
        _fingerprint(pictures, listing.pixels, labels),
    )


def find_pictures(folder_or_csv: Path) -> Listing:
    """What some data hold, in whichever layout they are.

    Raises:
        TrainingDataError: If they are in none, or cannot be read.
    """
    if folder_or_csv.is_file():
        if folder_or_csv.suffix.lower() != ".csv":
            raise TrainingDataError(f"{folder_or_csv} is neither a folder nor a CSV file.", hint=LAYOUTS)
        if is_pixel_table(folder_or_csv):
            return list_pixel_tables({Part.TRAIN: folder_or_csv})
        return list_table(folder_or_csv)
    if not folder_or_csv.is_dir():
        raise TrainingDataError(f"There is no {folder_or_csv}.", hint="Check the path given with --data.")
    tables = {part: folder_or_csv / name for part, name in SIGN_MNIST.items() if (folder_or_csv / name).is_file()}
    if Part.TRAIN in tables:
        return list_pixel_tables(tables)
    table = folder_or_csv / TABLE_NAME
    return list_table(table) if table.is_file() else list_folders(folder_or_csv)


def _chosen_labels(source: Path, listing: Listing, recipe: ImageRecipe) -> tuple[str, ...]:
    """The recipe's labels, else all there are; refuses what the training pictures lack."""
    trained = listing.classes.get(Part.TRAIN, frozenset())
    there = ", ".join(sorted(trained)) or "none"
    labels = recipe.data.labels or tuple(sorted(trained))
    absent = [label for label in labels if label not in trained]
    if absent:
        hint = f"The training pictures have: {there}. Change data.labels in the recipe."
        raise TrainingDataError(f"{source} has no class {', '.join(absent)}.", hint=hint)
    if len(labels) < 2:
        hint = f"Two or more are needed. {LAYOUTS}"
        raise TrainingDataError(f"{source} has fewer than two classes to learn: {there}.", hint=hint)
    if recipe.network.binary and len(labels) != 2:
        hint = "Name two of them in data.labels, or leave network.binary out of the recipe."
        raise TrainingDataError(f"The recipe is for two classes, but {source} has {len(labels)}: {there}.", hint=hint)
    for part, classes in listing.classes.items():
        unknown = sorted(classes - trained)
        if unknown and not recipe.data.labels:
            told = f"{source} has classes in {part.value} that are not in train: {', '.join(unknown)}"
            raise TrainingDataError(f"{told}.", hint="Names must be the same, capitals included.")
    return labels


def _unreadable(pictures: Sequence[Picture], console: Console) -> list[tuple[Path, str]]:
    files = [picture.file for picture in pictures if picture.row < 0]
    if not files:
        return []
    faults = in_threads(fault, files, "Checking pictures", console)
    return [(file, reason) for file, reason in zip(files, faults, strict=True) if reason]


def _tell_skipped(skipped: Sequence[tuple[Path, str]], console: Console) -> None:
    for path, reason in skipped[:_TOLD_ONE_BY_ONE]:
        console.print(f"skipped {path}: {reason}", markup=False, highlight=False)
    if len(skipped) > _TOLD_ONE_BY_ONE:
        console.print(f"skipped {len(skipped) - _TOLD_ONE_BY_ONE} more")


def _refuse_empty(source: Path, listing: Listing, pictures: Sequence[Picture], labels: tuple[str, ...]) -> None:
    filled = {(picture.part, picture.label) for picture in pictures}
    for part, classes in listing.classes.items():
        empty = [label for label in labels if label in classes and (part, label) not in filled]
        if empty:
            where = f" in {part.value}" if len(listing.classes) > 1 else ""
            told = f"{source} has a class without pictures that can be read{where}: {', '.join(empty)}"
            raise TrainingDataError(f"{told}.", hint="Add pictures to it, or remove it.")


def _divided(pictures: Sequence[Picture], recipe: ImageRecipe) -> dict[Part, list[Picture]]:
    data = recipe.data
    parts: dict[Part, list[Picture]] = {}
    for picture in pictures:
        parts.setdefault(picture.part, []).append(picture)
    whole = len(parts[Part.TRAIN])
    for part, share in ((Part.TEST, data.test_share), (Part.VALIDATION, data.validation_share)):
        if part in parts or not share:
            continue
        pool = parts[Part.TRAIN]
        of_pool = share * whole / len(pool)
        kept, held_out = hold_out([p.label for p in pool], [p.group for p in pool], of_pool, recipe.seed)
        parts[Part.TRAIN], parts[part] = [pool[place] for place in kept], [pool[place] for place in held_out]
    if data.limit_per_label:
        pool = parts[Part.TRAIN]
        drawn = draw_up_to([picture.label for picture in pool], data.limit_per_label, recipe.seed)
        parts[Part.TRAIN] = [pool[place] for place in drawn]
    return parts


def _tell_groups_on_both_sides(parts: Mapping[Part, Sequence[Picture]], console: Console) -> None:
    sides = Counter(group for members in parts.values() for group in {p.group for p in members if p.group})
    shared = sorted(group for group, count in sides.items() if count > 1)
    if shared:
        told = ", ".join(shared[:_TOLD_ONE_BY_ONE])
        console.print(
            f"The data put these groups into more than one part, which flatters the scores: {told}", markup=False
        )


def _image_set(pictures: Sequence[Picture], pixels: UInt8Array | None, places: Mapping[str, int]) -> ImageSet:
    return ImageSet(
        tuple(picture.file for picture in pictures) if pixels is None else (),
        None if pixels is None else pixels[[picture.row for picture in pictures]],
        np.array([places[picture.label] for picture in pictures], dtype=np.int64),
        tuple(picture.group for picture in pictures),
    )


def _fingerprint(pictures: Sequence[Picture], pixels: UInt8Array | None, labels: Sequence[str]) -> str:
    digest = hashlib.sha256("\0".join(labels).encode())
    for picture in pictures:
        size = picture.file.stat().st_size if pixels is None else 0
        told = (picture.name, str(size), picture.label, picture.group, picture.part.value)
        digest.update("\0".join(("", *told)).encode())
        if pixels is not None:
            digest.update(pixels[picture.row].tobytes())
    return digest.hexdigest()
