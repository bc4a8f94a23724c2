"""Charts of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from training.common.charts import draw_confusion
from training.evaluation.metrics import MODEL

_DPI = 110
_FOUND_COLOUR, _CORRECT_COLOUR, _REFERENCE_COLOUR = "#7f8fa6", "#1f6feb", "#9a9a9a"
_PALETTE = ("#1f6feb", "#e08a1e", "#2a9d63", "#8e5bd0")

Numbers = Mapping[str, Any]


def write_charts(report: Numbers, folder: Path) -> list[str]:
    """Write the report's charts and return their file names.

    Args:
        report: The contents of ``report.json``.
        folder: The folder to write to.
    """
    mpl.use("Agg")
    sets: Numbers = report["data_sets"]
    rendered = {name: numbers for name, numbers in sets.items() if "tones" in numbers}
    figures = {
        "confusion.png": _confusions(report),
        "calibration.png": _calibration(sets),
        "rejection.png": _rejection(sets, report["model"]["reject_threshold"]),
    }
    if rendered:
        figures["tones.png"] = _tones(rendered)
        figures["angles.png"] = _angles(rendered)
    for name, figure in figures.items():
        figure.savefig(folder / name, dpi=_DPI)
    return list(figures)


def _confusions(report: Numbers) -> Figure:
    """Confusion matrices of the whole app; hands that were not detected count as predicted "none"."""
    labels = report["model"]["labels"]
    matrices = {f"{name}, end to end": s["readers"][MODEL]["confusion"] for name, s in report["data_sets"].items()}
    held_out = report["held_out"].get("confusion")
    if held_out:
        matrices["held-out hands (chose the model)"] = held_out
    figure = Figure(figsize=(4.8 * len(matrices), 5.0), layout="constrained")
    for axis, (title, matrix) in zip(_axes(figure, len(matrices)), matrices.items(), strict=True):
        draw_confusion(axis, np.array(matrix), labels, title)
    return figure


def _calibration(sets: Numbers) -> Figure:
    """Reliability diagrams with histograms of the confidence."""
    figure = Figure(figsize=(4.4 * len(sets), 4.8), layout="constrained")
    grid = figure.subplots(2, len(sets), squeeze=False, height_ratios=(3, 1), sharex=True)
    for (name, numbers), upper, lower in zip(sets.items(), grid[0], grid[1], strict=True):
        calibration = numbers["calibration"]
        bins: Sequence[Numbers] = calibration["bins"]
        middles = [(b["low"] + b["high"]) / 2 for b in bins]
        widths = [b["high"] - b["low"] for b in bins]
        upper.bar(middles, [b["right"] for b in bins], widths, color=_CORRECT_COLOUR, alpha=0.75, edgecolor="white")
        upper.plot([0, 1], [0, 1], color=_REFERENCE_COLOUR, linestyle="--", label="as sure as right")
        upper.plot(
            [b["confidence"] for b in bins], [b["right"] for b in bins], ".", color="black", label="mean of a bin"
        )
        ece = calibration["ece"]
        upper.set_title(f"{name}: {calibration['hands']} found hands" + (f", ECE {ece:.3f}" if bins else ""))
        upper.set_ylabel("share right")
        upper.set_ylim(0, 1.02)
        lower.bar(middles, [b["count"] for b in bins], widths, color=_FOUND_COLOUR, edgecolor="white")
        lower.set_yscale("log")
        lower.set_xlabel("confidence")
        lower.set_ylabel("hands")
        lower.set_xlim(0, 1)
    figure.legend(*grid[0, 0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)
    return figure


def _rejection(sets: Numbers, threshold: float) -> Figure:
    """Accuracy and false accepts by threshold, and one against the other with the manifest's threshold marked."""
    figure = Figure(figsize=(9.6, 4.2), layout="constrained")
    over, against = figure.subplots(1, 2)
    for colour, (name, numbers) in zip(_PALETTE, sets.items(), strict=False):
        curve: Sequence[Numbers] = numbers["rejection"]
        thresholds = [point["threshold"] for point in curve]
        right = _series(curve, "gestures_right")
        accepted = _series(curve, "other_poses_accepted")
        over.plot(thresholds, right, color=colour, label=f"{name}: gestures right")
        over.plot(thresholds, accepted, color=colour, linestyle="--", label=f"{name}: others accepted")
        against.plot(accepted, right, color=colour, label=name)
        here = int(np.argmin([abs(t - threshold) for t in thresholds]))
        against.plot(accepted[here], right[here], "o", color=colour)
    over.axvline(threshold, color=_REFERENCE_COLOUR, linestyle=":", label="manifest's threshold")
    over.set(xlabel="reject threshold", ylabel="share of images", xlim=(0, 1), ylim=(-0.01, 1.02))
    over.legend(frameon=False, fontsize="small", loc="center left")
    against.set(xlabel="other poses accepted as a gesture", ylabel="gestures accepted and right")
    against.set_xlim(left=-0.004)
    against.set_title("dots: the manifest's threshold", fontsize="medium")
    against.legend(frameon=False, loc="lower right")
    return figure


