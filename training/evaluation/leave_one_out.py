"""How much a recipe leans on knowing a collection: it is trained without one, and asked about that one."""

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
from gesture_app.storage.atomic import write_atomically
from training.common.metrics import Calibration, Share, decide, label_scores, macro_f1, softmax
from training.evaluation.metrics import proportion_metrics
from training.hands.data.dataset import HandSample, LabelledImage, data_fingerprint
from training.hands.data.splits import Split, split_examples
from training.hands.recipe import HandRecipe


@dataclass(frozen=True)
class Fold:
    """What a model that never saw a source says about its hands.

    Attributes:
        logits: ``(n, labels)`` for the source's hands, in order.
        calibration: Fitted on the hands held out in that training, the source's not among them.
    """

    logits: Float32Array
    calibration: Calibration

    def answers(self, labels: GestureSet) -> list[str]:
        """What each hand is taken for."""
        probabilities = softmax(self.logits, self.calibration.temperature)
        return [labels.labels[index] for index in decide(probabilities, labels, self.calibration.reject_threshold)]


TrainWithout = Callable[[str], Fold]


def shortened(recipe: HandRecipe, epochs: int, hands_per_epoch: int) -> HandRecipe:
    """The recipe on fewer hands: a fold need not be as good as the shipped model."""
    return dataclasses.replace(
        recipe,
        landmark_pretraining=dataclasses.replace(recipe.landmark_pretraining, hands_per_epoch=hands_per_epoch),
        head=dataclasses.replace(recipe.head, hands=hands_per_epoch),
        fine_tune=dataclasses.replace(
            recipe.fine_tune, epochs=epochs, hands_per_epoch=hands_per_epoch, swa_epochs=0, soup_runs=1
        ),
    )


def left_out_sources(examples: Sequence[HandSample]) -> list[str]:
    """The real sources that show at least one gesture."""
    return sorted({example.source for example in examples if not example.is_rendered and example.label != NONE})


def hands_of(examples: Sequence[HandSample], source: str, recipe: HandRecipe) -> list[HandSample]:
    """The source's hands whose labels the recipe knows, as they were taken."""
    return [
        example
        for example in examples
        if example.source == source and example.label in recipe.labels.labels and not example.fingers_warped
    ]


def split_without(examples: Sequence[HandSample], source: str, recipe: HandRecipe) -> Split:
    """The recipe's split of all other sources: the one left out chooses neither checkpoint nor calibration."""
    return split_examples([example for example in examples if example.source != source], recipe)


def training_without(
    examples: Sequence[HandSample], recipe: HandRecipe, weights: str | Path | None, out: Path, console: Console
) -> TrainWithout:
    """A function that trains by the recipe without one source.

    Args:
        examples: All training hands.
        recipe: How to train.
        weights: Starting weights, as for :func:`training.hands.model.build_backbone`.
        out: Folder for the folds' checkpoints.
        console: Told about progress.
    """
    import keras

    from training.hands.data.batches import exact_inputs
    from training.hands.phases import fit, predict
    from training.hands.validation import calibrate_on

    def train_without(source: str) -> Fold:
        keras.utils.clear_session()  # else every fold's graph stays in memory
        split = split_without(examples, source, recipe)
        folder = out / source
        folder.mkdir(parents=True, exist_ok=True)
        model = fit(split, recipe, weights, folder, console).model
        calibration = calibrate_on(split.held_out, model, recipe).calibration
        return Fold(predict(model, exact_inputs(hands_of(examples, source, recipe), recipe)), calibration)

    return train_without


def leave_one_out(
    examples: Sequence[HandSample],
    pictures: Sequence[LabelledImage],
    recipe: HandRecipe,
    train_without: TrainWithout,
    out: Path,
    console: Console,
) -> dict[str, dict[str, Any]]:
    """The figures of each source under a model that never saw it; hands that were not found count as wrong.

    Each fold's answers are kept, so a run that was stopped goes on where it was.

    Args:
        examples: All training hands.
        pictures: All training pictures, to know how many hands were not found.
        recipe: What the folds are trained by.
        train_without: Trains a fold.
        out: Folder for the folds' answers.
        console: Told about progress.
    """
    made_by = _fingerprint(examples, recipe)
    figures = {}
    sources = left_out_sources(examples)
    for number, source in enumerate(sources, start=1):
        kept = out / f"{source}.json"
        answers = _kept_answers(kept, made_by)
        if answers is None:
            console.print(f"Fold {number} of {len(sources)}: training without {source}", markup=False)
            fold = train_without(source)
            answers = fold.answers(recipe.labels)
            _keep(kept, made_by, answers)
        truth = [example.label for example in hands_of(examples, source, recipe)]
        missed = _missed(truth, [picture for picture in pictures if picture.source == source], recipe)
        figures[source] = _figures(truth, answers, missed, recipe)
    return figures


def _figures(truth: list[str], answers: list[str], missed: list[str], recipe: HandRecipe) -> dict[str, Any]:
    every_truth, every_answer = truth + missed, answers + [NONE] * len(missed)
    by_label = label_scores(every_truth, every_answer, recipe.labels)
    gestures = [by_label[label] for label in recipe.labels.gestures]
    none = by_label[NONE]
    return {
        "pictures": len(every_truth),
        "no_hand": len(missed),
        "macro_f1": macro_f1(every_truth, every_answer, recipe.labels),
        "gestures_right": proportion_metrics(Share(sum(s.right for s in gestures), sum(s.shown for s in gestures))),
        "none_right": proportion_metrics(Share(none.right, none.shown)),
        "recall": {label: score.recall for label, score in by_label.items() if score.shown},
    }


def _missed(found: Sequence[str], pictures: Sequence[LabelledImage], recipe: HandRecipe) -> list[str]:
    """The labels of the pictures in which no hand was found."""
    all_labels = Counter(picture.label for picture in pictures if picture.label in recipe.labels.labels)
    return sorted((all_labels - Counter(found)).elements())


def _fingerprint(examples: Sequence[HandSample], recipe: HandRecipe) -> str:
    return hashlib.sha256(f"{recipe!r} {data_fingerprint(examples)}".encode()).hexdigest()[:16]


def _kept_answers(file: Path, made_by: str) -> list[str] | None:
    """The answers of an earlier run of the same recipe on the same hands."""
    if not file.is_file():
        return None
    content = json.loads(file.read_text(encoding="utf-8"))
    return list(content["answers"]) if content["made_by"] == made_by else None


def _keep(file: Path, made_by: str, answers: Sequence[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps({"made_by": made_by, "answers": list(answers)}).encode())
