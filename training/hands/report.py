"""Charts of a training in its model folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from gesture_app.inference.library.manifest import Manifest
from training.common.charts import draw_confusion
from training.common.run_record import VALIDATION_SCORE


def write_report(manifest: Manifest, history: Sequence[dict[str, Any]], folder: Path) -> None:
    """Write ``report/curves.png`` and ``report/confusion.png`` into a model folder.

    Args:
        manifest: Manifest of the model, with the confusion matrix of the validation samples.
        history: One row per epoch.
        folder: The model folder.
    """
    mpl.use("Agg")
    target = folder / "report"
    target.mkdir(exist_ok=True)
    _curves(history).savefig(target / "curves.png", dpi=110)
    _confusion(manifest).savefig(target / "confusion.png", dpi=110)


def _curves(history: Sequence[dict[str, Any]]) -> Figure:
    figure = Figure(figsize=(8, 3.5), layout="constrained")
    loss_axis, score_axis = figure.subplots(1, 2)
    positions = np.arange(len(history))
    for axis, series in ((loss_axis, ("loss",)), (score_axis, ("accuracy", VALIDATION_SCORE))):
        for name in series:
            known = [(x, row[name]) for x, row in zip(positions, history, strict=True) if name in row]
            axis.plot(*zip(*known, strict=True), marker=".", label=name.replace("_", " "))
        changes = [x for x in positions[1:] if history[x]["phase"] != history[x - 1]["phase"]]
        for x in changes:
            axis.axvline(x - 0.5, color="grey", linestyle=":", label="fine-tuning starts")
        axis.set_xlabel("epoch (both phases)")
        axis.legend()
    loss_axis.set_title("Loss on augmented training hands")
    score_axis.set_title("Share right")
    return figure


def _confusion(manifest: Manifest) -> Figure:
    figure = Figure(figsize=(5.2, 4.6), layout="constrained")
    matrix = np.array(manifest.metrics["held_out"]["confusion"])
    draw_confusion(figure.subplots(), matrix, manifest.labels.labels, "Held-out hands")
    return figure
