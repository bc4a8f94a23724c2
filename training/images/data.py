"""Dataset of labelled images, split into train, validation and test."""

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
from training.images.decoding import decoding_error, in_threads
from training.images.layouts import LAYOUTS, TABLE_NAME, ImageEntry, Listing, SplitName, list_folders, list_table
from training.images.pixel_tables import SIGN_MNIST, is_pixel_table, list_pixel_tables
from training.images.recipe import ImageRecipe
from training.images.splits import sample_per_label, split_indices

_TOLD_ONE_BY_ONE = 20


@dataclass(frozen=True, eq=False)
class ImageSet:
    """Images of one split, not yet decoded.

    Attributes:
        files: One file per image; empty for pixel tables.
        pixels: ``(n, height, width)`` grey or ``(n, height, width, 3)`` RGB, uint8, for pixel tables.
        labels: ``(n,)`` int64, indices into :attr:`DatasetSplit.labels`.
        groups: Person or session of each image; empty where unknown.
    """

    files: tuple[Path, ...]
    pixels: UInt8Array | None
    labels: npt.NDArray[np.int64]
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        images = len(self.files) if self.pixels is None else len(self.pixels)
        if not images == len(self.labels) == len(self.groups):
            counts = f"{images} images, {len(self.labels)} labels and {len(self.groups)} groups"
            raise ValueError(f"each image has one label and one group, got {counts}")

    def __len__(self) -> int:
        return len(self.labels)

    def subset(self, indices: Sequence[int] | npt.NDArray[np.int64]) -> ImageSet:
        """The images at some indices, in their order."""
        places = np.asarray(indices, dtype=np.int64)
        return ImageSet(
            tuple(self.files[place] for place in places) if self.pixels is None else (),
            None if self.pixels is None else self.pixels[places],
            self.labels[places],
            tuple(self.groups[place] for place in places),
        )


@dataclass(frozen=True, eq=False)
class DatasetSplit:
    """All images of a training.

    Attributes:
        labels: The classes, in the order of the network's outputs.
        train: Images to learn from.
        validation: Images that select the best epoch.
        test: Images that select nothing; None where there is no such split.
        skipped: Skipped files with the reason.
        fingerprint: SHA-256 in hex of the names, sizes and labels of all images, and of the splits and groups that the
            data define. It does not depend on the folder.
    """

    labels: tuple[str, ...]
    train: ImageSet
    validation: ImageSet
    test: ImageSet | None
    skipped: tuple[tuple[Path, str], ...]
    fingerprint: str

    def counts(self) -> dict[str, dict[str, int]]:
        """Number of images by split and label."""
        splits = {"train": self.train, "validation": self.validation, "test": self.test}
        return {
            name: dict(zip(self.labels, np.bincount(split.labels, minlength=len(self.labels)).tolist(), strict=True))
            for name, split in splits.items()
            if split is not None
        }


def read_dataset(folder_or_csv: Path, recipe: ImageRecipe, console: Console | None = None) -> DatasetSplit:
    """Find the images, check that each can be decoded, and split them as the data define it, else as the recipe does.

    Args:
        folder_or_csv: Data in a layout of :mod:`training.images.layouts` or :mod:`training.images.pixel_tables`.
        recipe: Labels, shares of the splits, and seed.
        console: Shows progress and skipped files.

    Raises:
        TrainingDataError: If there are no data, fewer than two classes, a class without images, or a class that is
            missing in a split; or if the data cannot be split.
    """
    console = console or Console(stderr=True)
    listing = find_images(folder_or_csv)
    labels = _chosen_labels(folder_or_csv, listing, recipe)
    images = [entry for entry in listing.images if entry.label in labels]
    skipped = [(entry.file, reason) for entry, reason in listing.skipped if entry.label in labels]
    skipped += _unreadable(images, console)
    _print_skipped(skipped, console)
    bad = {path for path, _ in skipped}
    images = [entry for entry in images if entry.row >= 0 or entry.file not in bad]
    _check_not_empty(folder_or_csv, listing, images, labels)
    splits = _split_entries(images, recipe)
    _warn_about_shared_groups(splits, console)
    places = {label: place for place, label in enumerate(labels)}
    sets = {split: _image_set(members, listing.pixels, places) for split, members in splits.items()}
    return DatasetSplit(
        labels,
        sets[SplitName.TRAIN],
        sets[SplitName.VALIDATION],
        sets.get(SplitName.TEST),
        tuple(skipped),
        _fingerprint(images, listing.pixels, labels),
    )


def find_images(folder_or_csv: Path) -> Listing:
    """List the images of some data, in any of the layouts.

    Raises:
        TrainingDataError: If the layout is unknown, or the data cannot be read.
    """
    if folder_or_csv.is_file():
        if folder_or_csv.suffix.lower() != ".csv":
            raise TrainingDataError(f"{folder_or_csv} is neither a folder nor a CSV file.", hint=LAYOUTS)
        if is_pixel_table(folder_or_csv):
            return list_pixel_tables({SplitName.TRAIN: folder_or_csv})
        return list_table(folder_or_csv)
    if not folder_or_csv.is_dir():
        raise TrainingDataError(f"There is no {folder_or_csv}.", hint="Check the path given with --data.")
    tables = {split: folder_or_csv / name for split, name in SIGN_MNIST.items() if (folder_or_csv / name).is_file()}
    if SplitName.TRAIN in tables:
        return list_pixel_tables(tables)
    table = folder_or_csv / TABLE_NAME
    return list_table(table) if table.is_file() else list_folders(folder_or_csv)


