"""Options of an evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.hands.data.sources import DataSources


@dataclass(frozen=True)
class LeaveOneOutOptions:
    """Amount of training of each leave-one-source-out fold.

    Attributes:
        epochs: Epochs of fine-tuning.
        hands_per_epoch: Augmented hands in an epoch.
    """

    epochs: int
    hands_per_epoch: int


@dataclass(frozen=True)
class TrainingOptions:
    """Training data of the landmark network and the folds.

    Attributes:
        recipe: The model's recipe file.
        sources: Training images, and initial weights of the folds.
        leave_one_out: Training of the folds; None to leave them out.
    """

    recipe: Path
    sources: DataSources
    leave_one_out: LeaveOneOutOptions | None = None


@dataclass(frozen=True)
class EvaluationOptions:
    """Model and datasets of an evaluation.

    Attributes:
        model: The model's folder; the report is written into it.
        photos: Folders of photos.
        natural: Folders of photos of people who make no sign.
        rendered: Folders of rendered hands.
        listing: CSV that tells which photos show a hand.
        runs: Folder for caches, folds and the contact sheet with photos.
        training: Training of baselines and folds; None for the finger rules as the only baseline.
        command: The command line for the report, without folders.
    """

    model: Path
    photos: tuple[Path, ...]
    natural: tuple[Path, ...]
    rendered: tuple[Path, ...]
    listing: Path | None
    runs: Path
    training: TrainingOptions | None
    command: str
