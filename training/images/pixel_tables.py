"""Pixel tables, as of Sign Language MNIST.

A row holds a label and the pixels of a small grey image::

    label,pixel1,pixel2,...,pixel784
    3,107,118,...,202

Sign Language MNIST is two files, ``sign_mnist_train.csv`` and ``sign_mnist_test.csv``. Its labels are indices into
the alphabet without 9 and 25, as J and Z are signed by a movement. Labels of a table with one of these stay numbers.
Source: https://www.kaggle.com/datasets/datamunge/sign-language-mnist.
"""

from __future__ import annotations

import math
import re
import string
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import UInt8Array
from training.common.errors import TrainingDataError
from training.images.layouts import LABEL, ImageEntry, Listing, SplitName, classes_of, columns_of

SIGN_MNIST = {SplitName.TRAIN: "sign_mnist_train.csv", SplitName.TEST: "sign_mnist_test.csv"}
"""File names; a folder with the first is read as Sign Language MNIST."""

_NOT_STILL = (string.ascii_uppercase.index("J"), string.ascii_uppercase.index("Z"))


def is_pixel_table(table: Path) -> bool:
    """Whether a CSV file holds pixels, by its first line.

    Raises:
        TrainingDataError: If it cannot be read.
    """
    return any(re.fullmatch(r"pixel\d+", name) for name in columns_of(table))


def list_pixel_tables(tables: Mapping[SplitName, Path]) -> Listing:
    """List the images of one pixel table per split.

    Raises:
        TrainingDataError: If one cannot be read, lacks a column, or its images are not square or not as large as the
            others.
    """
    read = {split: _read(table) for split, table in tables.items()}
    sides = {pixels.shape[1] for _, pixels in read.values()}
    if len(sides) > 1:
        told = " and ".join(table.name for table in tables.values())
        raise TrainingDataError(f"The images in {told} differ in size.", hint="Use tables that belong together.")
    names = _names(np.concatenate([labels for labels, _ in read.values()]))
    images: list[ImageEntry] = []
    for split, (labels, _) in read.items():
        start, table = len(images), tables[split]
        images += [
            ImageEntry(f"{table.name} row {row + 1}", names[int(label)], "", split, table, start + row)
            for row, label in enumerate(labels)
        ]
    return Listing(tuple(images), classes_of(images), pixels=np.concatenate([pixels for _, pixels in read.values()]))


def _read(table: Path) -> tuple[npt.NDArray[np.int64], UInt8Array]:
    """Labels ``(n,)`` and pixels ``(n, side, side)``."""
    columns = columns_of(table)
    side = _side(table, columns)
    try:
        with warnings.catch_warnings():  # about a table without rows, which is looked at below
            warnings.simplefilter("ignore", UserWarning)
            values = np.loadtxt(table, dtype=np.int64, delimiter=",", skiprows=1, ndmin=2, encoding="utf-8-sig")
    except ValueError as error:
        hint = "Every cell below the first line should be a whole number."
        raise TrainingDataError(f"{table} cannot be read: {error}", hint=hint) from error
    if not len(values):
        raise TrainingDataError(f"{table} has no rows.", hint="Check that it was downloaded to its end.")
    if values.shape[1] != len(columns):
        told = f"{len(columns)} columns are named, but rows have {values.shape[1]}"
        raise TrainingDataError(f"{table} cannot be read: {told}.", hint="Check that it was downloaded to its end.")
    pixels = values[:, [columns.index(f"pixel{number}") for number in _numbers(columns)]]
    if pixels.min() < 0 or pixels.max() > 255:
        row = int(np.flatnonzero((pixels < 0).any(axis=1) | (pixels > 255).any(axis=1))[0])
        hint = "Pixels are whole numbers from 0 to 255."
        raise TrainingDataError(f"{table} has a pixel that is none in line {row + 2}.", hint=hint)
    return values[:, columns.index(LABEL)], pixels.astype(np.uint8).reshape(-1, side, side)


def _numbers(columns: Sequence[str]) -> list[int]:
    return sorted(int(name[5:]) for name in columns if re.fullmatch(r"pixel\d+", name))


def _side(table: Path, columns: Sequence[str]) -> int:
    numbers = _numbers(columns)
    side = math.isqrt(len(numbers))
    if LABEL not in columns:
        first = ", ".join(columns[:3])
        raise TrainingDataError(
            f"{table} has no column {LABEL}; it begins with {first}.", hint="Name the first column."
        )
    if side * side != len(numbers) or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        told = f"it has {len(numbers)} columns of pixels, from pixel{numbers[0]} to pixel{numbers[-1]}"
        hint = "A square image has all of, for example, pixel1 to pixel784."
        raise TrainingDataError(f"{table} cannot be read: {told}.", hint=hint)
    return side


def _names(labels: npt.NDArray[np.int64]) -> dict[int, str]:
    numbers = sorted({int(label) for label in labels})
    letters = string.ascii_uppercase
    if all(0 <= number < len(letters) and number not in _NOT_STILL for number in numbers):
        return {number: letters[number] for number in numbers}
    return {number: str(number) for number in numbers}
