"""The folder of a model while it is made, and the moment when it gets its name."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from types import TracebackType

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.inference.library.manifest import MANIFEST_NAME, Manifest
from training.retraining.errors import DiskError

CARD_NAME = "MODEL_CARD.md"
MAKING = ".making-"
"""Folders whose name begins so are being made, or were left by a process that was killed."""

_NEEDED_BYTES = 60_000_000
_OWN = "-own-"


class MakingFolder:
    """A hidden folder beside the models, which becomes a model as a whole or is removed.

    Args:
        root: The person's models; made if it is missing.
        model_id: What the model will be called.

    Raises:
        DiskError: If there is no room or it cannot be made.
    """

    def __init__(self, root: Path, model_id: str) -> None:
        self.target = root / model_id
        self.path = root / f"{MAKING}{os.getpid()}-{model_id}"
        self.is_finished = False
        try:
            root.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(root).free
            if free < _NEEDED_BYTES:
                raise DiskError(
                    f"There is no room for a model in {root}: {free // 1_000_000} MB are free, "
                    f"{_NEEDED_BYTES // 1_000_000} MB are needed.",
                    hint="Make room on the disk, or remove models that you no longer use.",
                )
            self.path.mkdir()
        except OSError as error:
            hint = "Check that you may write there, and that the disk is not full."
            raise DiskError(f"No model can be made in {root}: {error.strerror or error}.", hint=hint) from error

    def __enter__(self) -> MakingFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.is_finished:
            shutil.rmtree(self.path, ignore_errors=True)

    def finish(self, manifest: Manifest, card: str) -> Path:
        """Write the manifest and the card, and give the folder its name in one step.

        Returns:
            The model's folder.

        Raises:
            OSError: If that cannot be done.
        """
        (self.path / CARD_NAME).write_text(card, encoding="utf-8")
        (self.path / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
        for file in self.path.iterdir():
            _on_disk(file)
        self.path.replace(self.target)
        self.is_finished = True
        with suppress(OSError):
            _on_disk(self.target.parent)
        return self.target


def _on_disk(path: Path) -> None:
    """Wait until it is on the disk; Windows cannot be asked for folders, and does so in time."""
    if os.name == "nt" and path.is_dir():
        return
    number = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def own_model_id(parent_id: str, made_at: datetime) -> str:
    """The id of a model retrained then, for example ``"rpsls-8-own-20240501t103000"``.

    What is trained further from an own model keeps the name of the shipped one at the beginning.
    """
    stamp = made_at.astimezone(timezone.utc).strftime("%Y%m%dt%H%M%S")
    return f"{parent_id.split(_OWN, maxsplit=1)[0]}{_OWN}{stamp}"


def card_of(manifest: Manifest, here: Comparison, base: Comparison) -> str:
    """The model card, for whoever gets the folder."""
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
