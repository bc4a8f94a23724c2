"""Charts in a model folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from gesture_app.inference.library.manifest import Manifest

_MANY_LABELS = 12


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
    for axis, series in ((loss_axis, ("loss",)), (score_axis, ("accuracy", "held_out"))):
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


def draw_confusion(
    axis: Any, matrix: npt.NDArray[Any], labels: Sequence[str], title: str, *, as_shares: bool = False
) -> None:
    """Draw a confusion matrix, shaded by the shares of each row; many labels are small and without zeros.

    Args:
        axis: Axis of Matplotlib.
        matrix: ``(labels, labels)`` counts, true labels in rows.
        labels: Names of the rows and columns.
        title: Title of the axis.
        as_shares: Whether the cells show percentages of their row instead of counts.
    """
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    many = len(labels) > _MANY_LABELS
    size = "small" if many else "medium"
    axis.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axis.set_xticks(range(len(labels)), labels, rotation=90 if many else 30, fontsize=size)
    axis.set_yticks(range(len(labels)), labels, fontsize=size)
    axis.set_xlabel("answered")
    axis.set_ylabel("shown")
    axis.set_title(title, fontsize="medium")
    for (row, column), count in np.ndenumerate(matrix):
        if many and not count:
            continue
        colour = "white" if shares[row, column] > 0.5 else "black"
        told = _percentage(float(shares[row, column])) if as_shares else str(count)
        axis.text(column, row, told, ha="center", va="center", color=colour, fontsize=size)


def _percentage(share: float) -> str:
    """Whole percents; ``<1`` for a positive share that rounds to 0."""
    return "<1" if 0 < share < 0.005 else f"{100 * share:.0f}"
