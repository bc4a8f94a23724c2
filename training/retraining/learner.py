"""The two training stages: the head on cached features, then fine-tuning of the last blocks at a low rate."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from gesture_app.domain.message import Message
from gesture_app.domain.retraining.events import EpochDone, RetrainPhase
from training.common.checkpoints import BestWeights
from training.common.loop import cosine_schedule
from training.common.metrics import softmax
from training.hands.phases import predict
from training.retraining.errors import LearningError
from training.retraining.features import HandFeatures
from training.retraining.network import RetrainNetwork
from training.retraining.schedule import Schedule

_LABEL_SMOOTHING = 0.03
"""Of the user's samples: some recordings are labelled wrongly."""

_USER_SAMPLE_WEIGHT = 0.5
"""Weight of a user sample in the loss; a rehearsed one has 1."""

_DISTILLATION_WEIGHT = 0.5
"""Weight of the old prediction in the target of a rehearsed sample, against forgetting.
Source: Li and Hoiem 2016, "Learning without Forgetting", arXiv 1606.09282."""


@dataclass(frozen=True)
class FeatureSplit:
    """Features to train on, and features for early stopping.

    Attributes:
        train: Augmented samples.
        validation: Samples as the app crops them.
    """

    train: HandFeatures
    validation: HandFeatures


@dataclass(frozen=True)
class LearningCallbacks:
    """Receivers of a stage's progress.

    Attributes:
        on_epoch_end: Called before the first epoch and after each.
        on_progress: Called with the finished fraction of the stage.
    """

    on_epoch_end: Callable[[EpochDone], None]
    on_progress: Callable[[float], None]


@dataclass(frozen=True)
class _ValidationScore:
    loss: float
    user_accuracy: float | None
    rehearsal_accuracy: float


def train_head(network: RetrainNetwork, split: FeatureSplit, schedule: Schedule, callbacks: LearningCallbacks) -> None:
    """Train the head alone; afterwards the network has the weights of the best epoch (or the initial ones)."""
    optimizer = keras.optimizers.Adam(schedule.head_rate)
    stage = _TrainingStage(
        network.head, "features", RetrainPhase.HEAD, schedule.head_epochs, schedule.head_patience, network.recipe.seed
    )
    stage.run(optimizer, split, schedule, callbacks)


def fine_tune(network: RetrainNetwork, split: FeatureSplit, schedule: Schedule, callbacks: LearningCallbacks) -> None:
    """Train head and last blocks; afterwards the network has the weights of the best epoch (or the initial ones)."""
    steps = schedule.fine_tune_epochs * math.ceil(schedule.samples_per_epoch / schedule.batch_size)
    rate = cosine_schedule(schedule.fine_tune_rate, steps)
    stage = _TrainingStage(
        network.tail,
        "middle",
        RetrainPhase.FINE_TUNE,
        schedule.fine_tune_epochs,
        schedule.fine_tune_patience,
        network.recipe.seed + 1,
    )
    stage.run(keras.optimizers.Adam(rate), split, schedule, callbacks)


def soft_targets(features: HandFeatures) -> npt.NDArray[np.float32]:
    """``(n, labels)`` float32 target probabilities: smoothed labels for the user, distillation for rehearsal."""
    old_probabilities = softmax(features.arrays["logits"])
    labels = old_probabilities.shape[1]
    one_hot = np.eye(labels)[features.truth]
    user = (1 - _LABEL_SMOOTHING) * one_hot + _LABEL_SMOOTHING / labels
    rehearsed = (1 - _DISTILLATION_WEIGHT) * one_hot + _DISTILLATION_WEIGHT * old_probabilities
    return np.where(features.is_user[:, None], user, rehearsed).astype(np.float32)


def stratified_batches(
    is_user: npt.NDArray[np.bool_], size: int, rng: np.random.Generator
) -> list[npt.NDArray[np.intp]]:
    """Shuffled batches of indices, each with the same proportion of user and rehearsed samples."""
    count = math.ceil(len(is_user) / size)
    kinds = [rng.permutation(np.flatnonzero(kind)) for kind in (is_user, ~is_user)]
    return [np.concatenate([kind[start::count] for kind in kinds]) for start in range(count)]


