"""``python -m training score``: accuracy of a ``gesture-app replay`` by source and label."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gesture_app.domain.frames.gestures import NONE
from training.evaluation.replay import load_records
from training.evaluation.replay_scores import ScoredFrame, frames_by_folder, frames_by_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("replay", type=Path, help="what gesture-app replay --json wrote")
    parser.add_argument(
        "--labels", type=Path, help="CSV with seq,label (empty: not counted); without it the folder's name is the label"
    )


def run(args: argparse.Namespace) -> int:
    """Print the accuracy; returns the exit code."""
    records = load_records(args.replay)
    frames = frames_by_table(records, args.labels) if args.labels else frames_by_folder(records)
    print_scores(frames, Console())
    return 0


def print_scores(frames: Sequence[ScoredFrame], console: Console) -> None:
    """Print a row for each source and label, then the accuracy on gestures and on ``"none"``."""
    groups: dict[tuple[str, str], list[ScoredFrame]] = defaultdict(list)
    for frame in frames:
        groups[frame.source, frame.label].append(frame)
    table = Table("source", "label", "frames", "no hand", "right", "share", "answered otherwise")
    for (source, label), group in sorted(groups.items()):
        correct = sum(frame.is_correct for frame in group)
        errors = Counter(frame.predicted for frame in group if not frame.is_correct)
        others = ", ".join(f"{predicted} {count}" for predicted, count in errors.most_common())
        missed = sum(frame.hands == 0 for frame in group)
        share = f"{correct / len(group):.3f}"
        table.add_row(source, label, str(len(group)), str(missed), str(correct), share, others)
    console.print(table)
    gestures = [frame for frame in frames if frame.label != NONE]
    none = [frame for frame in frames if frame.label == NONE]
    for name, part in (("gestures", gestures), ("none", none)):
        if part:
            correct = sum(frame.is_correct for frame in part)
            console.print(f"{name}: {correct} of {len(part)} right, {correct / len(part):.4f}", highlight=False)
