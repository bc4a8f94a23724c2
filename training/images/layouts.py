"""Layouts of labelled images in folders and tables, which are detected automatically.

A folder per class, whose subfolders are groups (a person, a session) that a split never divides::

    hands/rock/1.jpg
    hands/paper/anna/1.jpg

the same below a folder per split (``val`` and ``valid`` are allowed, too)::

    hands/train/rock/1.jpg
    hands/validation/rock/2.jpg
    hands/test/rock/3.jpg

a CSV table, or a folder with one called ``labels.csv``, with paths relative to the table; ``group`` and ``split`` are
optional, and a row without a split is for training::

    path,label,group,split
    photos/1.jpg,rock,anna,train
    photos/2.jpg,paper,ben,test

and pixel tables, as of Sign Language MNIST: see :mod:`training.images.pixel_tables`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from gesture_app.domain.frames.frame import UInt8Array
from training.common.errors import TrainingDataError
from training.images.decoding import IMAGE_SUFFIXES

TABLE_NAME = "labels.csv"
"""Name of the table in a folder."""
PATH, LABEL, GROUP, SPLIT = "path", "label", "group", "split"
"""Columns of a table; others are ignored."""

LAYOUTS = (
    "It should be a folder with one folder of images for each class, the same below train, validation and test, "
    "or a CSV file with the columns path and label."
)

_NOT_DATA = frozenset({"thumbs.db", "desktop.ini"})
_FIRST_FEW = 3


class SplitName(str, Enum):
    """Split of the dataset."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


_SPLIT_NAMES = {
    "train": SplitName.TRAIN,
    "training": SplitName.TRAIN,
    "validation": SplitName.VALIDATION,
    "valid": SplitName.VALIDATION,
    "val": SplitName.VALIDATION,
    "test": SplitName.TEST,
    "testing": SplitName.TEST,
}


@dataclass(frozen=True)
class ImageEntry:
    """A labelled image.

    Attributes:
        name: Name in the data: the path relative to the root, or a line of a table.
        label: Its label.
        group: Its person or session; empty where unknown.
        split: Its split; train where the data do not define it.
        file: The image file, or the table with its pixels.
        row: Index into :attr:`Listing.pixels`; -1 for image files.
    """

    name: str
    label: str
    group: str
    split: SplitName
    file: Path
    row: int = -1


@dataclass(frozen=True, eq=False)
class Listing:
    """Listing of some data, nothing decoded yet.

    Attributes:
        images: The images in a fixed order.
        classes: Classes of each split, also those without images.
        skipped: Files in the folders that are not images, with the reason.
        pixels: ``(n, height, width)`` uint8, grey, for pixel tables.
    """

    images: tuple[ImageEntry, ...]
    classes: Mapping[SplitName, frozenset[str]]
    skipped: tuple[tuple[ImageEntry, str], ...] = ()
    pixels: UInt8Array | None = field(default=None, repr=False)


def classes_of(images: Sequence[ImageEntry]) -> dict[SplitName, frozenset[str]]:
    """Classes of the images by split."""
    found: dict[SplitName, set[str]] = {}
    for entry in images:
        found.setdefault(entry.split, set()).add(entry.label)
    return {split: frozenset(labels) for split, labels in found.items()}


def list_folders(folder: Path) -> Listing:
    """List the images of class folders, or of class folders below ``train``, ``validation`` and ``test``.

    Folders count as splits if there is a ``train`` folder with another split beside it, or alone.

    Raises:
        TrainingDataError: If it is neither, or there is no training split.
    """
    inside = _folders(folder)
    splits: dict[SplitName, Path] = {}
    for inner in inside:
        split = _SPLIT_NAMES.get(inner.name.lower())
        if split in splits:
            names = f"{splits[split].name} and {inner.name}"
            raise TrainingDataError(f"{folder} has two folders for one part: {names}.", hint="Put them together.")
        if split is not None:
            splits[split] = inner
    if len(splits) < min(2, len(inside)):
        splits = {}  # a class may be called "train", among cars and planes
    if splits and SplitName.TRAIN not in splits:
        names = " and ".join(path.name for path in splits.values())
        raise TrainingDataError(f"{folder} holds {names}, but no folder train.", hint="Add what is to be learnt from.")
    images: list[ImageEntry] = []
    skipped: list[tuple[ImageEntry, str]] = []
    classes = {}
    for split, root in splits.items() if splits else [(SplitName.TRAIN, folder)]:
        class_folders = _folders(root)
        if not class_folders:
            raise TrainingDataError(f"{root} holds no folders of images.", hint=LAYOUTS)
        classes[split] = frozenset(path.name for path in class_folders)
        for path in class_folders:
            _list_class(path, folder, split, images, skipped)
    return Listing(tuple(images), classes, tuple(skipped))


