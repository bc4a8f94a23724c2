"""The report about a run on pictures: how right its network is on a part of the data, and where it errs."""

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

from training.common.charts import Tile, confusion_figure, picture_sheet, write_figure
from training.common.errors import TrainingDataError
from training.images.answers import Answers, by_group, probabilities_of
from training.images.data import Division, ImageSet, find_pictures, read_division
from training.images.evaluation_text import report_text
from training.images.loading import load_pixels
from training.images.recipe import ImageRecipe
from training.images.run_folder import Run, read_run

EVALUATION_FOLDER = "evaluation"
TEST = "test"
PARTS = ("test", "validation", "train", "all")
"""What a run can be judged on. ``"all"`` is every picture of a folder, for data that the run has not seen."""

_SHOWN_MISTAKES = 40
_SHOWN_PREDICTIONS = 10
_BATCH = 64


def evaluate_run(run_folder: Path, data: Path, console: Console, part: str = TEST) -> dict[str, Any]:
    """Judge a run, write the report into its folder, and print it.

    The report of the test part goes into ``evaluation/``, that of another part into a folder of its name in there:
    ``report.md``, ``report.json``, confusion matrices (CSV and PNG), the surest mistakes and ten predictions drawn by
    the run's seed.

    Args:
        run_folder: Of the run.
        data: Folder or CSV of pictures, divided as for training.
        console: Told about progress, and the report.
        part: One of :data:`PARTS`.

    Returns:
        What ``report.json`` holds.

    Raises:
        GestureAppError: If there is no such run, data or part.
    """
    run = read_run(run_folder)
    division = read_division(data, _recipe_for(run, data, part), console)
    pictures = part_of(division, part, data)
    pixels = load_pixels(pictures, run.recipe.input, console=console)
    outputs = run.load_model().predict(pixels, batch_size=_BATCH, verbose=0)
    places = np.array([run.labels.index(label) for label in division.labels], dtype=np.int64)
    answers = Answers(run.labels, places[pictures.labels], probabilities_of(outputs, run.recipe.network))
    folder = run_folder / EVALUATION_FOLDER / ("" if part == TEST else part)
    report = {
        "run": f"{run.recipe.name}/{run.variant}",
        "part": part,
        "data": {"name": data.resolve().name, "fingerprint": division.fingerprint, "skipped": len(division.skipped)},
        "same_data": division.fingerprint == run.data_fingerprint,
        "weights": run.weights,
        **answers.figures(),
        "by_group": by_group(answers, pictures.groups),
        "surest_mistakes": _mistakes(answers, pictures),
    }
    write_evaluation(report, answers, pixels, folder, seed=run.recipe.seed)
    console.print(report_text(report, answers.table(), figures=False), markup=False, highlight=False, soft_wrap=True)
    console.print(f"Wrote {folder / 'report.md'}", markup=False, soft_wrap=True)
    return report


def _recipe_for(run: Run, data: Path, part: str) -> ImageRecipe:
    """The run's recipe, held to those of its labels that the data have: other data may lack some, or have more."""
    there = frozenset[str]().union(*find_pictures(data).classes.values())
    labels = tuple(label for label in run.labels if label in there)
    if len(labels) < 2:
        hint = f"It knows {', '.join(run.labels)}. Names must be the same, capitals included."
        raise TrainingDataError(f"{data} has fewer than two of the classes that the run knows.", hint=hint)
    limit = 0 if part == "all" else run.recipe.data.limit_per_label
    return replace(run.recipe, data=replace(run.recipe.data, labels=labels, limit_per_label=limit))


def part_of(division: Division, part: str, data: Path) -> ImageSet:
    """A part of the data.

    Raises:
        TrainingDataError: If the data has no such part, or it is empty.
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


def _mistakes(answers: Answers, pictures: ImageSet) -> list[dict[str, Any]]:
    return [
        {
            "picture": picture_name(pictures, i),
            "shown": answers.labels[answers.truth[i]],
            "answered": answers.labels[answers.predicted[i]],
            "confidence": round(float(answers.confidence[i]), 4),
        }
        for i in answers.mistakes()[:_SHOWN_MISTAKES].tolist()
    ]


def picture_name(pictures: ImageSet, index: int) -> str:
    """A file's name with the folder it is in; of pictures from a table the number of the row, from 1."""
    return "/".join(pictures.files[index].parts[-2:]) if pictures.files else f"row {index + 1}"


def write_evaluation(
    report: Mapping[str, Any], answers: Answers, pixels: npt.NDArray[np.uint8], folder: Path, *, seed: int
) -> None:
    """Write the report with its tables and figures.

    Args:
        report: What ``report.json`` is to hold.
        answers: What it was made from.
        pixels: ``(n, size, size, 3)`` uint8 RGB, the pictures as the network saw them.
        folder: Where to; made if need be.
        seed: Draws the ten pictures that are shown with their answers.
    """
    folder.mkdir(parents=True, exist_ok=True)
    title = f"{report['run']}, {report['part']}: {len(answers.truth)} pictures"
    matrix = answers.confusion
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    for name, values, told in (
        ("confusion-counts", matrix, "how many were answered with what"),
        ("confusion-shares", shares.round(4), "% of what is shown"),
    ):
        as_shares = values is not matrix
        figure = confusion_figure(matrix, answers.labels, f"{title}\n{told}", as_shares=as_shares)
        write_figure(figure, folder / f"{name}.png")
        (folder / f"{name}.csv").write_text(_matrix_csv(values, answers.labels), encoding="utf-8")
    mistakes = answers.mistakes()
    shown = mistakes[:_SHOWN_MISTAKES]
    told = f"{title}\n{len(shown)} of {len(mistakes)} mistakes, the surest first"
    write_figure(picture_sheet(_tiles(answers, pixels, shown), told), folder / "mistakes.png")
    count = min(_SHOWN_PREDICTIONS, len(answers.truth))
    drawn = np.sort(np.random.default_rng(seed).choice(len(answers.truth), count, replace=False))
    sheet = picture_sheet(_tiles(answers, pixels, drawn), f"{title}\n{count} drawn by chance", columns=5)
    write_figure(sheet, folder / "predictions.png")
    (folder / "report.json").write_text(json.dumps(report, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    (folder / "report.md").write_text(report_text(report, answers.table()), encoding="utf-8")


def _tiles(answers: Answers, pixels: npt.NDArray[np.uint8], indices: npt.NDArray[np.int64]) -> list[Tile]:
    labels, predicted, confidence = answers.labels, answers.predicted, answers.confidence
    return [
        Tile(pixels[i], labels[answers.truth[i]], labels[predicted[i]], float(confidence[i])) for i in indices.tolist()
    ]


def _matrix_csv(matrix: npt.NDArray[Any], labels: Sequence[str]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["shown \\ answered", *labels])
    writer.writerows([label, *row] for label, row in zip(labels, matrix.tolist(), strict=True))
    return stream.getvalue()
