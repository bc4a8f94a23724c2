"""Phases of a hand training: landmark pretraining, the head on cached features, and fine-tuning at a low rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.inference.library.manifest import CROP_INPUT
from training.common.callbacks import save_weights
from training.common.checkpoints import BestCheckpoint, Resumption, TrainingHistory, WeightAverage, Weights
from training.common.loop import Phase, cosine_schedule, fit_phase
from training.common.metrics import balanced_score
from training.common.run_record import AVERAGE_REJECTED_SCORE, VALIDATION_SCORE
from training.hands.data.batches import AugmentedBatches, CachedBatches, Inputs, exact_inputs
from training.hands.data.sampling import label_indices, log_priors, rendered_flags
from training.hands.data.splits import Split
from training.hands.logit_bias import labels_without_photos, largest_logit_bias
from training.hands.model import LOGITS, build_backbone, build_head, join, unfreeze_from
from training.hands.recipe import HandRecipe

_LANDMARKS, _HEAD, _FINE_TUNE = _PHASES = ("landmarks", "head", "fine-tune")
_SOUP = "mean"
_PREDICT_BATCH = 128
_AFTER_FEATURES = 1
"""First epoch of the fine-tuning batches: epoch 0 was drawn for the cached features."""


@dataclass(frozen=True)
class TrainedModel:
    """A trained model with its best weights (:class:`training.common.checkpoints.BestCheckpoint`), and its history.

    Attributes:
        model: The Keras model.
        history: One row per epoch: phase, epoch, loss, accuracy, and the validation score that selects the checkpoint.
        logit_biases: Bias added to the logit of each label without photos.
    """

    model: Any
    history: list[dict[str, Any]]
    logit_biases: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class _Training:
    """Data, recipe and history that all phases share.

    Attributes:
        split: Training and validation samples.
        recipe: The recipe.
        validation: Model inputs of the validation samples.
        history: The history of the training.
    """

    split: Split
    recipe: HandRecipe
    validation: Inputs
    history: TrainingHistory

    def score(self, model: Any, inputs: Inputs) -> float:
        """Validation score of a model on some of the validation inputs."""
        truth = label_indices(self.split.validation, self.recipe)
        return balanced_score(predict(model, inputs).argmax(axis=1), truth, rendered_flags(self.split.validation))

    def checkpoint(self, phase: str, inputs: Inputs, averaged: range = range(0)) -> BestCheckpoint:
        """Callback that scores and saves the weights of a phase."""
        return BestCheckpoint(lambda model: self.score(model, inputs), self.history, phase, averaged=averaged)

    def phase(self, name: str, number: int, epochs: int, first_batch_epoch: int = 0) -> Phase:
        """Length, seed and backups of a phase."""
        resumption = self.history.resumption
        return Phase(
            number=number,
            epochs=epochs,
            seed=self.recipe.seed,
            first_batch_epoch=first_batch_epoch,
            backups=self.history.backups(name),
            stop=None if resumption is None else resumption.stop,
        )


def predict(model: Any, inputs: Inputs) -> npt.NDArray[np.float32]:
    """``(n, labels)`` float32 logits of a model; inputs that it does not have are ignored."""
    names = {tensor.name for tensor in model.inputs}
    logits = model.predict({k: v for k, v in inputs.items() if k in names}, batch_size=_PREDICT_BATCH, verbose=0)
    return np.asarray(logits, dtype=np.float32)


def fit(
    split: Split,
    recipe: HandRecipe,
    weights: str | Path | None,
    out: Path,
    console: Console,
    resumption: Resumption | None = None,
) -> TrainedModel:
    """Train a model by a recipe.

    Interrupted during fine-tuning, it returns the best weights so far.

    Args:
        split: Training samples, and validation samples that select the checkpoint.
        recipe: The recipe.
        weights: Initial weights, as for :func:`training.hands.model.build_backbone`.
        out: Folder of checkpoints and history.
        console: Shows progress.
        resumption: Backups and stop request; None for a training that cannot be resumed. A resumed training gives the
            same weights as an uninterrupted one.

    Raises:
        StopAskedError: If a stop was requested before fine-tuning.
    """
    keras.utils.set_random_seed(recipe.seed)
    history = TrainingHistory(out, console, resumption)
    training = _Training(split, recipe, exact_inputs(split.validation, recipe), history)
    if not recipe.input.image:
        landmark_network = build_head(recipe, 0)
        _fine_tune_soup(landmark_network, training)
        biases = _add_logit_bias(landmark_network, landmark_network, training)
        return TrainedModel(landmark_network, history.rows, biases)
    backbone = build_backbone(weights)
    backbone.trainable = False
    head = build_head(recipe, backbone.output_shape[-1])
    if recipe.landmark_pretraining.epochs:
        _pretrain_landmarks(head, training)
    model = join(recipe, backbone, head)
    _fit_head(backbone, head, training)
    trainable = unfreeze_from(backbone, recipe.fine_tune.from_layer)
    console.print(f"Fine-tuning the top {trainable} of {len(backbone.layers)} layers")
    _fine_tune_soup(model, training)
    return TrainedModel(model, history.rows, _add_logit_bias(model, head, training))


def _pretrain_landmarks(head: Any, training: _Training) -> None:
    """Train a network on landmarks alone and copy its weights; the head then gives the same logits."""
    alone = training.recipe.on_landmarks_alone()
    network = build_head(alone, 0)
    validation = {name: array for name, array in training.validation.items() if name != CROP_INPUT}
    _fine_tune(network, replace(training, recipe=alone, validation=validation), _LANDMARKS)
    trained = {layer.name: layer for layer in network.layers}
    for layer in head.layers:
        if layer.name in trained and layer.name != LOGITS:
            layer.set_weights(trained[layer.name].get_weights())
    kernel, bias = trained[LOGITS].get_weights()
    image_features = head.get_layer(LOGITS).input.shape[-1] - len(kernel)
    head.get_layer(LOGITS).set_weights([np.pad(kernel, ((image_features, 0), (0, 0))), bias])


def _fit_head(backbone: Any, head: Any, training: _Training) -> None:
    """Train the head on cached features of the frozen backbone."""
    recipe, history = training.recipe, training.history
    # The head itself is not compiled: it becomes part of the whole model, which would save its compile options.
    learner = keras.Model(head.inputs, head.outputs)
    if history.restore_finished(_HEAD, recipe.head.epochs, learner):
        return
    features, truth, validation = _cached_features(backbone, training)
    priors = log_priors(training.split.train, recipe)
    compile_model(learner, keras.optimizers.Adam(recipe.head.learning_rate), recipe, priors=priors)
    batches = CachedBatches(features, truth, recipe.head.batch_size, recipe.seed)
    checkpoint = training.checkpoint(_HEAD, validation)
    phase = training.phase(_HEAD, _PHASES.index(_HEAD) + 1, recipe.head.epochs)
    fit_phase(learner, batches, phase, [checkpoint], add_to_backup=checkpoint.back_up)


def _cached_features(backbone: Any, training: _Training) -> tuple[Inputs, npt.NDArray[np.int32], Inputs]:
    """Head inputs and truth of augmented training hands, and head inputs of the validation samples."""
    recipe = training.recipe
    scale = keras.layers.Rescaling(1 / 127.5, offset=-1.0)
    crops = keras.Input(training.validation[CROP_INPUT].shape[1:], dtype="uint8")
    extractor = keras.Model(crops, backbone(scale(crops), training=False))
    batches = AugmentedBatches(
        training.split.train, recipe, hands_per_epoch=recipe.head.hands, batch_size=_PREDICT_BATCH
    )
    cached: dict[str, list[npt.NDArray[Any]]] = defaultdict(list)
    for index in track(range(len(batches)), "Computing features", console=training.history.console):
        training.history.check_stop()
        inputs, labels = batches[index]
        cached["features"].append(np.asarray(extractor.predict_on_batch(inputs.pop(CROP_INPUT))))
        cached["labels"].append(labels)
        for name, array in inputs.items():
            cached[name].append(array)
    arrays = {name: np.concatenate(parts) for name, parts in cached.items()}
    truth = arrays.pop("labels")
    validation = {name: array for name, array in training.validation.items() if name != CROP_INPUT}
    validation["features"] = np.asarray(
        extractor.predict(training.validation[CROP_INPUT], batch_size=_PREDICT_BATCH, verbose=0)
    )
    return arrays, truth, validation


def _fine_tune_soup(model: Any, training: _Training) -> None:
    """Fine-tune in several runs from the same weights, and average the weights of the runs.

    Interrupted, the model gets the average of the finished runs, or else the best weights so far.
    """
    initial = model.get_weights()
    finished: list[Weights] = []
    for run in range(training.recipe.fine_tune.soup_runs):
        model.set_weights(initial)
        if not _fine_tune(model, training, run=run):
            break
        finished.append(model.get_weights())
    if len(finished) > 1:
        _average_runs(model, training, finished)
    elif finished:
        model.set_weights(finished[0])


def _average_runs(model: Any, training: _Training, runs: Sequence[Weights]) -> None:
    """Set a model's weights to the average of several runs, or to the best run where the average scores too low."""
    average, scores = WeightAverage(), []
    for weights in runs:
        model.set_weights(weights)
        scores.append(training.score(model, training.validation))
        average = average.add(weights, scores[-1])
    model.set_weights(average.weights)
    score = training.score(model, training.validation)
    row: dict[str, Any] = {"phase": _SOUP, "epoch": 0, VALIDATION_SCORE: round(score, 4)}
    if not average.accepts(score):
        best = int(np.argmax(scores))
        model.set_weights(runs[best])
        row |= {VALIDATION_SCORE: round(scores[best], 4), AVERAGE_REJECTED_SCORE: round(score, 4)}
    save_weights(model, training.history.out / f"{_SOUP}.weights.h5")
    training.history.append(row)