def list_table(table: Path) -> Listing:
    """List the images of a CSV table.

    Raises:
        TrainingDataError: If it cannot be read, lacks a column or a value, or names a missing file or a file twice.
    """
    lines: dict[Path, int] = {}
    images = []
    missing = []
    for line, row in read_rows(table, (PATH, LABEL)):
        file = table.parent / row[PATH]
        if file in lines:
            where = f"in lines {lines[file]} and {line}"
            raise TrainingDataError(f"{table} names {row[PATH]} twice, {where}.", hint="Keep one of them.")
        lines[file] = line
        if not file.is_file():
            missing.append(f"{row[PATH]} (line {line})")
        split = _split_name(row.get(SPLIT, ""), table, line)
        images.append(ImageEntry(row[PATH], row[LABEL], row.get(GROUP, ""), split, file))
    if missing:
        more = f" and {len(missing) - _FIRST_FEW} more" if len(missing) > _FIRST_FEW else ""
        told = ", ".join(missing[:_FIRST_FEW]) + more
        hint = f"Paths start from the folder of the table, {table.parent}."
        raise TrainingDataError(f"{table} names files that are missing: {told}.", hint=hint)
    return Listing(tuple(images), classes_of(images))


def columns_of(table: Path) -> list[str]:
    """Column names of a table, in lower case.

    Raises:
        TrainingDataError: If it cannot be read.
    """
    return _names(next(_cells(table), (0, []))[1])


def read_rows(table: Path, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a table with their line numbers; values are stripped, column names in lower case.

    Args:
        table: A CSV file in UTF-8 with column names in its first line.
        needed: Columns that must have a value in each row.

    Raises:
        TrainingDataError: If it cannot be read, or lacks a column or a value.
    """
    lines = _cells(table)
    names = _names(next(lines, (0, []))[1])
    lacking = [name for name in needed if name not in names]
    if lacking:
        has = ", ".join(name for name in names if name) or "nothing"
        hint = f"It needs the columns {PATH} and {LABEL}; {GROUP} and {SPLIT} are looked at as well."
        raise TrainingDataError(f"{table} has no column {' or '.join(lacking)}; it has: {has}.", hint=hint)
    for line, cells in lines:
        if not any(cells):
            continue
        row = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
        empty = [name for name in needed if not row.get(name)]
        if empty:
            raise TrainingDataError(
                f"{table} has no {empty[0]} in line {line}.", hint="Fill it in, or remove the line."
            )
        yield line, row


def _cells(table: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file)
            for cells in reader:
                yield reader.line_num, cells
    except OSError as error:
        raise TrainingDataError(f"{table} cannot be read: {error.strerror}.", hint="Check the path.") from error
    except (csv.Error, UnicodeDecodeError) as error:
        hint = "Save it as CSV in UTF-8, with commas."
        raise TrainingDataError(f"{table} is no table that can be read: {error}.", hint=hint) from error


def _names(cells: Sequence[str]) -> list[str]:
    return [name.strip().lower() for name in cells]


def _split_name(name: str, table: Path, line: int) -> SplitName:
    if not name:
        return SplitName.TRAIN
    if name.lower() not in _SPLIT_NAMES:
        hint = f"A {SPLIT} is train, validation or test."
        raise TrainingDataError(f'{table} has the {SPLIT} "{name}" in line {line}.', hint=hint)
    return _SPLIT_NAMES[name.lower()]


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not _is_hidden(path))


def _is_hidden(path: Path) -> bool:
    """Whether a file comes from the system or an archiver: ``.DS_Store``, ``__MACOSX``, ``Thumbs.db``."""
    return path.name.startswith((".", "__")) or path.name.lower() in _NOT_DATA


def _list_class(
    folder: Path, root: Path, split: SplitName, images: list[ImageEntry], skipped: list[tuple[ImageEntry, str]]
) -> None:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        inside = file.relative_to(folder)
        if any(_is_hidden(Path(piece)) for piece in inside.parts):
            continue
        group = inside.parts[0] if len(inside.parts) > 1 else ""
        entry = ImageEntry(file.relative_to(root).as_posix(), folder.name, group, split, file)
        if file.suffix.lower() in IMAGE_SUFFIXES:
            images.append(entry)
        else:
            skipped.append((entry, f"not one of {', '.join(IMAGE_SUFFIXES)}"))
