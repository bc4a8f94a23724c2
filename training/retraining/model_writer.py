"""Writing of a retrained model's folder, which appears complete or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from types import TracebackType

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.message import Message
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.inference.library.manifest import MANIFEST_NAME, Manifest
from training.retraining.errors import DiskError

CARD_NAME = "MODEL_CARD.md"
TEMPORARY_PREFIX = ".making-"
"""Folders with this prefix are being written, or were left behind by a process that was killed."""

_NEEDED_BYTES = 60_000_000
_USER_MODEL_INFIX = "-own-"


def free_bytes(folder: Path) -> int:
    """Free space on the disk that holds a folder."""
    return shutil.disk_usage(folder).free


class ModelWriter:
    """A hidden folder beside the models that is renamed to the model's folder when complete, or removed.

    Args:
        root: Folder of the user's models; created if missing.
        model_id: The model's id.
        get_free_bytes: Free space on the disk of a folder.

    Raises:
        DiskError: If the disk is full or the folder cannot be created.
    """

    def __init__(self, root: Path, model_id: str, get_free_bytes: Callable[[Path], int] = free_bytes) -> None:
        self.target = root / model_id
        self.path = root / f"{TEMPORARY_PREFIX}{os.getpid()}-{model_id}"
        self.is_finished = False
        try:
            root.mkdir(parents=True, exist_ok=True)
            free = get_free_bytes(root)
            if free < _NEEDED_BYTES:
                raise DiskError(
                    Message(
                        "There is no room for a model in {folder}: {free} MB are free, {needed} MB are needed."
                    ).fill(folder=root, free=free // 1000000, needed=_NEEDED_BYTES // 1000000),
                    hint=Message("Make room on the disk, or remove models that you no longer use."),
                )
            self.path.mkdir()
        except OSError as error:
            hint = Message("Check that you may write there, and that the disk is not full.")
            raise DiskError(
                Message("No model can be made in {folder}: {reason}.").fill(
                    folder=root, reason=error.strerror or error
                ),
                hint=hint,
            ) from error

    def __enter__(self) -> ModelWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.is_finished:
            shutil.rmtree(self.path, ignore_errors=True)

    def finish(self, manifest: Manifest, card: str) -> Path:
        """Write manifest and card, and rename the folder.

        Returns:
            The model's folder.

        Raises:
            OSError: If writing or renaming fails.
        """
        (self.path / CARD_NAME).write_text(card, encoding="utf-8")
        (self.path / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
        for file in self.path.iterdir():
            _sync(file)
        self.path.replace(self.target)
        self.is_finished = True
        with suppress(OSError):
            _sync(self.target.parent)
        return self.target


def _sync(path: Path) -> None:
    """Flush a file or folder to the disk; Windows cannot do so for folders."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def user_model_id(parent_id: str, made_at: datetime) -> str:
    """The id of a model retrained at ``made_at``, such as ``"rpsls-10-own-20240501t103000"``.

    It starts with the id of the shipped model, also if the parent is itself a retrained model.
    """
    stamp = made_at.astimezone(timezone.utc).strftime("%Y%m%dt%H%M%S")
    return f"{parent_id.split(_USER_MODEL_INFIX, maxsplit=1)[0]}{_USER_MODEL_INFIX}{stamp}"


def model_card(manifest: Manifest, here: Comparison, base: Comparison) -> str:
    """The model card in Markdown."""
    gate, data = manifest.metrics["gate"], manifest.data
    learnt = ", ".join(f"{display_name(label)} {count}" for label, count in data["learnt_from"].items())
    lines = [
        f"# Model card: {manifest.id}",
        "",
        f"Trained further from `{manifest.parent}` on recordings of one person's hands, {data['made_at'][:10]}.",
        "Meant for this person. What it is good and bad at otherwise stands in the card of the model it comes from.",
        "",
        f"- Labels: {', '.join(manifest.labels.labels)}",
        f"- Learnt from: {learnt}; mixed half and half with rendered hands of other people",
        f"- Judged: {'accepted' if gate['accepted'] else 'not accepted'}",
        *(f"  - {reason}" for reason in gate["reasons"]),
        f"- Temperature and threshold: {data['calibrated_on']}",
        "",
        *_table("Recordings of this person that it has not learnt from", here),
        "",
        *_table("Rendered hands of other people", base),
        "",
    ]
    return "\n".join(lines)


def _table(title: str, comparison: Comparison) -> list[str]:
    rows = [
        f"| {display_name(change.label)} | {change.support} | {change.old_correct} | {change.new_correct} |"
        for change in comparison.by_gesture
    ]
    total = f"| all | {comparison.old.total} | {comparison.old.correct} | {comparison.new.correct} |"
    return [f"## {title}", "", "| | hands | right before | right now |", "| --- | --- | --- | --- |", *rows, total]
