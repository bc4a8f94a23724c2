"""Accuracy of a ``gesture-app replay`` end to end.

A hand that was not detected counts as an error, because the user sees a wrong prediction.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from training.common.errors import TrainingDataError


@dataclass(frozen=True)
class ScoredFrame:
    """A replayed frame with a true label.

    Attributes:
        source: Folder above the label's folder, or name of the table of labels.
        label: The true label.
        predicted: The predicted label.
        hands: Number of detected hands.
    """

    source: str
    label: str
    predicted: str
    hands: int

    @property
    def is_correct(self) -> bool:
        """Whether the prediction equals the label."""
        return self.predicted == self.label


def frames_by_folder(records: Sequence[Mapping[str, Any]]) -> list[ScoredFrame]:
    """Frames of a replayed image folder, labelled by their path: ``<source>/<label>/<image>`` or ``<label>/<image>``.

    Raises:
        TrainingDataError: If a clip was replayed.
    """
    if not all("file" in record for record in records):
        hint = "Name a table of its labels with --labels; it needs columns seq and label."
        raise TrainingDataError("What was replayed is a clip: its frames have no folder to be their label.", hint=hint)
    frames = []
    for record in records:
        folders = PurePosixPath(record["file"]).parts[:-1]
        if not folders:
            continue
        source = folders[-2] if len(folders) > 1 else "all"
        frames.append(ScoredFrame(source, folders[-1], record["gesture"], len(record["hands"])))
    return frames


def frames_by_table(records: Sequence[Mapping[str, Any]], table: Path) -> list[ScoredFrame]:
    """Frames of a replayed clip, labelled by a CSV with the columns seq and label; frames without a label are left out.

    Raises:
        TrainingDataError: If the table cannot be read.
    """
    try:
        with table.open(newline="", encoding="utf-8") as file:
            labels = {int(row["seq"]): row["label"] for row in csv.DictReader(file)}
    except (OSError, KeyError, ValueError) as error:
        raise TrainingDataError(f"{table} cannot be used: {error}.", hint="It needs columns seq and label.") from error
    return [
        ScoredFrame(table.stem, labels[record["seq"]], record["gesture"], len(record["hands"]))
        for record in records
        if labels.get(record["seq"])
    ]
