"""The phases of training: landmarks alone, the head on cached features, then the top of the network at a low rate."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.inference.manifest import CROP_INPUT, LANDMARK_INPUT
from training.batches import AugmentedBatches, Inputs, exact_inputs, label_indices, log_priors
from training.evaluate import balanced_score
from training.model import LOGITS, build_backbone, build_head, join, unfreeze_from
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
    run = _Run(split, recipe, exact_inputs(split.held_out, recipe), out, console)
    if not recipe.input.picture:
        landmark_network = build_head(recipe, 0)
        _fine_tune(landmark_network, run)
        return Fitted(landmark_network, run.history)
    backbone = build_backbone(weights)
    backbone.trainable = False
    head = build_head(recipe, backbone.output_shape[-1])
    if recipe.landmark_start.epochs:
        _start_landmarks(head, run)
    model = join(recipe, backbone, head)
    _fit_head(backbone, head, run)
    batch_norm = recipe.fine_tune.adapt_batch_norm
    learning = unfreeze_from(backbone, recipe.fine_tune.from_layer, adapt_batch_norm=batch_norm)
    console.print(f"Fine-tuning the top {learning} of {len(backbone.layers)} layers")
    _fine_tune(model, run)
    return Fitted(model, run.history)


def _start_landmarks(head: Any, run: _Run) -> None:
    """Let a network on landmarks alone learn, and begin with what it knows: the head then answers as it does."""
    alone = run.recipe.on_landmarks_alone()
    network = build_head(alone, 0)
    held_out = {LANDMARK_INPUT: run.held_out[LANDMARK_INPUT]}
    _fine_tune(network, replace(run, recipe=alone, held_out=held_out), "landmarks")
    known = {layer.name: layer for layer in network.layers}
    for layer in head.layers:
        if layer.name in known and layer.name != LOGITS:
            layer.set_weights(known[layer.name].get_weights())
    kernel, bias = known[LOGITS].get_weights()
    of_picture = head.get_layer(LOGITS).input.shape[-1] - len(kernel)
    head.get_layer(LOGITS).set_weights([np.pad(kernel, ((of_picture, 0), (0, 0))), bias])


def _fit_head(backbone: Any, head: Any, run: _Run) -> None:
    recipe, train = run.recipe, run.split.train
    scale = keras.layers.Rescaling(1 / 127.5, offset=-1.0)
    crops = keras.Input(run.held_out[CROP_INPUT].shape[1:], dtype="uint8")
    extractor = keras.Model(crops, backbone(scale(crops), training=False))
    batches = AugmentedBatches(train, recipe, hands_per_epoch=recipe.head.hands, batch_size=_PREDICT_BATCH)
    cached: dict[str, list[npt.NDArray[Any]]] = defaultdict(list)
    for index in track(range(len(batches)), "Computing features", console=run.console):
        inputs, labels = batches[index]
        cached["features"].append(np.asarray(extractor.predict_on_batch(inputs.pop(CROP_INPUT))))
        cached["labels"].append(labels)
        for name, array in inputs.items():
            cached[name].append(array)
    arrays = {name: np.concatenate(parts) for name, parts in cached.items()}
    truth = arrays.pop("labels")
    held_out = {name: array for name, array in run.held_out.items() if name != CROP_INPUT}
    held_out["features"] = np.asarray(extractor.predict(run.held_out[CROP_INPUT], batch_size=_PREDICT_BATCH, verbose=0))
    # Not the head itself is compiled: it goes into the whole model, and what it was compiled with would be saved there.
    learner = keras.Model(head.inputs, head.outputs)
    compile_model(learner, keras.optimizers.Adam(recipe.head.learning_rate), recipe, priors=log_priors(train, recipe))
    learner.fit(
        arrays,
        truth,
        epochs=recipe.head.epochs,
        batch_size=recipe.head.batch_size,
        callbacks=[KeepBest(held_out, run, "head")],
        verbose=0,
    )


def _fine_tune(model: Any, run: _Run, phase: str = "fine-tune") -> None:
    recipe = run.recipe.fine_tune
    batches = AugmentedBatches(
        run.split.train, run.recipe, hands_per_epoch=recipe.hands_per_epoch, batch_size=recipe.batch_size
    )
    steps = len(batches) * recipe.epochs
    optimizer = keras.optimizers.AdamW(
        keras.optimizers.schedules.CosineDecay(recipe.learning_rate, steps, alpha=0.05),
        weight_decay=recipe.weight_decay,
        use_ema=recipe.average_momentum > 0,
        ema_momentum=recipe.average_momentum or None,
    )
    priors = log_priors(run.split.train, run.recipe)
    compile_model(model, optimizer, run.recipe, recipe.label_smoothing, priors=priors)
    keeper = KeepBest(run.held_out, run, phase)
    # The average must be in place before the keeper scores and keeps it.
    averaging = [keras.callbacks.SwapEMAWeights(swap_on_epoch=True)] if recipe.average_momentum else []
    try:
        model.fit(batches, epochs=recipe.epochs, callbacks=[*averaging, keeper], verbose=2)
    except KeyboardInterrupt:
        run.console.print("Stopped; going on with the best checkpoint so far.")
        keeper.restore_best()


def compile_model(
    model: Any,
    optimizer: Any,
    recipe: HandRecipe,
    label_smoothing: float = 0.0,
    *,
    priors: npt.NDArray[np.float32] | None,
) -> None:
    """Give a model the loss of a recipe, on logits, and accuracy as its metric.

    Args:
        model: Answers with ``(n, labels)`` logits.
        optimizer: Of Keras.
        recipe: Whose labels the logits are for.
        label_smoothing: Share of each target that is spread evenly over all labels.
        priors: ``(2, labels)`` logarithms that are added to the logits in the loss, as
            :func:`training.batches.log_priors` makes them; None for none. The accuracy is of the logits alone.
    """

    def loss(truth: Any, logits: Any) -> Any:
        truth = keras.ops.cast(truth, "int32")  # Keras hands losses the truth in the type of the logits
        targets = keras.ops.one_hot(truth[:, 0], len(recipe.labels))
        if priors is not None:
            logits = logits + keras.ops.take(keras.ops.convert_to_tensor(priors), truth[:, 1], axis=0)
        return keras.losses.categorical_crossentropy(targets, logits, from_logits=True, label_smoothing=label_smoothing)

    def accuracy(truth: Any, logits: Any) -> Any:
        return keras.metrics.sparse_categorical_accuracy(truth[:, 0], logits)

    model.compile(optimizer=optimizer, loss=loss, metrics=[keras.metrics.MeanMetricWrapper(accuracy, name="accuracy")])
