"""``python -m training score``: how right a ``gesture-app replay`` was, end to end.

A hand that was not found counts as wrong, because the person who showed it sees a wrong answer.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from rich.console import Console
from rich.table import Table

from gesture_app.domain.frames.gestures import NONE
from training.common.errors import TrainingDataError
from training.evaluation.end_to_end import read_records


@dataclass(frozen=True)
class Scored:
    """One frame that has a true label.

    Attributes:
        source: The collection it belongs to: the folder above the label's, or the replay's name.
        truth: Its true label.
        answer: What the replay said.
        found: How many hands were found.
    """

    source: str
    truth: str
    answer: str
    found: int

    @property
    def right(self) -> bool:
        """Whether the answer is the truth; a gesture also needs a hand to have been found."""
        return self.answer == self.truth


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("replay", type=Path, help="what gesture-app replay --json wrote")
    parser.add_argument(
        "--labels", type=Path, help="CSV with seq,label (empty: not counted); without it the folder's name is the label"
    )


def run(args: argparse.Namespace) -> int:
    """Print the share right by source and label."""
    records = read_records(args.replay)
    frames = by_clip(records, args.labels) if args.labels else by_folder(records)
    print_scores(frames, Console())
    return 0


def by_folder(records: list[Mapping[str, Any]]) -> list[Scored]:
    """Frames of a replayed folder laid out as ``<source>/<label>/<picture>`` or ``<label>/<picture>``.

    Raises:
        TrainingDataError: If it was not a folder of pictures that was replayed.
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
        frames.append(Scored(source, folders[-1], record["gesture"], len(record["hands"])))
    return frames


def by_clip(records: list[Mapping[str, Any]], labels: Path) -> list[Scored]:
    """Frames of a replayed clip with a label for each ``seq``.

    Raises:
        TrainingDataError: If the labels cannot be read.
    """
    try:
        with labels.open(newline="", encoding="utf-8") as file:
            truth = {int(row["seq"]): row["label"] for row in csv.DictReader(file)}
    except (OSError, KeyError, ValueError) as error:
        raise TrainingDataError(f"{labels} cannot be used: {error}.", hint="It needs columns seq and label.") from error
    return [
        Scored(labels.stem, truth[record["seq"]], record["gesture"], len(record["hands"]))
        for record in records
        if truth.get(record["seq"])
    ]


def print_scores(frames: list[Scored], console: Console) -> None:
    """A row for each source and label, then the two figures that matter."""
    groups: dict[tuple[str, str], list[Scored]] = defaultdict(list)
    for frame in frames:
        groups[frame.source, frame.truth].append(frame)
    table = Table("source", "label", "frames", "no hand", "right", "share", "answered otherwise")
    for (source, truth), group in sorted(groups.items()):
        right = sum(frame.right for frame in group)
        wrong = Counter(frame.answer for frame in group if not frame.right)
        others = ", ".join(f"{answer} {count}" for answer, count in wrong.most_common())
        missed = sum(frame.found == 0 for frame in group)
        table.add_row(source, truth, str(len(group)), str(missed), str(right), f"{right / len(group):.3f}", others)
    console.print(table)
    gestures = [frame for frame in frames if frame.truth != NONE]
    none = [frame for frame in frames if frame.truth == NONE]
    for name, part in (("gestures", gestures), ("none", none)):
        if part:
            right = sum(frame.right for frame in part)
            console.print(f"{name}: {right} of {len(part)} right, {right / len(part):.4f}", highlight=False)
