"""Evaluation of a run on images: metrics and errors on a split of the data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.console import Console

from training.common.charts import Tile, confusion_figure, image_sheet, write_figure
from training.common.errors import TrainingDataError
from training.images.data import DatasetSplit, ImageSet, find_images, read_dataset
from training.images.evaluation_text import report_text
from training.images.loading import load_pixels
from training.images.predictions import Predictions, by_group, to_probabilities
from training.images.recipe import ImageRecipe
from training.images.run_folder import Run, read_run

EVALUATION_FOLDER = "evaluation"
TEST = "test"
SPLITS = ("test", "validation", "train", "all")
"""Splits for evaluation. ``"all"`` is every image of a folder, for data that the run has not seen."""

_SHOWN_MISTAKES = 40
_SHOWN_PREDICTIONS = 10
_BATCH = 64


def evaluate_run(run_folder: Path, data: Path, console: Console, part: str = TEST) -> dict[str, Any]:
    """Evaluate a run, write the report into its folder, and print it.

    The report of the test split is in ``evaluation/``, that of another split in a subfolder of its name: ``report.md``,
    ``report.json``, confusion matrices (CSV and PNG), the most confident errors, and ten random predictions.

    Args:
        run_folder: Folder of the run.
        data: Folder or CSV of images, split as for training.
        console: Shows progress and the report.
        part: One of :data:`SPLITS`.

    Returns:
        Content of ``report.json``.

    Raises:
        GestureAppError: If there is no such run, data or part.
    """
    run = read_run(run_folder)
    division = read_dataset(data, _recipe_for(run, data, part), console)
    images = part_of(division, part, data)
    pixels = load_pixels(images, run.recipe.input, console=console)
    outputs = run.load_model().predict(pixels, batch_size=_BATCH, verbose=0)
    places = np.array([run.labels.index(label) for label in division.labels], dtype=np.int64)
    predictions = Predictions(run.labels, places[images.labels], to_probabilities(outputs, run.recipe.network))
    folder = run_folder / EVALUATION_FOLDER / ("" if part == TEST else part)
    report = {
        "run": f"{run.recipe.name}/{run.variant}",
        "part": part,
        "data": {"name": data.resolve().name, "fingerprint": division.fingerprint, "skipped": len(division.skipped)},
        "same_data": division.fingerprint == run.data_fingerprint,
        "weights": run.weights,
        **predictions.figures(),
        "by_group": by_group(predictions, images.groups),
        "surest_mistakes": _mistakes(predictions, images),
    }
    write_evaluation(report, predictions, pixels, folder, seed=run.recipe.seed)
    console.print(
        report_text(report, predictions.table(), figures=False), markup=False, highlight=False, soft_wrap=True
    )
    console.print(f"Wrote {folder / 'report.md'}", markup=False, soft_wrap=True)
    return report


def _recipe_for(run: Run, data: Path, part: str) -> ImageRecipe:
    """The run's recipe, limited to its labels that the data have: other data may have fewer, or more."""
    there = frozenset[str]().union(*find_images(data).classes.values())
    labels = tuple(label for label in run.labels if label in there)
    if len(labels) < 2:
        hint = f"It knows {', '.join(run.labels)}. Names must be the same, capitals included."
        raise TrainingDataError(f"{data} has fewer than two of the classes that the run knows.", hint=hint)
    limit = 0 if part == "all" else run.recipe.data.limit_per_label
    return replace(run.recipe, data=replace(run.recipe.data, labels=labels, limit_per_label=limit))


def part_of(division: DatasetSplit, part: str, data: Path) -> ImageSet:
    """Images of a split.

    Raises:
        TrainingDataError: If there is no such split, or it is empty.
    """
    if part == "all":
        return _joined([one for one in (division.train, division.validation, division.test) if one is not None])
    found: ImageSet | None = getattr(division, part)
    if found is None or not len(found):
        hint = (
            "Choose another with --split: all for data that the run has not seen, or validation, which flatters, for "
            "it chose the epoch. Or add a test folder beside the train folder, or set data.test_share, and train again."
        )
        raise TrainingDataError(f"{data} has no {part} part.", hint=hint)
    return found


