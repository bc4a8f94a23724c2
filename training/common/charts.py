"""Charts of runs: learning curves, confusion matrices, contact sheets, range tests and comparisons.

Colours are those of Okabe and Ito, which people with any colour vision can distinguish; no fact is shown by colour
alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from gesture_app.storage.atomic import atomic_path

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
"""Source: Okabe and Ito 2008, "Color Universal Design", without its yellow, which is too pale for lines."""

_DASHES = ("-", "--", "-.", ":")
_DPI = 110
_QUIET = "#8a8a8a"
_GRID = "#e6e6e6"
_WRONG = "#B03A00"
_SERIES = (("", "training, as it learns"), ("train_", "training, measured again"), ("val_", "validation"))
_PHASE = "phase begins"
_MANY_LABELS = 12
_BLOCKY_PX = 48
"""Images smaller than this are shown without interpolation."""

Rows = Sequence[Mapping[str, Any]]
Curve = tuple[Sequence[int], Sequence[float]]


@dataclass(frozen=True, eq=False)
class Tile:
    """An image with its prediction.

    Attributes:
        image: ``(height, width, 3)`` uint8, RGB.
        truth: The true label.
        answer: The predicted label.
        confidence: Confidence of the prediction, 0 to 1.
    """

    image: npt.NDArray[np.uint8]
    truth: str
    answer: str
    confidence: float


def write_figure(figure: Figure, path: Path) -> None:
    """Write a figure as PNG, atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(path) as temporary:
        figure.savefig(temporary, dpi=_DPI, format="png")


def epoch_positions(history: Rows) -> list[int]:
    """Position of each row of a history on an axis of epochs over all phases.

    Epoch 0 of a phase, measured before training, is at the end of the previous phase.
    """
    positions: list[int] = []
    for row in history:
        at = positions[-1] if positions else 0
        positions.append(at + bool(row["epoch"]))
    return positions


def learning_curves(history: Rows) -> Figure:
    """Loss and accuracy over all epochs, with the starts of phases marked.

    Args:
        history: Rows of a run's ``history.json``.
    """
    figure = Figure(figsize=(9.6, 4.4), layout="constrained")
    positions = epoch_positions(history)
    axes = figure.subplots(1, 2)
    for axis, measure in zip(axes, ("loss", "accuracy"), strict=True):
        for colour, dash, (prefix, label) in zip(PALETTE, _DASHES, _SERIES, strict=False):
            known = [(x, row[prefix + measure]) for x, row in zip(positions, history, strict=True)
                     if row.get(prefix + measure) is not None]  # fmt: skip
            if known:
                axis.plot(*zip(*known, strict=True), color=colour, linestyle=dash, marker=".", label=label)
        for x in _phase_starts(history, positions):
            axis.axvline(x, color=_QUIET, linestyle=":", linewidth=1, label=_PHASE)
        axis.set_title("Loss" if measure == "loss" else "Share right")
        _epoch_axis(axis)
    axes[0].set_ylim(bottom=0)
    axes[1].set_ylim(top=1.02)
    handles, labels = axes[0].get_legend_handles_labels()
    once = dict(zip(labels, handles, strict=True))
    figure.legend(once.values(), once.keys(), loc="outside lower center", ncols=4, frameon=False)
    return figure


def _phase_starts(history: Rows, positions: Sequence[int]) -> list[float]:
    phases = [row["phase"] for row in history]
    return [positions[i - 1] + 0.5 for i in range(1, len(phases)) if phases[i] != phases[i - 1]]


def _epoch_axis(axis: Any) -> None:
    axis.set_xlabel("epoch, through all phases")
    axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    axis.grid(color=_GRID)
    axis.set_axisbelow(True)


def confusion_figure(
    matrix: npt.NDArray[np.int64], labels: Sequence[str], title: str, *, as_shares: bool = False
) -> Figure:
    """Confusion matrix in a figure that grows with the number of labels.

    Args:
        matrix: ``(labels, labels)`` counts, true labels in rows.
        labels: Names of the rows and columns.
        title: Title of the figure.
        as_shares: Whether the cells show percentages of their row instead of counts.
    """
    names = [shorten_label(label) for label in labels]
    side = max(3.6, 0.42 * len(names) + 1.2)
    with mpl.rc_context({"text.parse_math": False}):
        figure = Figure(figsize=(side + 0.9, side + 0.6), layout="constrained")
        draw_confusion(figure.subplots(), matrix, names, title, as_shares=as_shares)
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


def shorten_label(label: str, most: int = 18) -> str:
    """A label truncated to a number of characters."""
    return label if len(label) <= most else f"{label[: most - 1]}…"


