"""The labels to record under, in one JSON file beside the samples."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.storage.atomic import FileSystem, write_atomically
from gesture_app.storage.decoding import decode, parse_json, require_version

FILE_NAME = "labels.json"
"""Name of the file in the samples' folder."""

_VERSION = 1


def read_labels(files: FileSystem, path: Path) -> LabelSet:
    """Read the labels from their file.

    Raises:
        FileNotFoundError: If there is none.
        OSError: If it cannot be read.
        ValueError: If it is damaged, or of a newer version.
    """
    data = parse_json(files.read(path))
    require_version(data, "version", _VERSION)
    return decode_labels(decode(_LabelFile, data).labels)


def write_labels(files: FileSystem, path: Path, labels: LabelSet) -> None:
    """Write the labels to their file atomically.

    Raises:
        OSError: If it cannot be written; the old file is untouched.
    """
    data = {"version": _VERSION, "labels": encode_labels(labels)}
    files.make_folder(path.parent)
    write_atomically(path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(), files=files)


@dataclass(frozen=True)
class SavedLabel:
    """A label as it stands in files."""

    slug: str
    name: str
    key: str
    icon: str
    has_picture: bool = False


@dataclass(frozen=True)
class _LabelFile:
    labels: tuple[SavedLabel, ...]


def encode_labels(labels: LabelSet) -> list[dict[str, str | bool]]:
    """Labels as plain values for JSON; what earlier versions do not know is written only where it is used."""
    return [
        {key: value for key, value in asdict(label).items() if key != "has_picture" or value} for label in labels.labels
    ]


def decode_labels(saved: Iterable[SavedLabel]) -> LabelSet:
    """Labels from the decoded ones of a file.

    Raises:
        ValueError: If one of them cannot be used, or two clash.
    """
    return LabelSet(tuple(SampleLabel(**asdict(label)) for label in saved))
