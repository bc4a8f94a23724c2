"""The two stages of retraining: the head on kept features, then the top of the network at a low rate."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from gesture_app.domain.retraining.events import EpochDone, RetrainPhase
from training.common.metrics import softmax
from training.retraining.errors import LearningError
from training.retraining.features import Arrays, Seen
from training.retraining.network import RetrainNetwork
from training.retraining.schedule import Schedule

_SMOOTHING = 0.03
"""Share of an own hand's target that is spread over all labels: some recordings are labelled wrongly."""

_OWN_WEIGHT = 0.5
"""How much an own hand counts beside a rehearsed one."""

_REMEMBERED = 0.5
"""Share of a rehearsed hand's target that is what the network answered before, so that it changes no more than it must.
Source: Li and Hoiem 2016, "Learning without Forgetting", arXiv 1606.09282."""

_PREDICT_BATCH = 128
_LAST_RATE = 0.05


@dataclass(frozen=True)
class Material:
    """Hands to learn from, and hands to choose the best moment by.

    Attributes:
        learning: Varied hands.
        choosing: Hands as the app cuts them out.
    """

    learning: Seen
    choosing: Seen


@dataclass(frozen=True)
class Listener:
    """Who hears how it goes.

    Attributes:
        epoch_done: Told after each pass.
        reached: Told the share of the stage that is done.
    """

    epoch_done: Callable[[EpochDone], None]
    reached: Callable[[float], None]


@dataclass(frozen=True)
class _Score:
    loss: float
    own_accuracy: float | None
    rehearsal_accuracy: float


def learn_head(network: RetrainNetwork, material: Material, schedule: Schedule, listener: Listener) -> None:
    """First stage; leaves the weights of its best pass, which may be those that it began with."""
    optimizer = keras.optimizers.Adam(schedule.head_rate)
    stage = _Stage(
        network.head, "features", RetrainPhase.HEAD, schedule.head_epochs, schedule.head_patience, network.recipe.seed
    )
    stage.run(optimizer, material, schedule, listener)


def fine_tune(network: RetrainNetwork, material: Material, schedule: Schedule, listener: Listener) -> None:
    """Second stage; leaves the weights of its best pass, which may be those that it began with."""
    steps = schedule.fine_tune_epochs * math.ceil(schedule.hands / schedule.batch_size)
    rate = keras.optimizers.schedules.CosineDecay(schedule.fine_tune_rate, steps, alpha=_LAST_RATE)
    stage = _Stage(
        network.tail,
        "middle",
        RetrainPhase.FINE_TUNE,
        schedule.fine_tune_epochs,
        schedule.fine_tune_patience,
        network.recipe.seed + 1,
    )
    stage.run(keras.optimizers.Adam(rate), material, schedule, listener)


def targets_of(seen: Seen) -> npt.NDArray[np.float32]:
    """``(n, labels)`` float32: what each hand should be answered with; rows sum to 1."""
    before = softmax(seen.arrays["logits"])
    labels = before.shape[1]
    truth = np.eye(labels)[seen.truth]
    own = (1 - _SMOOTHING) * truth + _SMOOTHING / labels
    rehearsed = (1 - _REMEMBERED) * truth + _REMEMBERED * before
    return np.where(seen.is_own[:, None], own, rehearsed).astype(np.float32)


def mixed_batches(is_own: npt.NDArray[np.bool_], size: int, rng: np.random.Generator) -> list[npt.NDArray[np.intp]]:
    """Every hand once, in batches that have the same share of own and rehearsed hands."""
    count = math.ceil(len(is_own) / size)
    kinds = [rng.permutation(np.flatnonzero(kind)) for kind in (is_own, ~is_own)]
    return [np.concatenate([kind[start::count] for kind in kinds]) for start in range(count)]


def answer(model: Any, arrays: Arrays) -> npt.NDArray[np.float32]:
    """``(n, labels)`` float32 logits of a part of a network; it takes what it needs of ``arrays``."""
    wanted = {tensor.name: arrays[tensor.name] for tensor in model.inputs}
    return np.asarray(model.predict(wanted, batch_size=_PREDICT_BATCH, verbose=0), dtype=np.float32)


@dataclass(frozen=True)
class _Stage:
    """One stage.

    Attributes:
        model: What learns.
        takes: Which of the kept arrays it takes, besides landmarks.
        phase: What the stage is called.
        epochs: Most passes.
        patience: Passes without a better result after which it ends.
        seed: Of the order of hands.
    """

    model: Any
    takes: str
    phase: RetrainPhase
    epochs: int
    patience: int
    seed: int

    def run(self, optimizer: Any, material: Material, schedule: Schedule, listener: Listener) -> None:
        self.model.compile(
            optimizer,
            keras.losses.CategoricalCrossentropy(from_logits=True),
            metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")],
        )
        targets = targets_of(material.learning)
        best, best_weights, waited = self._score(material.choosing).loss, self.model.get_weights(), 0
        for epoch in range(1, self.epochs + 1):
            learnt = self._pass(material.learning, targets, epoch, schedule.batch_size, listener.reached)
            score = self._score(material.choosing)
            if not math.isfinite(learnt["loss"] + score.loss):
                hint = "Nothing was changed. Try again; if it happens again, look through the recordings."
                raise LearningError("Training went astray: the numbers grew beyond all bounds.", hint=hint)
            listener.epoch_done(
                EpochDone(
                    self.phase,
                    epoch,
                    self.epochs,
                    round(learnt["loss"], 4),
                    round(learnt["accuracy"], 4),
                    round(score.loss, 4),
                    score.own_accuracy,
                    score.rehearsal_accuracy,
                )
            )
            waited += 1
            if score.loss < best:
                best, best_weights, waited = score.loss, self.model.get_weights(), 0
            if waited >= self.patience:
                break
        self.model.set_weights(best_weights)

    def _pass(
        self,
        seen: Seen,
        targets: npt.NDArray[np.float32],
        epoch: int,
        batch_size: int,
        reached: Callable[[float], None],
    ) -> dict[str, float]:
        batches = mixed_batches(seen.is_own, batch_size, np.random.default_rng([self.seed, epoch]))
        totals = {"loss": 0.0, "accuracy": 0.0}
        for number, chosen in enumerate(batches, 1):
            inputs = {tensor.name: seen.arrays[tensor.name][chosen] for tensor in self.model.inputs}
            inputs[self.takes] = inputs[self.takes].astype(np.float32)
            weights = np.where(seen.is_own[chosen], _OWN_WEIGHT, 1.0).astype(np.float32)
            of_batch = self.model.train_on_batch(inputs, targets[chosen], weights, return_dict=True)
            for name in totals:
                totals[name] += float(of_batch[name]) * len(chosen) / len(seen)
            reached((epoch - 1 + number / len(batches)) / self.epochs)
        return totals

    def _score(self, seen: Seen) -> _Score:
        """The mean of the losses on own and on rehearsed hands: few of one kind weigh as much as many of the other."""
        probabilities = softmax(answer(self.model, seen.arrays))
        losses = -np.log(probabilities[np.arange(len(seen)), seen.truth] + 1e-9)
        right = probabilities.argmax(axis=1) == seen.truth
        own = seen.is_own
        if not own.any():
            return _Score(float(losses.mean()), None, round(float(right.mean()), 4))
        loss = (losses[own].mean() + losses[~own].mean()) / 2
        return _Score(float(loss), round(float(right[own].mean()), 4), round(float(right[~own].mean()), 4))
