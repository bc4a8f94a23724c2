"""Where labelled pictures lie: the layouts of folders and tables that are understood, and told apart by themselves.

A folder for each class, in which each folder inside is a group (a person, a session) that is never divided::

    hands/rock/1.jpg
    hands/paper/anna/1.jpg

the same below parts (``val`` and ``valid`` are understood, too)::

    hands/train/rock/1.jpg
    hands/validation/rock/2.jpg
    hands/test/rock/3.jpg

a table in CSV, or a folder with one called ``labels.csv``, whose paths start from where the table is; ``group`` and
``split`` may be left out, and a row without a split is for training::

    path,label,group,split
    photos/1.jpg,rock,anna,train
    photos/2.jpg,paper,ben,test

and tables of pixels, as of Sign Language MNIST: see :mod:`training.images.pixel_tables`.
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
"""The table that is looked for in a folder."""
PATH, LABEL, GROUP, SPLIT = "path", "label", "group", "split"
"""The columns of a table; others are not looked at."""

LAYOUTS = (
    "It should be a folder with one folder of pictures for each class, the same below train, validation and test, "
    "or a CSV file with the columns path and label."
)

_NOT_DATA = frozenset({"thumbs.db", "desktop.ini"})
_FIRST_FEW = 3


class Part(str, Enum):
    """What a picture is for."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


_PARTS = {
    "train": Part.TRAIN,
    "training": Part.TRAIN,
    "validation": Part.VALIDATION,
    "valid": Part.VALIDATION,
    "val": Part.VALIDATION,
    "test": Part.TEST,
    "testing": Part.TEST,
}


@dataclass(frozen=True)
class Picture:
    """One labelled picture.

    Attributes:
        name: What it is called in the data: the path from where the data begin, or a line of a table.
        label: What it shows.
        group: The person or session it is of; empty where unknown.
        part: What it is for; all are for training where the data do not say.
        file: The picture, or the table that holds its pixels.
        row: Its place in :attr:`Listing.pixels`; -1 for pictures in files.
    """

    name: str
    label: str
    group: str
    part: Part
    file: Path
    row: int = -1


@dataclass(frozen=True, eq=False)
class Listing:
    """What some data hold, nothing decoded yet.

    Attributes:
        pictures: In a fixed order.
        classes: The classes of each part there is, also those without pictures.
        skipped: Files among the pictures that are not read as such, with the reason.
        pixels: ``(n, height, width)`` uint8, grey, for tables of pixels.
    """

    pictures: tuple[Picture, ...]
    classes: Mapping[Part, frozenset[str]]
    skipped: tuple[tuple[Picture, str], ...] = ()
    pixels: UInt8Array | None = field(default=None, repr=False)


def classes_of(pictures: Sequence[Picture]) -> dict[Part, frozenset[str]]:
    """The classes of each part, by the pictures that show them."""
    found: dict[Part, set[str]] = {}
    for picture in pictures:
        found.setdefault(picture.part, set()).add(picture.label)
    return {part: frozenset(labels) for part, labels in found.items()}


def list_folders(folder: Path) -> Listing:
    """The pictures of a folder for each class, or of such folders below ``train``, ``validation`` and ``test``.

    A folder is one of parts where ``train`` has another part beside it, or nothing.

    Raises:
        TrainingDataError: If it is neither, or has parts but none for training.
    """
    inside = _folders(folder)
    parts: dict[Part, Path] = {}
    for inner in inside:
        part = _PARTS.get(inner.name.lower())
        if part in parts:
            names = f"{parts[part].name} and {inner.name}"
            raise TrainingDataError(f"{folder} has two folders for one part: {names}.", hint="Put them together.")
        if part is not None:
            parts[part] = inner
    if len(parts) < min(2, len(inside)):
        parts = {}  # a class may be called "train", among cars and planes
    if parts and Part.TRAIN not in parts:
        names = " and ".join(path.name for path in parts.values())
        raise TrainingDataError(f"{folder} holds {names}, but no folder train.", hint="Add what is to be learnt from.")
    pictures: list[Picture] = []
    skipped: list[tuple[Picture, str]] = []
    classes = {}
    for part, root in parts.items() if parts else [(Part.TRAIN, folder)]:
        class_folders = _folders(root)
        if not class_folders:
            raise TrainingDataError(f"{root} holds no folders of pictures.", hint=LAYOUTS)
        classes[part] = frozenset(path.name for path in class_folders)
        for path in class_folders:
            _list_class(path, folder, part, pictures, skipped)
    return Listing(tuple(pictures), classes, tuple(skipped))


def list_table(table: Path) -> Listing:
    """The pictures that a CSV table names.

    Raises:
        TrainingDataError: If it cannot be read, lacks a column or a value, or names a file that is missing or a file
            twice.
    """
    lines: dict[Path, int] = {}
    pictures = []
    missing = []
    for line, row in read_rows(table, (PATH, LABEL)):
        file = table.parent / row[PATH]
        if file in lines:
            where = f"in lines {lines[file]} and {line}"
            raise TrainingDataError(f"{table} names {row[PATH]} twice, {where}.", hint="Keep one of them.")
        lines[file] = line
        if not file.is_file():
            missing.append(f"{row[PATH]} (line {line})")
        part = _part(row.get(SPLIT, ""), table, line)
        pictures.append(Picture(row[PATH], row[LABEL], row.get(GROUP, ""), part, file))
    if missing:
        more = f" and {len(missing) - _FIRST_FEW} more" if len(missing) > _FIRST_FEW else ""
        told = ", ".join(missing[:_FIRST_FEW]) + more
        hint = f"Paths start from the folder of the table, {table.parent}."
        raise TrainingDataError(f"{table} names files that are missing: {told}.", hint=hint)
    return Listing(tuple(pictures), classes_of(pictures))


def columns_of(table: Path) -> list[str]:
    """The names in a table's first line, in small letters.

    Raises:
        TrainingDataError: If it cannot be read.
    """
    return _names(next(_cells(table), (0, []))[1])


def read_rows(table: Path, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their line numbers; values without spaces around them, names in small letters.

    Args:
        table: A CSV file with a first line of names, in UTF-8.
        needed: Columns that it must have, with a value in each row.

    Raises:
        TrainingDataError: If it cannot be read, or something is missing; it names the columns that there are.
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


def _part(name: str, table: Path, line: int) -> Part:
    if not name:
        return Part.TRAIN
    if name.lower() not in _PARTS:
        hint = f"A {SPLIT} is train, validation or test."
        raise TrainingDataError(f'{table} has the {SPLIT} "{name}" in line {line}.', hint=hint)
    return _PARTS[name.lower()]


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not _is_hidden(path))


def _is_hidden(path: Path) -> bool:
    """Whether a system or an archiver put it there: ``.DS_Store``, ``__MACOSX``, ``Thumbs.db``."""
    return path.name.startswith((".", "__")) or path.name.lower() in _NOT_DATA


def _list_class(
    folder: Path, root: Path, part: Part, pictures: list[Picture], skipped: list[tuple[Picture, str]]
) -> None:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        inside = file.relative_to(folder)
        if any(_is_hidden(Path(piece)) for piece in inside.parts):
            continue
        group = inside.parts[0] if len(inside.parts) > 1 else ""
        picture = Picture(file.relative_to(root).as_posix(), folder.name, group, part, file)
        if file.suffix.lower() in IMAGE_SUFFIXES:
            pictures.append(picture)
        else:
            skipped.append((picture, f"not one of {', '.join(IMAGE_SUFFIXES)}"))