def _fine_tune(model: Any, training: _Training, name: str = _FINE_TUNE, run: int = 0) -> bool:
    """Train a model on augmented hands.

    Args:
        model: The model.
        training: Data and recipe.
        name: Name of the phase.
        run: Number of earlier runs of this phase; every run draws other hands.

    Returns:
        Whether the run was finished: False if it was interrupted, and the model has the best weights so far.
    """
    recipe, history = training.recipe.fine_tune, training.history
    number = _PHASES.index(name) + run + 1
    if run:
        name = f"{name}-{run + 1}"
    if history.restore_finished(name, recipe.epochs, model):
        return True
    batches = AugmentedBatches(
        training.split.train, training.recipe, hands_per_epoch=recipe.hands_per_epoch, batch_size=recipe.batch_size
    )
    optimizer = keras.optimizers.AdamW(
        cosine_schedule(recipe.learning_rate, len(batches) * recipe.epochs, recipe.warm_up),
        weight_decay=recipe.weight_decay,
        global_clipnorm=recipe.clip_norm or None,
    )
    compile_model(model, optimizer, training.recipe, priors=log_priors(training.split.train, training.recipe))
    averaged = range(recipe.epochs - recipe.swa_epochs, recipe.epochs)
    checkpoint = training.checkpoint(name, training.validation, averaged)
    checkpoint.set_model(model)
    phase = training.phase(name, number, recipe.epochs, _AFTER_FEATURES + run * recipe.epochs)
    try:
        fit_phase(model, batches, phase, [checkpoint], add_to_backup=checkpoint.back_up, verbose=2)
    except KeyboardInterrupt:
        if history.resumption is not None and name == _LANDMARKS:
            raise
        history.console.print("Stopped; going on with the best checkpoint so far.")
        checkpoint.restore_best()
        return False
    return True


