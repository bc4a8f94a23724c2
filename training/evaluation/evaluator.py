"""Evaluation of a hand model end to end, with baselines, and the report in the model's folder."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.frames.gestures import NONE
from gesture_app.inference.library.manifest import Manifest
from gesture_app.inference.library.model_store import StoredModel, open_model
from training.evaluation.baselines import finger_rules, train_landmark_network
from training.evaluation.charts import write_charts
from training.evaluation.dataset_report import dataset_metrics
from training.evaluation.datasets import (
    EvaluationDataset,
    EvaluationImage,
    load_natural,
    load_photos,
    load_rendered,
)
from training.evaluation.decision import DecisionRule, thresholds_by_sensitivity
from training.evaluation.document import report_text
from training.evaluation.landmarks import leading_landmarks
from training.evaluation.latency import measure_latency
from training.evaluation.leave_one_out import fold_trainer, leave_one_out, shortened
from training.evaluation.metrics import FINGER_RULES, LANDMARK_NETWORK, MODEL, EvaluatedDataset, Metrics
from training.evaluation.misclassified import misclassified_images, write_contact_sheets
from training.evaluation.options import EvaluationOptions, TrainingOptions
from training.evaluation.replay import ImagePrediction, predictions_from_records, replay
from training.hands.data.dataset import HandSample, LabelledImage, list_images
from training.hands.data.sources import data_folders, read_samples
from training.hands.data.splits import split_samples_by_group
from training.hands.recipe import HandRecipe, read_recipe

REPORT_FOLDER = "report"
_LANDMARK_SHEET = "mistakes.png"
_PHOTO_SHEET = "mistakes-photos.png"


@dataclass(frozen=True)
class TrainingData:
    """Training data of the landmark network and the folds."""

    recipe: HandRecipe
    samples: list[HandSample]
    images: list[LabelledImage]


class LandmarkClassifier(Protocol):
    """A classifier of landmarks."""

    def predict(self, landmarks_px: Sequence[Float32Array]) -> list[str]:
        """The label of each ``(21, 3)`` landmark array."""
        ...


def landmark_network(training: TrainingData | None, out: Path, console: Console) -> LandmarkClassifier | None:
    """Train the landmark network; None without training data."""
    if training is None:
        return None
    split = split_samples_by_group(training.samples, training.recipe)
    return train_landmark_network(split, training.recipe, out, console)


@dataclass(frozen=True)
class EvaluationSteps:
    """The slow steps of an evaluation.

    Attributes:
        replay: Runs the app with a model on a folder of images.
        find_landmarks: Finds the landmarks of the hands that determine the predictions.
        measure_latency: Measures the exported model.
        landmark_network: Trains the baseline on landmarks.
    """

    replay: Callable[[Path, Path], list[Mapping[str, Any]]] = replay
    find_landmarks: Callable[
        [Sequence[EvaluationImage], Sequence[ImagePrediction], DecisionRule, Path, Console], list[Float32Array | None]
    ] = leading_landmarks
    measure_latency: Callable[[StoredModel], Metrics] = measure_latency
    landmark_network: Callable[[TrainingData | None, Path, Console], LandmarkClassifier | None] = landmark_network


def evaluate_model(
    options: EvaluationOptions, console: Console, steps: EvaluationSteps | None = None
) -> dict[str, Any]:
    """Evaluate a hand model and write the report into its folder.

    Args:
        options: Model and datasets.
        console: For progress.
        steps: The slow steps; None for the real ones.

    Returns:
        The contents of ``report.json``.

    Raises:
        GestureAppError: If the model or a folder cannot be used.
    """
    steps = steps or EvaluationSteps()
    model = open_model(options.model)
    model.verify()
    manifest = model.manifest
    datasets = [load_photos(folder, manifest.labels, options.listing) for folder in options.photos]
    datasets += [load_natural(folder) for folder in options.natural]
    datasets += [load_rendered(folder, manifest.labels) for folder in options.rendered]
    recipe = None if options.training is None else read_recipe(options.training.recipe)
    latency = steps.measure_latency(model)
    cache, out = options.runs / "cache", options.runs / manifest.id / "evaluation"
    training = _load_training_data(options.training, recipe, cache, console)
    network = steps.landmark_network(training, out / "landmark-network", console)
    evaluated = [_evaluate_dataset(dataset, model, network, cache, console, steps) for dataset in datasets]
    report = {
        "model": {
            "id": manifest.id,
            "labels": list(manifest.labels.labels),
            "temperature": manifest.temperature,
            "reject_threshold": manifest.reject_threshold,
            "intent": None if manifest.intent is None else dataclasses.asdict(manifest.intent),
            "thresholds": thresholds_by_sensitivity(manifest),
        },
        "command": options.command,
        "data_sets": _metrics_by_name(evaluated, manifest, training),
        "held_out": dict(manifest.metrics.get("held_out", {})),
        "leave_one_out": _leave_one_out(options.training, training, out / "leave-one-out", console),
        "latency": latency,
    }
    folder = options.model / REPORT_FOLDER
    _write_report(report, folder, console)
    if options.photos or options.natural:
        _write_contact_sheets(evaluated, manifest, folder / _LANDMARK_SHEET, out / _PHOTO_SHEET, console)
    return report


def _load_training_data(
    options: TrainingOptions | None, recipe: HandRecipe | None, cache: Path, console: Console
) -> TrainingData | None:
    if options is None or recipe is None:
        return None
    folders = data_folders(options.sources, recipe, console)
    images = [image for folder in folders for image in list_images(folder)]
    return TrainingData(recipe, read_samples(folders, recipe, cache, console), images)


def _evaluate_dataset(
    dataset: EvaluationDataset,
    model: StoredModel,
    network: LandmarkClassifier | None,
    cache: Path,
    console: Console,
    steps: EvaluationSteps,
) -> EvaluatedDataset:
    """Run the app on the images, and the baselines on the hands that it found."""
    labels, rule = model.manifest.labels, DecisionRule.of(model.manifest)
    console.print(f"{dataset.name}: {len(dataset.images)} images through the app", markup=False)
    predictions = predictions_from_records(dataset, steps.replay(dataset.folder, model.folder), labels)
    landmarks = steps.find_landmarks(dataset.images, predictions, rule, cache, console)
    predicted: dict[str, Sequence[str]] = {
        MODEL: [prediction.label for prediction in predictions],
        FINGER_RULES: [NONE if points is None else finger_rules(points) for points in landmarks],
    }
    if network is not None:
        labels_of_found = iter(network.predict([points for points in landmarks if points is not None]))
        predicted[LANDMARK_NETWORK] = [NONE if points is None else next(labels_of_found) for points in landmarks]
    return EvaluatedDataset(dataset, predictions, landmarks, predicted)


def _metrics_by_name(
    evaluated: Sequence[EvaluatedDataset], manifest: Manifest, training: TrainingData | None
) -> dict[str, Metrics]:
    """Metrics by dataset name; a second dataset with the same name gets a number."""
    training_images = None if training is None else training.images
    result: dict[str, Metrics] = {}
    for one in evaluated:
        name = one.dataset.name if one.dataset.name not in result else f"{one.dataset.name}-{len(result) + 1}"
        result[name] = dataset_metrics(one, manifest, training_images)
    return result


def _leave_one_out(
    options: TrainingOptions | None, training: TrainingData | None, out: Path, console: Console
) -> Mapping[str, Any] | None:
    if options is None or training is None or options.leave_one_out is None:
        return None
    folds = options.leave_one_out
    recipe = shortened(training.recipe, folds.epochs, folds.hands_per_epoch)
    train_without = fold_trainer(training.samples, recipe, options.sources.weights, out, console)
    sources = leave_one_out(training.samples, training.images, recipe, train_without, out, console)
    return {"epochs": folds.epochs, "hands_per_epoch": folds.hands_per_epoch, "sources": sources}


def _write_report(report: Mapping[str, Any], folder: Path, console: Console) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "report.json").write_text(json.dumps(report, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    (folder / "report.md").write_text(report_text(report), encoding="utf-8")
    write_charts(report, folder)
    console.print(f"Wrote {folder / 'report.md'}", markup=False, soft_wrap=True)


def _write_contact_sheets(
    evaluated: Sequence[EvaluatedDataset], manifest: Manifest, landmarks_file: Path, photos_file: Path, console: Console
) -> None:
    images = [
        image
        for one in evaluated
        if not one.dataset.is_rendered
        for image in misclassified_images(one, DecisionRule.of(manifest))
    ]
    write_contact_sheets(images, landmarks_file, photos_file)
    console.print(f"The sheet with photos, not to be passed on: {photos_file}", markup=False, soft_wrap=True)
