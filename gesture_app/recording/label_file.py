"""The labels that a person records under, in one JSON file beside the samples."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.storage.atomic import FileSystem, write_whole

FILE_NAME = "labels.json"
"""Name of the file in the samples' folder."""

_VERSION = 1


def read_labels(files: FileSystem, path: Path) -> LabelSet:
    """The labels in the file.

    Raises:
        FileNotFoundError: If there is none.
        OSError: If it cannot be read.
        ValueError: If it is damaged, or of a newer version.
    """
    try:
        data = json.loads(files.read(path).decode())
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(data, dict) or type(data.get("version")) is not int:
        raise ValueError("it has another form")
    if data["version"] > _VERSION:
        raise ValueError(f"a newer version of this program wrote it (form {data['version']}, this reads {_VERSION})")
    return labels_from_json(data.get("labels"))


def write_labels(files: FileSystem, path: Path, labels: LabelSet) -> None:
    """Write the file, whole or not at all.

    Raises:
        OSError: If it cannot be written; the old one is untouched.
    """
    data = {"version": _VERSION, "labels": labels_to_json(labels)}
    files.make_folder(path.parent)
    write_whole(files, path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())


def labels_to_json(labels: LabelSet) -> list[dict[str, str]]:
    """Labels as they stand in files."""
    return [asdict(label) for label in labels.labels]


def labels_from_json(data: object) -> LabelSet:
    """The opposite of :func:`labels_to_json`.

    Raises:
        ValueError: If something is missing or makes no sense.
    """
    if not isinstance(data, list):
        raise ValueError("its labels are no list")  # noqa: TRY004 - the file is wrong, not the program
    return LabelSet(tuple(_label(entry) for entry in data))


def _label(entry: object) -> SampleLabel:
    texts = [entry.get(name) for name in ("slug", "name", "key", "icon")] if isinstance(entry, dict) else [None]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a label needs the texts slug, name, key and icon")
    return SampleLabel(*texts)
