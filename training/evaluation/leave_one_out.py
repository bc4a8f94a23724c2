"""Leave-one-source-out cross-validation of a recipe."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.models.calibration import Calibration
from gesture_app.storage.atomic import write_atomically
from training.common.metrics import Proportion, label_scores, macro_f1
from training.evaluation.metrics import proportion_metrics
from training.hands.data.dataset import HandSample, LabelledImage, data_fingerprint
from training.hands.data.splits import Split, split_samples_by_group
from training.hands.recipe import HandRecipe


@dataclass(frozen=True)
class Fold:
    """Predictions for the hands of a source by a model trained without it.

    Attributes:
        logits: ``(n, labels)`` for the hands of the source.
        calibration: Fitted on the validation split, which does not contain the source.
    """

    logits: Float32Array
    calibration: Calibration

    def predicted_labels(self, labels: GestureSet) -> list[str]:
        """The predicted label of each hand."""
        probabilities = self.calibration.probabilities(self.logits, labels.none_index)
        return [labels.labels[index] for index in self.calibration.decide(probabilities, labels.none_index)]


FoldTrainer = Callable[[str], Fold]


def shortened(recipe: HandRecipe, epochs: int, hands_per_epoch: int) -> HandRecipe:
    """The recipe with less training: a fold need not be as accurate as the shipped model."""
    return dataclasses.replace(
        recipe,
        landmark_pretraining=dataclasses.replace(recipe.landmark_pretraining, hands_per_epoch=hands_per_epoch),
        head=dataclasses.replace(recipe.head, hands=hands_per_epoch),
        fine_tune=dataclasses.replace(
            recipe.fine_tune, epochs=epochs, hands_per_epoch=hands_per_epoch, swa_epochs=0, soup_runs=1
        ),
    )


def left_out_sources(samples: Sequence[HandSample]) -> list[str]:
    """The photo sources that show at least one gesture."""
    return sorted({sample.source for sample in samples if not sample.is_rendered and sample.label != NONE})


def samples_of(samples: Sequence[HandSample], source: str, recipe: HandRecipe) -> list[HandSample]:
    """Unwarped hands of a source whose labels the recipe knows."""
    return [
        sample
        for sample in samples
        if sample.source == source and sample.label in recipe.labels.labels and not sample.fingers_warped
    ]


def split_without(samples: Sequence[HandSample], source: str, recipe: HandRecipe) -> Split:
    """Train and validation split of all other sources."""
    return split_samples_by_group([sample for sample in samples if sample.source != source], recipe)


def fold_trainer(
    samples: Sequence[HandSample], recipe: HandRecipe, weights: str | Path | None, out: Path, console: Console
) -> FoldTrainer:
    """A function that trains a recipe without one source.

    Args:
        samples: All training samples.
        recipe: The recipe.
        weights: Starting weights, as for :func:`training.hands.model.build_backbone`.
        out: Folder for checkpoints of the folds.
        console: For progress.
    """
    import keras

    from training.hands.data.batches import exact_inputs
    from training.hands.phases import fit, predict
    from training.hands.validation import calibrate_on

    def train_without(source: str) -> Fold:
        keras.utils.clear_session()  # else the graphs of all folds stay in memory
        split = split_without(samples, source, recipe)
        folder = out / source
        folder.mkdir(parents=True, exist_ok=True)
        model = fit(split, recipe, weights, folder, console).model
        calibration = calibrate_on(split.validation, model, recipe).calibration
        return Fold(predict(model, exact_inputs(samples_of(samples, source, recipe), recipe)), calibration)

    return train_without


def leave_one_out(
    samples: Sequence[HandSample],
    images: Sequence[LabelledImage],
    recipe: HandRecipe,
    train_without: FoldTrainer,
    out: Path,
    console: Console,
) -> dict[str, dict[str, Any]]:
    """Metrics of each source with a model trained without it; undetected hands count as errors.

    Predictions of each fold are saved, so a stopped run resumes.

    Args:
        samples: All training samples.
        images: All training images, to count undetected hands.
        recipe: Recipe of the folds.
        train_without: Trains a fold.
        out: Folder for the predictions of the folds.
        console: For progress.
    """
    made_by = _fingerprint(samples, recipe)
    metrics = {}
    sources = left_out_sources(samples)
    for number, source in enumerate(sources, start=1):
        file = out / f"{source}.json"
        predicted = _load_predictions(file, made_by)
        if predicted is None:
            console.print(f"Fold {number} of {len(sources)}: training without {source}", markup=False)
            fold = train_without(source)
            predicted = fold.predicted_labels(recipe.labels)
            _save_predictions(file, made_by, predicted)
        truth = [sample.label for sample in samples_of(samples, source, recipe)]
        missed = _missed(truth, [image for image in images if image.source == source], recipe)
        metrics[source] = _metrics(truth, predicted, missed, recipe)
    return metrics


def _metrics(truth: list[str], predicted: list[str], missed: list[str], recipe: HandRecipe) -> dict[str, Any]:
    all_truth, all_predicted = truth + missed, predicted + [NONE] * len(missed)
    by_label = label_scores(all_truth, all_predicted, recipe.labels)
    gestures = [by_label[label] for label in recipe.labels.gestures]
    none = by_label[NONE]
    return {
        "pictures": len(all_truth),
        "no_hand": len(missed),
        "macro_f1": macro_f1(all_truth, all_predicted, recipe.labels),
        "gestures_right": proportion_metrics(
            Proportion(sum(s.right for s in gestures), sum(s.shown for s in gestures))
        ),
        "none_right": proportion_metrics(Proportion(none.right, none.shown)),
        "recall": {label: score.recall for label, score in by_label.items() if score.shown},
    }


def _missed(found: Sequence[str], images: Sequence[LabelledImage], recipe: HandRecipe) -> list[str]:
    """Labels of the images without a detected hand."""
    all_labels = Counter(image.label for image in images if image.label in recipe.labels.labels)
    return sorted((all_labels - Counter(found)).elements())


def _fingerprint(samples: Sequence[HandSample], recipe: HandRecipe) -> str:
    return hashlib.sha256(f"{recipe!r} {data_fingerprint(samples)}".encode()).hexdigest()[:16]


def _load_predictions(file: Path, made_by: str) -> list[str] | None:
    """Predictions of an earlier run of the same recipe on the same samples; None if there are none."""
    if not file.is_file():
        return None
    content = json.loads(file.read_text(encoding="utf-8"))
    return list(content["answers"]) if content["made_by"] == made_by else None


def _save_predictions(file: Path, made_by: str, predicted: Sequence[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps({"made_by": made_by, "answers": list(predicted)}).encode())
