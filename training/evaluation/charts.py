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
        "questions.png": _questions(sets),
        "rejection.png": _rejection(sets, report["model"]["thresholds"]),
    }
    if rendered:
        figures["tones.png"] = _tones(rendered)
    turned = {name: numbers for name, numbers in rendered.items() if numbers["angles"]}
    if turned:
        figures["angles.png"] = _angles(turned)
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
    """Reliability diagrams of the answers with histograms of the confidence."""
    figure = Figure(figsize=(4.4 * len(sets), 4.8), layout="constrained")
    grid = figure.subplots(2, len(sets), squeeze=False, height_ratios=(3, 1), sharex=True)
    for (name, numbers), upper, lower in zip(sets.items(), grid[0], grid[1], strict=True):
        _reliability(upper, numbers["calibration"], name)
        bins: Sequence[Numbers] = numbers["calibration"]["bins"]
        middles, widths = _middles(bins), [b["high"] - b["low"] for b in bins]
        lower.bar(middles, [b["count"] for b in bins], widths, color=_FOUND_COLOUR, edgecolor="white")
        lower.set_yscale("log")
        lower.set_xlabel("confidence")
        lower.set_ylabel("hands")
        lower.set_xlim(0, 1)
    figure.legend(*grid[0, 0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)
    return figure


def _questions(sets: Numbers) -> Figure:
    """Reliability diagrams of both questions apart: which gesture, given that one is meant, and whether one is."""
    figure = Figure(figsize=(4.4 * len(sets), 7.2), layout="constrained")
    grid = figure.subplots(2, len(sets), squeeze=False, sharex=True)
    for (name, numbers), upper, lower in zip(sets.items(), grid[0], grid[1], strict=True):
        _reliability(upper, numbers["throws"], f"{name}, which gesture")
        _reliability(lower, numbers["intent"], f"{name}, whether one is meant")
        lower.set_ylabel("share that shows a gesture")
        lower.set_xlabel("probability")
        lower.set_xlim(0, 1)
    return figure


def _reliability(axis: Any, calibration: Numbers, title: str) -> None:
    """One reliability diagram: share right by confidence."""
    bins: Sequence[Numbers] = calibration["bins"]
    widths = [b["high"] - b["low"] for b in bins]
    axis.bar(_middles(bins), [b["right"] for b in bins], widths, color=_CORRECT_COLOUR, alpha=0.75, edgecolor="white")
    axis.plot([0, 1], [0, 1], color=_REFERENCE_COLOUR, linestyle="--", label="as sure as right")
    axis.plot([b["confidence"] for b in bins], [b["right"] for b in bins], ".", color="black", label="mean of a bin")
    ece = calibration["ece"]
    told = "" if ece is None else f", ECE {ece:.3f}"
    axis.set_title(f"{title}: {calibration['hands']} found hands{told}", fontsize="small")
    axis.set_ylabel("share right")
    axis.set_ylim(0, 1.02)


def _middles(bins: Sequence[Numbers]) -> list[float]:
    return [(b["low"] + b["high"]) / 2 for b in bins]


_ACCEPTED = {
    "other_poses_accepted": ("--", "other poses accepted"),
    "natural_hands_accepted": (":", "natural hands accepted"),
}
"""Line style and name of the curves of images without a gesture."""


def _rejection(sets: Numbers, thresholds: Numbers) -> Figure:
    """Accuracy and false accepts by threshold, and one against the other with the manifest's thresholds marked."""
    figure = Figure(figsize=(10.4, 5.6), layout="constrained")
    over, against = figure.subplots(1, 2)
    colours = dict(zip(sets, _PALETTE, strict=False))
    curves: dict[str, Sequence[Numbers]] = {name: sets[name]["rejection"] for name in colours}
    for name, curve in curves.items():
        steps = [point["threshold"] for point in curve]
        for key, (style, words) in {"gestures_right": ("-", "gestures right"), **_ACCEPTED}.items():
            if curve[0][key] is not None:
                over.plot(steps, _series(curve, key), color=colours[name], linestyle=style, label=f"{name}: {words}")
    for name, curve in curves.items():
        if curve[0]["gestures_right"] is None:
            continue
        for other, refused in curves.items():
            for key, (style, words) in _ACCEPTED.items():
                # A set without gestures is compared with every set of gestures.
                if refused[0][key] is None or (other != name and refused[0]["gestures_right"] is not None):
                    continue
                accepted, right = _series(refused, key), _series(curve, "gestures_right")
                label = f"{name} against {words.removesuffix(' accepted')}" + (f" of {other}" if other != name else "")
                against.plot(accepted, right, color=colours[name], linestyle=style, label=label)
                here = [_nearest(curve, threshold) for threshold in thresholds.values()]
                against.plot([accepted[i] for i in here], [right[i] for i in here], "o", color=colours[name])
    for number, (sensitivity, threshold) in enumerate(thresholds.items()):
        over.axvline(threshold, color=_REFERENCE_COLOUR, linestyle=(number, (1, 2)))
        over.text(threshold, 0.02, sensitivity, rotation=90, fontsize="small", color=_REFERENCE_COLOUR, ha="right")
    over.set(xlabel="threshold", ylabel="share of images", xlim=(0, 1), ylim=(-0.01, 1.02))
    over.legend(frameon=False, fontsize="small", loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=2)
    against.set(xlabel="accepted as a gesture", ylabel="gestures accepted and right")
    against.set_xlim(left=-0.004)
    against.set_title("dots: the manifest's thresholds", fontsize="medium")
    if against.lines:
        against.legend(frameon=False, fontsize="small", loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=2)
    return figure


def _nearest(curve: Sequence[Numbers], threshold: float) -> int:
    return int(np.argmin([abs(point["threshold"] - threshold) for point in curve]))


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
