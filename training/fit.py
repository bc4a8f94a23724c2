"""The two phases of training: the head on cached features, then the top of the network at a low rate."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.inference.manifest import CROP_INPUT, LANDMARK_INPUT
from training.batches import AugmentedBatches, Inputs, exact_inputs, label_indices
from training.evaluate import balanced_score
from training.model import build_backbone, build_head, join, unfreeze_from
from training.recipe import HandRecipe
from training.splits import Split

_PREDICT_BATCH = 128


@dataclass(frozen=True)
class Fitted:
    """A trained model, with the weights of its best epoch, and how it got there.

    Attributes:
        model: The Keras model.
        history: One row an epoch: phase, epoch, loss, accuracy, held_out (the score that chose the checkpoint).
    """

    model: Any
    history: list[dict[str, Any]]


@dataclass
class _Run:
    """What both phases share."""

    split: Split
    recipe: HandRecipe
    held_out: Inputs
    out: Path
    console: Console
    history: list[dict[str, Any]] = field(default_factory=list)


class KeepBest(keras.callbacks.Callback):  # type: ignore[misc]
    """Scores the model on held-out hands after every epoch, keeps the best weights, and puts them back at the end.

    The checkpoint is on disk from the start, so an interrupted run loses nothing.

    Args:
        inputs: Held-out inputs of the model that is trained.
        run: The run; its history gets one row an epoch.
        phase: Name of the phase in the history and of the checkpoint.
    """

    def __init__(self, inputs: Inputs, run: _Run, phase: str) -> None:
        super().__init__()
        self.checkpoint = run.out / f"{phase}.weights.h5"
        self._best_score = -1.0
        self._best_weights: list[Any] = []
        self._inputs = inputs
        self._run = run
        self._phase = phase
        self._truth = label_indices(run.split.held_out, run.recipe)
        self._rendered = np.array([example.is_rendered for example in run.split.held_out])

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002 (Keras' signature)
        """Score the model as it comes, so that a phase can only improve on the one before."""
        self._score(0, {})

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Score, and keep the weights if they are the best so far."""
        self._score(epoch + 1, logs or {})

    def on_train_end(self, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        """Put the best weights back."""
        self.restore_best()

    def restore_best(self) -> None:
        """Give the model the weights of its best epoch so far."""
        if self._best_weights:
            self.model.set_weights(self._best_weights)

    def _score(self, epoch: int, logs: dict[str, float]) -> None:
        predicted = predict(self.model, self._inputs).argmax(axis=1)
        score = balanced_score(predicted, self._truth, self._rendered)
        row = {"phase": self._phase, "epoch": epoch, "held_out": round(score, 4)}
        row |= {name: round(float(value), 4) for name, value in logs.items()}
        self._run.history.append(row)
        if score > self._best_score:
            self._best_score, self._best_weights = score, self.model.get_weights()
            self.model.save_weights(self.checkpoint)
        (self._run.out / "history.json").write_text(json.dumps(self._run.history, indent=1), encoding="utf-8")
        self._run.console.print("  ".join(f"{name} {value}" for name, value in row.items()))


def predict(model: Any, inputs: Inputs) -> npt.NDArray[np.float32]:
    """``(n, labels)`` float32 logits."""
    wanted = {tensor.name for tensor in model.inputs}
    logits = model.predict({k: v for k, v in inputs.items() if k in wanted}, batch_size=_PREDICT_BATCH, verbose=0)
    return np.asarray(logits, dtype=np.float32)


def fit(split: Split, recipe: HandRecipe, weights: str | Path | None, out: Path, console: Console) -> Fitted:
    """Train a model by a recipe.

    Args:
        split: What to learn from, and what to choose the checkpoint by.
        recipe: How.
        weights: Starting weights, as for :func:`training.model.build_backbone`.
        out: Folder for checkpoints and the history.
        console: Told about progress.
    """
    keras.utils.set_random_seed(recipe.seed)
    backbone = build_backbone(weights)
    backbone.trainable = False
    head = build_head(recipe, backbone.output_shape[-1])
    model = join(recipe, backbone, head)
    run = _Run(split, recipe, exact_inputs(split.held_out, recipe), out, console)
    _fit_head(backbone, head, run)
    _fine_tune(model, backbone, run)
    return Fitted(model, run.history)


def _fit_head(backbone: Any, head: Any, run: _Run) -> None:
    recipe, train = run.recipe, run.split.train
    scale = keras.layers.Rescaling(1 / 127.5, offset=-1.0)
    crops = keras.Input(run.held_out[CROP_INPUT].shape[1:], dtype="uint8")
    extractor = keras.Model(crops, backbone(scale(crops), training=False))
    passes = AugmentedBatches(train, recipe, hands_per_epoch=len(train) * recipe.head.passes, batch_size=_PREDICT_BATCH)
    cached: dict[str, list[npt.NDArray[Any]]] = {"features": [], LANDMARK_INPUT: [], "labels": []}
    for index in track(range(len(passes)), "Computing features", console=run.console):
        inputs, labels = passes[index]
        cached["features"].append(np.asarray(extractor.predict_on_batch(inputs[CROP_INPUT])))
        cached[LANDMARK_INPUT].append(inputs[LANDMARK_INPUT])
        cached["labels"].append(labels)
    arrays = {name: np.concatenate(parts) for name, parts in cached.items()}
    truth = arrays.pop("labels")
    held_out = {
        "features": np.asarray(extractor.predict(run.held_out[CROP_INPUT], batch_size=_PREDICT_BATCH, verbose=0)),
        LANDMARK_INPUT: run.held_out[LANDMARK_INPUT],
    }
    _compile(head, recipe.head.learning_rate)
    wanted = {tensor.name for tensor in head.inputs}
    head.fit(
        {name: array for name, array in arrays.items() if name in wanted},
        truth,
        epochs=recipe.head.epochs,
        batch_size=recipe.head.batch_size,
        callbacks=[KeepBest(held_out, run, "head")],
        verbose=0,
    )


def _fine_tune(model: Any, backbone: Any, run: _Run) -> None:
    recipe = run.recipe.fine_tune
    learning = unfreeze_from(backbone, recipe.from_layer)
    run.console.print(f"Fine-tuning the top {learning} of {len(backbone.layers)} layers")
    batches = AugmentedBatches(
        run.split.train, run.recipe, hands_per_epoch=recipe.hands_per_epoch, batch_size=recipe.batch_size
    )
    steps = len(batches) * recipe.epochs
    _compile(model, keras.optimizers.schedules.CosineDecay(recipe.learning_rate, steps, alpha=0.05))
    keeper = KeepBest(run.held_out, run, "fine-tune")
    try:
        model.fit(batches, epochs=recipe.epochs, callbacks=[keeper], verbose=2)
    except KeyboardInterrupt:
        run.console.print("Stopped; going on with the best checkpoint so far.")
        keeper.restore_best()


def _compile(model: Any, learning_rate: Any) -> None:
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