def image_sheet(tiles: Sequence[Tile], title: str, columns: int = 8) -> Figure:
    """Contact sheet of images with true label, predicted label and confidence.

    Args:
        tiles: The images, the first in the upper left.
        title: Title of the figure.
        columns: Images per row.
    """
    columns = max(1, min(columns, len(tiles)))
    rows = max(1, -(-len(tiles) // columns))
    with mpl.rc_context({"text.parse_math": False}):
        figure = Figure(figsize=(max(1.5 * columns, 4.5) + 0.2, 2.05 * rows + 0.5), layout="constrained")
        figure.suptitle(title, fontsize="medium")
        for axis in (axes := list(figure.subplots(rows, columns, squeeze=False).flat)):
            axis.set_axis_off()
        for axis, tile in zip(axes, tiles, strict=False):
            _draw_tile(axis, tile)
        if not tiles:
            axes[0].text(0.5, 0.5, "nothing to show", ha="center", va="center", transform=axes[0].transAxes)
    return figure


def _draw_tile(axis: Any, tile: Tile) -> None:
    small = max(tile.image.shape[:2]) < _BLOCKY_PX
    axis.imshow(tile.image, interpolation="nearest" if small else "antialiased")
    right = tile.truth == tile.answer
    said = f"said {shorten_label(tile.answer)}"
    sure = f"{tile.confidence:.2f}, {'right' if right else 'wrong'}"
    axis.set_title(
        f"is {shorten_label(tile.truth)}\n{said}\n{sure}", fontsize=7.5, color="black" if right else _WRONG, loc="left"
    )


def comparison_curves(curves: Mapping[str, Mapping[str, Curve]], titles: Mapping[str, str]) -> Figure:
    """Validation curves of several runs, one panel per metric.

    Args:
        curves: Epochs and values of each metric by run.
        titles: Title of each metric in the order of the panels; metrics without curves have no panel.
    """
    shown = [measure for measure in titles if any(measure in of_run for of_run in curves.values())]
    width = max(5.4 * len(shown), 7.2)
    columns = max(1, int(width / (0.7 + 0.085 * max(map(len, curves), default=0))))
    height = 4.0 + 0.22 * -(-len(curves) // columns)
    with mpl.rc_context({"text.parse_math": False}):
        figure = Figure(figsize=(width, height), layout="constrained")
        for axis, measure in zip(np.atleast_1d(figure.subplots(1, max(len(shown), 1))), shown, strict=False):
            for number, (name, of_run) in enumerate(curves.items()):
                style = {"color": PALETTE[number % len(PALETTE)], "linestyle": _dash(number)}
                axis.plot(*of_run.get(measure, ((), ())), marker=".", label=name, **style)
            axis.set_title(titles[measure])
            _epoch_axis(axis)
        handles = figure.axes[0].get_lines()
        figure.legend(handles, list(curves), loc="outside lower center", ncols=columns, frameon=False, fontsize="small")
    return figure


def _dash(number: int) -> str:
    """Dash pattern that changes whenever the colours repeat."""
    return _DASHES[number // len(PALETTE) % len(_DASHES)]


def range_test_figure(
    rates: Sequence[float], losses: Sequence[float], smoothed: Sequence[float], suggested: float | None
) -> Figure:
    """Loss over learning rate.

    Args:
        rates: Learning rates, rising.
        losses: Loss of the batch at each rate.
        smoothed: The smoothed losses.
        suggested: The suggested rate; None for none.
    """
    figure = Figure(figsize=(7.2, 4.4), layout="constrained")
    axis = figure.subplots()
    axis.plot(rates, losses, color=PALETTE[5], linewidth=0.8, label="loss of each batch")
    axis.plot(rates, smoothed, color=PALETTE[0], linewidth=2, label="smoothed")
    if suggested is not None:
        axis.axvline(suggested, color=PALETTE[1], linestyle="--", label=f"suggested: {suggested:.1e}")
    finite = np.array([value for value in smoothed if np.isfinite(value)])
    if finite.size:
        low, high = float(finite.min()), float(max(finite[0], finite.min() + 1e-9))
        axis.set_ylim(max(0.0, low - 0.3 * (high - low) - 0.05 * low), high + 1.2 * (high - low) + 0.1 * high)
    axis.set(xscale="log", xlabel="learning rate", ylabel="loss", title="Learning rate range test")
    axis.grid(color=_GRID)
    axis.set_axisbelow(True)
    axis.legend(frameon=False, loc="upper left" if suggested is None else "best")
    return figure
