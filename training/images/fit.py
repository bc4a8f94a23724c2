"""Phases of a training, each from the best weights of the previous one."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy.typing as npt
from rich.console import Console

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.errors import GestureAppError, MissingDependencyError
from gesture_app.storage.atomic import atomic_path
from training.common.callbacks import StopOnRequest, epochs_backed_up
from training.common.charts import learning_curves, write_figure
from training.common.loop import Phase, cosine_schedule, fit_phase
from training.common.run_record import BACKUP
from training.common.stop_request import StopRequest
from training.images.batches import Batches
from training.images.callbacks import (
    EarlyStopping,
    EpochBar,
    EvaluateTrainingData,
    RecordEpoch,
    end_reason,
    history_row,
    log_line,
    remove_other_checkpoints,
)
from training.images.distribution import ALONE, ProcessRank
from training.images.features import cached_features
from training.images.network import ImageNetwork, set_trainable
from training.images.recipe import NetworkRecipe, PhaseRecipe
from training.images.run_folder import CURVES_NAME, LOGS, MODEL_NAME
from training.images.run_writer import RunWriter

_OPTIMIZERS = {
    "adam": keras.optimizers.Adam,
    "adamw": keras.optimizers.AdamW,
    "rmsprop": keras.optimizers.RMSprop,
    "sgd": keras.optimizers.SGD,
}


class TrainingFailedError(GestureAppError):
    """A phase has no epoch with a finite loss, or its checkpoint is missing."""


@dataclass(frozen=True, eq=False)
class TrainingImages:
    """Training and validation images.

    Attributes:
        train: ``(n, size, size, 3)`` uint8, RGB.
        train_labels: ``(n,)`` int64.
        validation: ``(m, size, size, 3)`` uint8, RGB.
        validation_labels: ``(m,)`` int64.
    """

    train: UInt8Array
    train_labels: npt.NDArray[Any]
    validation: UInt8Array
    validation_labels: npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Training:
    """Parts of a training.

    Attributes:
        run: Writer of the run's folder.
        network: The network.
        images: The images.
        cache: Folder of features that runs share.
        stop: The request to stop.
        console: Shows progress.
        tensorboard: Whether logs for TensorBoard are written.
        callbacks: Further callbacks of each phase, called before an epoch is recorded.
        place: Rank of this process among those that train together.
    """

    run: RunWriter
    network: ImageNetwork
    images: TrainingImages
    cache: Path
    stop: StopRequest
    console: Console
    tensorboard: bool = False
    callbacks: tuple[Any, ...] = ()
    place: ProcessRank = ALONE


@dataclass(frozen=True, eq=False)
class _PhaseData:
    """Model and batches of one phase."""

    learner: Any
    train: Batches
    train_in_order: Batches
    validation: Batches


def fit(training: Training) -> None:
    """Train all unfinished phases, and save the best weights of the run as its model.

    Raises:
        TrainingFailedError: If no epoch of a phase had a score.
        RecipeError: If a phase does not fit the network.
    """
    run = training.run
    for number, phase in enumerate(run.recipe.phases, 1):
        if number <= run.phases_done:
            continue
        if number > 1:
            _load_best(training, number - 1)
        _fit_phase(training, number, phase)
        run.record(phases_done=number)
        shutil.rmtree(run.folder / BACKUP, ignore_errors=True)
    save_best_model(training)


def save_best_model(training: Training) -> bool:
    """Save the best weights so far as the run's model, and draw its learning curves.

    Returns:
        Whether there are any.
    """
    run, row = training.run, training.run.best()
    if run.history:
        write_figure(learning_curves(run.history), run.folder / CURVES_NAME)
    if row is None or not run.checkpoint(row).is_file():
        return False
    training.network.model.load_weights(run.checkpoint(row))
    with atomic_path(run.folder / MODEL_NAME) as temporary:
        training.network.model.save(temporary)
    monitor = run.recipe.phases[row["phase"] - 1].monitor
    run.record(best={"phase": row["phase"], "epoch": row["epoch"], "monitor": monitor, "value": row[monitor]})
    return True


def compile_model(model: Any, network: NetworkRecipe, phase: PhaseRecipe, steps: int = 0) -> None:
    """Compile a model with the loss of its outputs, accuracy, and the optimizer of a phase.

    Args:
        model: The model.
        network: Recipe of the network, with the kind of its outputs.
        phase: Optimizer, learning rate and schedule.
        steps: Number of steps of a cosine schedule.
    """
    is_logits = network.outputs == "logits"
    rate = phase.learning_rate
    if phase.schedule == "cosine":
        rate = cosine_schedule(phase.learning_rate, steps)
    if network.binary:
        loss: Any = keras.losses.BinaryCrossentropy(from_logits=is_logits)
        accuracy: Any = keras.metrics.BinaryAccuracy(name="accuracy", threshold=0.0 if is_logits else 0.5)
    else:
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=is_logits)
        accuracy = keras.metrics.SparseCategoricalAccuracy(name="accuracy")
    model.compile(optimizer=_OPTIMIZERS[phase.optimizer](rate), loss=loss, metrics=[accuracy])


def _fit_phase(training: Training, number: int, phase: PhaseRecipe) -> None:
    run, console = training.run, training.console
    learning = set_trainable(training.network, phase)
    layers = len(training.network.backbone.layers)
    console.print(f"Phase {number} of {len(run.recipe.phases)}: the head and {learning} of {layers} layers learn.")
    backup = run.folder / BACKUP / f"phase{number}"
    done = epochs_backed_up(backup)
    run.truncate_history(number, done)
    material = _phase_data(training, number, phase)
    compile_model(material.learner, run.recipe.network, phase, len(material.train) * phase.epochs)
    if phase.measure_untrained and not run.rows(number):
        _measure_untrained(training, material)
    if not end_reason(run.rows(number), phase):
        recorders = [RecordEpoch(run, number, training.network.model, console)]
        if phase.measure_train_again:
            recorders.insert(0, EvaluateTrainingData(material.train_in_order))
        callbacks = [EarlyStopping(run, number)]
        if training.tensorboard:
            callbacks.append(_tensorboard(run.folder / LOGS / f"phase{number}"))
        with EpochBar(f"Phase {number}", phase.epochs, console) as bar:
            fit_phase(
                material.learner,
                material.train,
                Phase(number, phase.epochs, run.recipe.seed, backups=backup, stop=training.stop),
                [*training.callbacks, *recorders],
                validation=material.validation,
                callbacks=[*callbacks, bar],
            )
    if run.best_checkpoint(number) is None:
        hint = f"Lower phases[{number - 1}].learning_rate."
        raise TrainingFailedError(f"The loss of phase {number} was no number from its first epoch on.", hint=hint)
    remove_other_checkpoints(run, number)
    console.print(f"Phase {number} ended: {end_reason(run.rows(number), phase)}.")


def _phase_data(training: Training, number: int, phase: PhaseRecipe) -> _PhaseData:
    network, images, recipe = training.network, training.images, training.run.recipe
    learner = keras.Model(network.learner.inputs, network.learner.outputs)
    train: Any = images.train
    validation: Any = images.validation
    if phase.learn == "head" and phase.cache_features:
        if recipe.augment.is_on:
            training.console.print("Features cannot be kept, for augmentation makes every image new.")
        elif training.place.devices > 1:
            training.console.print("Features are not kept where several devices train together.")
        else:
            train, validation = _features(training, number)
            learner = keras.Model(network.head.inputs, network.head.outputs)
    labels, size, place = images.train_labels, phase.batch_size, training.place
    return _PhaseData(
        learner,
        Batches(train, labels, size, recipe.seed + number, place=place),
        Batches(train, labels, size, shuffle=False, place=place),
        Batches(validation, images.validation_labels, size, shuffle=False, place=place),
    )


def _features(training: Training, number: int) -> tuple[Any, Any]:
    """Features of training and validation images; their duration is recorded."""
    run, images = training.run, training.images
    made = [
        cached_features(
            training.network, run.recipe.network, pixels, training.cache, training.console, training.stop.check
        )
        for pixels in (images.train, images.validation)
    ]
    count, seconds = sum(len(one.values) for one in made), round(sum(one.seconds for one in made), 3)
    reused = all(one.reused for one in made)
    told = {"phase": number, "pictures": count, "seconds": seconds, "reused": reused}
    run.record(feature_cache=told, seconds=round(run.info["seconds"] + seconds, 3))
    how = "taken from the cache" if reused else "computed once"
    training.console.print(f"Features of {count} images {how} in {seconds:.1f} s.", highlight=False)
    return made[0].values, made[1].values


def _measure_untrained(training: Training, material: _PhaseData) -> None:
    """Record loss and accuracy before training as epoch 0."""
    learner = material.learner
    look = [StopOnRequest(training.stop)]
    measured = learner.evaluate(material.train_in_order, return_dict=True, verbose=0, callbacks=look)
    validation = learner.evaluate(material.validation, return_dict=True, verbose=0, callbacks=look)
    row = history_row(1, 0, measured | {f"val_{name}": value for name, value in validation.items()})
    training.run.append(row)
    training.console.print(log_line(row, is_best=False) + "  untrained", highlight=False, soft_wrap=True)


def _load_best(training: Training, phase: int) -> None:
    """Load the best weights of a finished phase."""
    checkpoint = training.run.best_checkpoint(phase)
    if checkpoint is None or not checkpoint.is_file():
        hint = "It was removed or damaged; train again with --overwrite."
        raise TrainingFailedError(f"The checkpoint of phase {phase} in {training.run.folder} is missing.", hint=hint)
    training.network.model.load_weights(checkpoint)


def _tensorboard(folder: Path) -> Any:
    if any(importlib.util.find_spec(package) is None for package in ("tensorboard", "tensorflow")):
        hint = "Install tensorflow and tensorboard, or leave --tensorboard away."
        raise MissingDependencyError("TensorBoard's logs are written by TensorFlow, which is missing.", hint=hint)
    return keras.callbacks.TensorBoard(folder, write_graph=False)