def _joined(parts: Sequence[ImageSet]) -> ImageSet:
    pixels = [part.pixels for part in parts if part.pixels is not None]
    return ImageSet(
        files=tuple(file for part in parts for file in part.files),
        pixels=np.concatenate(pixels) if pixels else None,
        labels=np.concatenate([part.labels for part in parts]),
        groups=tuple(group for part in parts for group in part.groups),
    )


def _mistakes(predictions: Predictions, images: ImageSet) -> list[dict[str, Any]]:
    return [
        {
            "picture": image_name(images, i),
            "shown": predictions.labels[predictions.truth[i]],
            "answered": predictions.labels[predictions.predicted[i]],
            "confidence": round(float(predictions.confidence[i]), 4),
        }
        for i in predictions.mistakes()[:_SHOWN_MISTAKES].tolist()
    ]


def image_name(images: ImageSet, index: int) -> str:
    """Name of a file with its folder; of a table's image the number of its row, from 1."""
    return "/".join(images.files[index].parts[-2:]) if images.files else f"row {index + 1}"


def write_evaluation(
    report: Mapping[str, Any], predictions: Predictions, pixels: npt.NDArray[np.uint8], folder: Path, *, seed: int
) -> None:
    """Write the report with its tables and figures.

    Args:
        report: Content of ``report.json``.
        predictions: The predictions.
        pixels: ``(n, size, size, 3)`` uint8 RGB, the network's inputs.
        folder: Folder of the report; created if missing.
        seed: Seed of the ten random predictions.
    """
    folder.mkdir(parents=True, exist_ok=True)
    title = f"{report['run']}, {report['part']}: {len(predictions.truth)} images"
    matrix = predictions.confusion
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    for name, values, told in (
        ("confusion-counts", matrix, "how many were answered with what"),
        ("confusion-shares", shares.round(4), "% of what is shown"),
    ):
        as_shares = values is not matrix
        figure = confusion_figure(matrix, predictions.labels, f"{title}\n{told}", as_shares=as_shares)
        write_figure(figure, folder / f"{name}.png")
        (folder / f"{name}.csv").write_text(_matrix_csv(values, predictions.labels), encoding="utf-8")
    mistakes = predictions.mistakes()
    shown = mistakes[:_SHOWN_MISTAKES]
    told = f"{title}\n{len(shown)} of {len(mistakes)} mistakes, the surest first"
    write_figure(image_sheet(_tiles(predictions, pixels, shown), told), folder / "mistakes.png")
    count = min(_SHOWN_PREDICTIONS, len(predictions.truth))
    drawn = np.sort(np.random.default_rng(seed).choice(len(predictions.truth), count, replace=False))
    sheet = image_sheet(_tiles(predictions, pixels, drawn), f"{title}\n{count} drawn by chance", columns=5)
    write_figure(sheet, folder / "predictions.png")
    (folder / "report.json").write_text(json.dumps(report, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    (folder / "report.md").write_text(report_text(report, predictions.table()), encoding="utf-8")


def _tiles(predictions: Predictions, pixels: npt.NDArray[np.uint8], indices: npt.NDArray[np.int64]) -> list[Tile]:
    labels, truth = predictions.labels, predictions.truth
    predicted, confidence = predictions.predicted, predictions.confidence
    return [Tile(pixels[i], labels[truth[i]], labels[predicted[i]], float(confidence[i])) for i in indices.tolist()]


def _matrix_csv(matrix: npt.NDArray[Any], labels: Sequence[str]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["shown \\ answered", *labels])
    writer.writerows([label, *row] for label, row in zip(labels, matrix.tolist(), strict=True))
    return stream.getvalue()