def _add_logit_bias(model: Any, head: Any, training: _Training) -> dict[str, float]:
    """Add a bias to the logits of labels without photos (:mod:`training.hands.logit_bias`); returns it by label."""
    recipe, labels = training.recipe, labels_without_photos(training.split.train, training.recipe.labels)
    if not (recipe.data.logit_bias_cost and labels):
        return {}
    amount = largest_logit_bias(predict(model, training.validation), training.split, recipe, labels)
    kernel, bias = head.get_layer(LOGITS).get_weights()
    bias[[recipe.labels.index(label) for label in labels]] += amount
    head.get_layer(LOGITS).set_weights([kernel, bias])
    training.history.console.print(f"Raised by {amount:g}, for no photo shows it: {', '.join(labels)}", markup=False)
    return dict.fromkeys(labels, amount)


def compile_model(model: Any, optimizer: Any, recipe: HandRecipe, *, priors: npt.NDArray[np.float32] | None) -> None:
    """Compile a model with the loss of a recipe on logits, and accuracy as its metric.

    The loss has two parts: whether a gesture is meant, and which one. With weights of 1 their sum is the cross-entropy
    of the softmax over all labels.

    Args:
        model: A model with ``(n, labels)`` logits as output.
        optimizer: Optimizer of Keras.
        recipe: The recipe with the labels.
        priors: ``(2, labels)`` logarithms that are added to the logits in the loss (logit adjustment), of
            :func:`training.hands.data.sampling.log_priors`, or None. The accuracy is that of the logits.
    """
    none = recipe.labels.none_index
    gestures = np.flatnonzero(np.arange(len(recipe.labels)) != none)

    def loss(truth: Any, logits: Any) -> Any:
        truth = keras.ops.cast(truth, "int32")  # Keras passes the truth in the dtype of the logits
        if priors is not None:
            logits = logits + keras.ops.take(keras.ops.convert_to_tensor(priors), truth[:, 1], axis=0)
        of_gestures = keras.ops.take(logits, gestures, axis=1)
        score = keras.ops.logsumexp(of_gestures, axis=1) - logits[:, none]
        meant = keras.ops.cast(truth[:, 0] != none, logits.dtype)
        # Log-loss of whether a gesture is meant, and cross-entropy of the gestures for hands that show one.
        whether = keras.ops.softplus(score) - meant * score
        targets = keras.ops.take(keras.ops.one_hot(truth[:, 0], len(recipe.labels)), gestures, axis=1)
        which = -keras.ops.sum(targets * keras.ops.log_softmax(of_gestures, axis=1), axis=1)
        return recipe.intent_loss_weight * whether + which

    def accuracy(truth: Any, logits: Any) -> Any:
        return keras.metrics.sparse_categorical_accuracy(truth[:, 0], logits)

    model.compile(optimizer=optimizer, loss=loss, metrics=[keras.metrics.MeanMetricWrapper(accuracy, name="accuracy")])