@dataclass(frozen=True)
class _TrainingStage:
    """One training stage with early stopping.

    Attributes:
        model: The trainable part.
        feature_input: Name of its input among the cached arrays, besides landmarks.
        phase: Name of the stage in events.
        epochs: Maximum number of epochs.
        patience: Epochs without improvement before it stops.
        seed: Of the shuffling.
    """

    model: Any
    feature_input: str
    phase: RetrainPhase
    epochs: int
    patience: int
    seed: int

    def run(self, optimizer: Any, split: FeatureSplit, schedule: Schedule, callbacks: LearningCallbacks) -> None:
        self.model.compile(
            optimizer,
            keras.losses.CategoricalCrossentropy(from_logits=True),
            metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")],
        )
        targets = soft_targets(split.train)
        score = self._validate(split.validation)
        if self.phase is RetrainPhase.HEAD:
            callbacks.on_epoch_end(self._event(0, None, score))
        best = BestWeights().after_epoch(-score.loss, self.model)
        for epoch in range(1, self.epochs + 1):
            metrics = self._train_epoch(split.train, targets, epoch, schedule.batch_size, callbacks.on_progress)
            score = self._validate(split.validation)
            if not math.isfinite(metrics["loss"] + score.loss):
                hint = Message("Nothing was changed. Try again; if it happens again, look through the recordings.")
                raise LearningError(Message("Training went astray: the numbers grew beyond all bounds."), hint=hint)
            callbacks.on_epoch_end(self._event(epoch, metrics, score))
            best = best.after_epoch(-score.loss, self.model)
            if best.epochs_since >= self.patience:
                break
        self.model.set_weights(best.weights)

    def _event(self, epoch: int, metrics: dict[str, float] | None, score: _ValidationScore) -> EpochDone:
        return EpochDone(
            self.phase,
            epoch,
            self.epochs,
            None if metrics is None else round(metrics["loss"], 4),
            None if metrics is None else round(metrics["accuracy"], 4),
            round(score.loss, 4),
            score.user_accuracy,
            score.rehearsal_accuracy,
        )

    def _train_epoch(
        self,
        features: HandFeatures,
        targets: npt.NDArray[np.float32],
        epoch: int,
        batch_size: int,
        on_progress: Callable[[float], None],
    ) -> dict[str, float]:
        """Mean loss and accuracy of one epoch."""
        batches = stratified_batches(features.is_user, batch_size, np.random.default_rng([self.seed, epoch]))
        totals = {"loss": 0.0, "accuracy": 0.0}
        for number, indices in enumerate(batches, 1):
            inputs = {tensor.name: features.arrays[tensor.name][indices] for tensor in self.model.inputs}
            inputs[self.feature_input] = inputs[self.feature_input].astype(np.float32)
            weights = np.where(features.is_user[indices], _USER_SAMPLE_WEIGHT, 1.0).astype(np.float32)
            of_batch = self.model.train_on_batch(inputs, targets[indices], weights, return_dict=True)
            for name in totals:
                totals[name] += float(of_batch[name]) * len(indices) / len(features)
            on_progress((epoch - 1 + number / len(batches)) / self.epochs)
        return totals

    def _validate(self, features: HandFeatures) -> _ValidationScore:
        """Validation loss and accuracies; user and rehearsed samples weigh the same, however many there are of each."""
        probabilities = softmax(predict(self.model, features.arrays))
        losses = -np.log(probabilities[np.arange(len(features)), features.truth] + 1e-9)
        correct = probabilities.argmax(axis=1) == features.truth
        user = features.is_user
        if not user.any():
            return _ValidationScore(float(losses.mean()), None, round(float(correct.mean()), 4))
        loss = (losses[user].mean() + losses[~user].mean()) / 2
        return _ValidationScore(
            float(loss), round(float(correct[user].mean()), 4), round(float(correct[~user].mean()), 4)
        )