def _tones(sets: Numbers) -> Figure:
    figure = Figure(figsize=(8.4, 3.6 * len(sets)), layout="constrained")
    for axis, (name, numbers) in zip(_axes(figure, len(sets), rows=True), sets.items(), strict=True):
        _shares(axis, numbers["tones"]["tones"])
        axis.set_xlabel("skin tone on the Monk scale, light to dark")
        axis.set_title(name)
    return figure


def _angles(sets: Numbers) -> Figure:
    kinds = list(next(iter(sets.values()))["angles"])
    figure = Figure(figsize=(3.6 * len(kinds), 3.8 * len(sets)), layout="constrained")
    grid = figure.subplots(len(sets), len(kinds), squeeze=False, sharey=True)
    for row, (name, numbers) in zip(grid, sets.items(), strict=True):
        for axis, kind in zip(row, kinds, strict=True):
            _shares(axis, numbers["angles"][kind], legend=kind == kinds[0])
            axis.set_xlabel(kind if kind == "face" else f"{kind}, degrees")
            axis.set_ylabel(axis.get_ylabel() if kind == kinds[0] else "")
        row[0].set_title(name, loc="left")
    return figure


def _shares(axis: Any, parts: Numbers, *, legend: bool = True) -> None:
    """Detected and correct gestures by subset, with 95 % intervals and counts."""
    for offset, key, colour, label in (
        (-0.12, "gestures_found", _FOUND_COLOUR, "hand found"),
        (0.12, "gestures_right", _CORRECT_COLOUR, "gesture right"),
    ):
        known = [(x, part[key]) for x, part in enumerate(parts.values()) if part[key]["total"]]
        shares = np.array([numbers["share"] for _, numbers in known])
        reach = np.array([[n["share"] - n["low"], n["high"] - n["share"]] for _, n in known]).reshape(-1, 2).T
        positions = [x + offset for x, _ in known]
        axis.errorbar(positions, shares, np.maximum(reach, 0), fmt="o", capsize=3, color=colour, label=label)
    totals = [part["gestures_right"]["total"] for part in parts.values()]
    ticks = [f"{name}\nn={total}" for name, total in zip(parts, totals, strict=True)]
    axis.set_xticks(range(len(ticks)), ticks, fontsize="small")
    axis.set_xlim(-0.5, len(ticks) - 0.5)
    axis.set_ylabel("share of gesture images")
    axis.grid(axis="y", color="#e6e6e6")
    axis.set_axisbelow(True)
    if legend:
        axis.legend(frameon=False, loc="best")


def _series(curve: Sequence[Numbers], key: str) -> list[float]:
    """Values along the curve; NaN where there are no images."""
    return [np.nan if point[key] is None else point[key] for point in curve]


def _axes(figure: Figure, count: int, *, rows: bool = False) -> list[Any]:
    grid = figure.subplots(*((count, 1) if rows else (1, count)), squeeze=False)
    return list(grid.flat)