def _chosen_labels(source: Path, listing: Listing, recipe: ImageRecipe) -> tuple[str, ...]:
    """The recipe's labels, or else all classes; raises for labels without training images."""
    trained = listing.classes.get(SplitName.TRAIN, frozenset())
    there = ", ".join(sorted(trained)) or "none"
    labels = recipe.data.labels or tuple(sorted(trained))
    absent = [label for label in labels if label not in trained]
    if absent:
        hint = f"The training images have: {there}. Change data.labels in the recipe."
        raise TrainingDataError(f"{source} has no class {', '.join(absent)}.", hint=hint)
    if len(labels) < 2:
        hint = f"Two or more are needed. {LAYOUTS}"
        raise TrainingDataError(f"{source} has fewer than two classes to learn: {there}.", hint=hint)
    if recipe.network.binary and len(labels) != 2:
        hint = "Name two of them in data.labels, or leave network.binary out of the recipe."
        raise TrainingDataError(f"The recipe is for two classes, but {source} has {len(labels)}: {there}.", hint=hint)
    for split, classes in listing.classes.items():
        unknown = sorted(classes - trained)
        if unknown and not recipe.data.labels:
            told = f"{source} has classes in {split.value} that are not in train: {', '.join(unknown)}"
            raise TrainingDataError(f"{told}.", hint="Names must be the same, capitals included.")
    return labels


def _unreadable(images: Sequence[ImageEntry], console: Console) -> list[tuple[Path, str]]:
    files = [entry.file for entry in images if entry.row < 0]
    if not files:
        return []
    faults = in_threads(decoding_error, files, "Checking images", console)
    return [(file, reason) for file, reason in zip(files, faults, strict=True) if reason]


def _print_skipped(skipped: Sequence[tuple[Path, str]], console: Console) -> None:
    for path, reason in skipped[:_TOLD_ONE_BY_ONE]:
        console.print(f"skipped {path}: {reason}", markup=False, highlight=False)
    if len(skipped) > _TOLD_ONE_BY_ONE:
        console.print(f"skipped {len(skipped) - _TOLD_ONE_BY_ONE} more")


def _check_not_empty(source: Path, listing: Listing, images: Sequence[ImageEntry], labels: tuple[str, ...]) -> None:
    filled = {(entry.split, entry.label) for entry in images}
    for split, classes in listing.classes.items():
        empty = [label for label in labels if label in classes and (split, label) not in filled]
        if empty:
            where = f" in {split.value}" if len(listing.classes) > 1 else ""
            told = f"{source} has a class without images that can be read{where}: {', '.join(empty)}"
            raise TrainingDataError(f"{told}.", hint="Add images to it, or remove it.")


def _split_entries(images: Sequence[ImageEntry], recipe: ImageRecipe) -> dict[SplitName, list[ImageEntry]]:
    data = recipe.data
    splits: dict[SplitName, list[ImageEntry]] = {}
    for entry in images:
        splits.setdefault(entry.split, []).append(entry)
    whole = len(splits[SplitName.TRAIN])
    for split, share in ((SplitName.TEST, data.test_share), (SplitName.VALIDATION, data.validation_share)):
        if split in splits or not share:
            continue
        pool = splits[SplitName.TRAIN]
        of_pool = share * whole / len(pool)
        kept, held_out = split_indices([p.label for p in pool], [p.group for p in pool], of_pool, recipe.seed)
        splits[SplitName.TRAIN], splits[split] = [pool[place] for place in kept], [pool[place] for place in held_out]
    if data.limit_per_label:
        pool = splits[SplitName.TRAIN]
        drawn = sample_per_label([entry.label for entry in pool], data.limit_per_label, recipe.seed)
        splits[SplitName.TRAIN] = [pool[place] for place in drawn]
    return splits


def _warn_about_shared_groups(splits: Mapping[SplitName, Sequence[ImageEntry]], console: Console) -> None:
    sides = Counter(group for members in splits.values() for group in {p.group for p in members if p.group})
    shared = sorted(group for group, count in sides.items() if count > 1)
    if shared:
        told = ", ".join(shared[:_TOLD_ONE_BY_ONE])
        console.print(
            f"The data put these groups into more than one part, which flatters the scores: {told}", markup=False
        )


def _image_set(images: Sequence[ImageEntry], pixels: UInt8Array | None, places: Mapping[str, int]) -> ImageSet:
    return ImageSet(
        tuple(entry.file for entry in images) if pixels is None else (),
        None if pixels is None else pixels[[entry.row for entry in images]],
        np.array([places[entry.label] for entry in images], dtype=np.int64),
        tuple(entry.group for entry in images),
    )


def _fingerprint(images: Sequence[ImageEntry], pixels: UInt8Array | None, labels: Sequence[str]) -> str:
    digest = hashlib.sha256("\0".join(labels).encode())
    for entry in images:
        size = entry.file.stat().st_size if pixels is None else 0
        told = (entry.name, str(size), entry.label, entry.group, entry.split.value)
        digest.update("\0".join(("", *told)).encode())
        if pixels is not None:
            digest.update(pixels[entry.row].tobytes())
    return digest.hexdigest()
