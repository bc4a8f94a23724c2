"""The labels that a person records under, in one JSON file beside the samples."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from gesture_app.domain.samples import LabelSet, SampleLabel
from gesture_app.recording.files import FileSystem, write_whole

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
    try:
        version, entries = data["version"], data["labels"]
        if type(version) is not int or version > _VERSION:
            raise ValueError(f"it has the form {version!r}, this program reads {_VERSION}")
        texts = [(entry["slug"], entry["name"], entry["key"], entry["icon"]) for entry in entries]
    except (KeyError, TypeError) as error:
        raise ValueError(f"something is missing or has another form: {error}") from None
    if not all(isinstance(text, str) for entry in texts for text in entry):
        raise ValueError("a label has something that is no text")
    return LabelSet(tuple(SampleLabel(*entry) for entry in texts))


def write_labels(files: FileSystem, path: Path, labels: LabelSet) -> None:
    """Write the file, whole or not at all.

    Raises:
        OSError: If it cannot be written; the old one is untouched.
    """
    data = {"version": _VERSION, "labels": [asdict(label) for label in labels.labels]}
    files.make_folder(path.parent)
    write_whole(files, path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())
