"""The phases of training: landmarks alone, the head on cached features, then the top of the network at a low rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.inference.library.manifest import CROP_INPUT, LANDMARK_INPUT
from training.common.callbacks import Backup, FollowEpoch, SeedEpochs, StopWhenAsked, save_weights
from training.common.checkpoints import Journal, KeepBest, MeanWeights, Resumption, Weights
from training.common.metrics import balanced_score
from training.common.run_record import MEAN_NOT_KEPT
from training.hands.data.batches import AugmentedBatches, Inputs, KeptBatches, exact_inputs
from training.hands.data.sampling import label_indices, log_priors, rendered_flags
from training.hands.data.splits import Split
from training.hands.logit_bias import how_far_to_raise, unseen_labels
from training.hands.model import LOGITS, build_backbone, build_head, join, unfreeze_from
from training.hands.recipe import FineTuneRecipe, HandRecipe

_LANDMARKS, _HEAD, _FINE_TUNE = _PHASES = ("landmarks", "head", "fine-tune")
_MEAN = "mean"
_PREDICT_BATCH = 128
_LAST_RATE_SHARE = 0.05
_AFTER_FEATURES = 1
"""What epoch fine-tuning begins with among those of its batches: the kept features were drawn as epoch 0."""


@dataclass(frozen=True)
class Fitted:
    """A trained model with its best weights (:class:`training.common.checkpoints.KeepBest`), and its history.

    Attributes:
        model: The Keras model.
        history: One row an epoch: phase, epoch, loss, accuracy, held_out (the score that chose the checkpoint).
        raised_logits: What was added in the end to the logits of labels that no photo shows.
    """

    model: Any
    history: list[dict[str, Any]]
    raised_logits: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class _Run:
    """What the phases share.

    Attributes:
        split: What is learnt from, and what the checkpoints are chosen by.
        recipe: How.
        held_out: The held-out hands as the models see them.
        journal: Where it is written down.
    """

    split: Split
    recipe: HandRecipe
    held_out: Inputs
    journal: Journal

    def score(self, model: Any, inputs: Inputs) -> float:
        """How well a model answers held-out inputs."""
        truth = label_indices(self.split.held_out, self.recipe)
        return balanced_score(predict(model, inputs).argmax(axis=1), truth, rendered_flags(self.split.held_out))

    def keeper(self, phase: str, inputs: Inputs, averaged: range = range(0)) -> KeepBest:
        """Scores and keeps what a phase trains, by held-out inputs of that model, or the mean of some of its epochs."""
        return KeepBest(lambda model: self.score(model, inputs), self.journal, phase, averaged=averaged)


def predict(model: Any, inputs: Inputs) -> npt.NDArray[np.float32]:
    """``(n, labels)`` float32 logits."""
    wanted = {tensor.name for tensor in model.inputs}
    logits = model.predict({k: v for k, v in inputs.items() if k in wanted}, batch_size=_PREDICT_BATCH, verbose=0)
    return np.asarray(logits, dtype=np.float32)


def fit(
    split: Split,
    recipe: HandRecipe,
    weights: str | Path | None,
    out: Path,
    console: Console,
    resumption: Resumption | None = None,
) -> Fitted:
    """Train a model by a recipe.

    Interrupted while the whole model learns, it returns the best so far.

    Args:
        split: What to learn from, and what to choose the checkpoint by.
        recipe: How.
        weights: Starting weights, as for :func:`training.hands.model.build_backbone`.
        out: Folder for checkpoints and the history.
        console: Told about progress.
        resumption: Where it is backed up and gone on with, if it is. A training that was interrupted learns then as if
            it had not been: all that is random depends on the seed, the phase and the epoch alone.

    Raises:
        StopAskedError: If it was asked to stop before the whole model learnt.
    """
    keras.utils.set_random_seed(recipe.seed)
    journal = Journal(out, console, resumption)
    run = _Run(split, recipe, exact_inputs(split.held_out, recipe), journal)
    if not recipe.input.image:
        landmark_network = build_head(recipe, 0)
        _fine_tune_in_runs(landmark_network, run)
        return Fitted(landmark_network, journal.history, _raise_unseen_labels(landmark_network, landmark_network, run))
    backbone = build_backbone(weights)
    backbone.trainable = False
    head = build_head(recipe, backbone.output_shape[-1])
    if recipe.landmark_pretraining.epochs:
        _start_landmarks(head, run)
    model = join(recipe, backbone, head)
    _fit_head(backbone, head, run)
    learning = unfreeze_from(backbone, recipe.fine_tune.from_layer)
    console.print(f"Fine-tuning the top {learning} of {len(backbone.layers)} layers")
    _fine_tune_in_runs(model, run)
    return Fitted(model, journal.history, _raise_unseen_labels(model, head, run))


def _start_landmarks(head: Any, run: _Run) -> None:
    """Let a network on landmarks alone learn, and begin with what it knows: the head then answers as it does."""
    alone = run.recipe.on_landmarks_alone()
    network = build_head(alone, 0)
    held_out = {LANDMARK_INPUT: run.held_out[LANDMARK_INPUT]}
    _fine_tune(network, replace(run, recipe=alone, held_out=held_out), _LANDMARKS)
    known = {layer.name: layer for layer in network.layers}
    for layer in head.layers:
        if layer.name in known and layer.name != LOGITS:
            layer.set_weights(known[layer.name].get_weights())
    kernel, bias = known[LOGITS].get_weights()
    of_picture = head.get_layer(LOGITS).input.shape[-1] - len(kernel)
    head.get_layer(LOGITS).set_weights([np.pad(kernel, ((of_picture, 0), (0, 0))), bias])


def _fit_head(backbone: Any, head: Any, run: _Run) -> None:
    recipe, train = run.recipe, run.split.train
    # Not the head itself is compiled: it goes into the whole model, and what it was compiled with would be saved there.
    learner = keras.Model(head.inputs, head.outputs)
    if run.journal.take_done(_HEAD, recipe.head.epochs, learner):
        return
    scale = keras.layers.Rescaling(1 / 127.5, offset=-1.0)
    crops = keras.Input(run.held_out[CROP_INPUT].shape[1:], dtype="uint8")
    extractor = keras.Model(crops, backbone(scale(crops), training=False))
    batches = AugmentedBatches(train, recipe, hands_per_epoch=recipe.head.hands, batch_size=_PREDICT_BATCH)
    cached: dict[str, list[npt.NDArray[Any]]] = defaultdict(list)
    for index in track(range(len(batches)), "Computing features", console=run.journal.console):
        run.journal.check_stop()
        inputs, labels = batches[index]
        cached["features"].append(np.asarray(extractor.predict_on_batch(inputs.pop(CROP_INPUT))))
        cached["labels"].append(labels)
        for name, array in inputs.items():
            cached[name].append(array)
    arrays = {name: np.concatenate(parts) for name, parts in cached.items()}
    truth = arrays.pop("labels")
    held_out = {name: array for name, array in run.held_out.items() if name != CROP_INPUT}
    held_out["features"] = np.asarray(extractor.predict(run.held_out[CROP_INPUT], batch_size=_PREDICT_BATCH, verbose=0))
    compile_model(learner, keras.optimizers.Adam(recipe.head.learning_rate), recipe, priors=log_priors(train, recipe))
    kept = KeptBatches(arrays, truth, recipe.head.batch_size, recipe.seed)
    keeper = run.keeper(_HEAD, held_out)
    callbacks = [FollowEpoch(kept), *_callbacks(run, _HEAD, _PHASES.index(_HEAD), keeper)]
    learner.fit(kept, epochs=recipe.head.epochs, shuffle=False, callbacks=callbacks, verbose=0)
    run.journal.check_stop()


def _fine_tune_in_runs(model: Any, run: _Run) -> None:
    """Fine-tune as often as the recipe says, each time from here, and keep the mean of what came of it.

    Interrupted, it keeps what the runs that came to their end are good for, or else the best so far.
    """
    start = model.get_weights()
    ended: list[Weights] = []
    for number in range(run.recipe.fine_tune.soup_runs):
        model.set_weights(start)
        if not _fine_tune(model, run, number=number):
            break
        ended.append(model.get_weights())
    if len(ended) > 1:
        _keep_mean(model, run, ended)
    elif ended:
        model.set_weights(ended[0])


def _keep_mean(model: Any, run: _Run, ended: Sequence[Weights]) -> None:
    """Give a model the mean of the weights of several runs; or of the best, where the mean is no good."""
    mean, scores = MeanWeights(), []
    for weights in ended:
        model.set_weights(weights)
        scores.append(run.score(model, run.held_out))
        mean = mean.and_also(weights, scores[-1])
    model.set_weights(mean.weights)
    score = run.score(model, run.held_out)
    row: dict[str, Any] = {"phase": _MEAN, "epoch": 0, "held_out": round(score, 4)}
    if not mean.is_kept(score):
        best = int(np.argmax(scores))
        model.set_weights(ended[best])
        row |= {"held_out": round(scores[best], 4), MEAN_NOT_KEPT: round(score, 4)}
    save_weights(model, run.journal.out / f"{_MEAN}.weights.h5")
    run.journal.tell(row)


def _fine_tune(model: Any, run: _Run, phase: str = _FINE_TUNE, number: int = 0) -> bool:
    """Let a model learn from varied hands.

    Args:
        model: To be trained.
        run: What it learns from, and how.
        phase: Whose epochs these are.
        number: How often this phase was run before; every run draws other hands.

    Returns:
        Whether it came to its end: False if it was interrupted, and has the best weights so far.
    """
    recipe, place = run.recipe.fine_tune, _PHASES.index(phase) + number
    if number:
        phase = f"{phase}-{number + 1}"
    if run.journal.take_done(phase, recipe.epochs, model):
        return True
    batches = AugmentedBatches(
        run.split.train, run.recipe, hands_per_epoch=recipe.hands_per_epoch, batch_size=recipe.batch_size
    )
    optimizer = keras.optimizers.AdamW(
        learning_rate_schedule(recipe, len(batches) * recipe.epochs),
        weight_decay=recipe.weight_decay,
        global_clipnorm=recipe.clip_norm or None,
    )
    priors = log_priors(run.split.train, run.recipe)
    compile_model(model, optimizer, run.recipe, priors=priors)
    keeper = run.keeper(phase, run.held_out, range(recipe.epochs - recipe.swa_epochs, recipe.epochs))
    keeper.set_model(model)
    callbacks = [
        FollowEpoch(batches, _AFTER_FEATURES + number * recipe.epochs),
        *_callbacks(run, phase, place, keeper),
    ]
    try:
        model.fit(batches, epochs=recipe.epochs, shuffle=False, callbacks=callbacks, verbose=2)
        run.journal.check_stop()
    except KeyboardInterrupt:
        if run.journal.resumption is not None and phase == _LANDMARKS:
            raise
        run.journal.console.print("Stopped; going on with the best checkpoint so far.")
        keeper.restore_best()
        return False
    return True


def _raise_unseen_labels(model: Any, head: Any, run: _Run) -> dict[str, float]:
    """Add to the biases of the logits what :mod:`training.hands.logit_bias` says."""
    recipe, labels = run.recipe, unseen_labels(run.split.train, run.recipe.labels)
    if not (recipe.data.logit_bias_cost and labels):
        return {}
    amount = how_far_to_raise(predict(model, run.held_out), run.split, recipe, labels)
    kernel, bias = head.get_layer(LOGITS).get_weights()
    bias[[recipe.labels.index(label) for label in labels]] += amount
    head.get_layer(LOGITS).set_weights([kernel, bias])
    run.journal.console.print(f"Raised by {amount:g}, for no photo shows it: {', '.join(labels)}", markup=False)
    return dict.fromkeys(labels, amount)


def _callbacks(run: _Run, phase: str, place: int, keeper: KeepBest) -> Iterator[Any]:
    """The callbacks of a phase in the order in which they are to be called; its place, from 0, is that among all.

    What was kept is backed up with its epoch, so that both belong together; an epoch that was not backed up is
    forgotten and trained again.
    """
    yield SeedEpochs(run.recipe.seed, place + 1)
    yield keeper
    resumption, backups = run.journal.resumption, run.journal.backups(phase)
    if resumption is None or backups is None:
        return
    yield Backup(backups, keeper.back_up)
    yield StopWhenAsked(resumption.stop)


def learning_rate_schedule(recipe: FineTuneRecipe, steps: int) -> Any:
    """The learning rate by step: up from nothing in a straight line, then down along a cosine.

    Args:
        recipe: How high, and for which share of the steps it rises.
        steps: How many there are in all.
    """
    rising = round(steps * recipe.warm_up)
    start, target = (0.0, recipe.learning_rate) if rising else (recipe.learning_rate, None)
    return keras.optimizers.schedules.CosineDecay(
        start, max(steps - rising, 1), alpha=_LAST_RATE_SHARE, warmup_target=target, warmup_steps=rising
    )


def compile_model(
    model: Any,
    optimizer: Any,
    recipe: HandRecipe,
    *,
    priors: npt.NDArray[np.float32] | None,
) -> None:
    """Give a model the loss of a recipe, on logits, and accuracy as its metric.

    Args:
        model: Answers with ``(n, labels)`` logits.
        optimizer: Of Keras.
        recipe: Whose labels the logits are for.
        priors: ``(2, labels)`` logarithms that are added to the logits in the loss, as
            :func:`training.hands.data.batches.log_priors` makes them, or None. The accuracy is that of the logits.
    """

    def loss(truth: Any, logits: Any) -> Any:
        truth = keras.ops.cast(truth, "int32")  # Keras hands losses the truth in the type of the logits
        targets = keras.ops.one_hot(truth[:, 0], len(recipe.labels))
        if priors is not None:
            logits = logits + keras.ops.take(keras.ops.convert_to_tensor(priors), truth[:, 1], axis=0)
        return keras.losses.categorical_crossentropy(targets, logits, from_logits=True)

    def accuracy(truth: Any, logits: Any) -> Any:
        return keras.metrics.sparse_categorical_accuracy(truth[:, 0], logits)

    model.compile(optimizer=optimizer, loss=loss, metrics=[keras.metrics.MeanMetricWrapper(accuracy, name="accuracy")])
