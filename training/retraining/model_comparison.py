"""The old and the new model, run as the app runs them, on hands that neither learning nor calibration has seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import HandCrop, Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.events import ChangedAnswer
from gesture_app.domain.retraining.gate import DoubtfulLabels, GateDecision, apply_gate
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.model_store import StoredModel
from training.common.metrics import FloatArray, brier_scores
from training.hands.data.augmentation import exact_crop
from training.hands.data.dataset import HandSample
from training.retraining.rehearsal_set import HandSet
from training.retraining.user_dataset import OwnHand, OwnHands

_BATCH = 64
_SURE = 0.8
_RESAMPLES = 1999
"""Ways to swap the two models, hand by hand; all of them where there are no more."""


@dataclass(frozen=True)
class Judgement:
    """The comparison of two models.

    Attributes:
        verdict: Whether the new one may take over.
        here: On this person's recordings that were kept apart.
        base: On other people's hands.
        changed: Recordings kept apart that they answer differently.
        doubtful: Recordings that both are sure show something else than their label says.
    """

    verdict: GateDecision
    here: Comparison
    base: Comparison
    changed: tuple[ChangedAnswer, ...]
    doubtful: tuple[str, ...]


def judge(
    old: StoredModel,
    new: StoredModel,
    own: OwnHands,
    base: HandSet,
    reached: Callable[[float], None],
) -> Judgement:
    """Compare two models.

    Args:
        old: The model in use.
        new: The retrained one; it knows all labels of the old one.
        own: This person's recordings.
        base: Other people's hands.
        reached: Told the share that is done.
    """
    labels = new.manifest.labels
    new_labels = [label for label in labels.labels if label not in old.manifest.labels.labels]
    hands = [*own.held_out, *own.training, *own.choosing]
    shown = [hand.info.label for hand in hands]
    total = 2 * (len(hands) + len(base))
    done = 0

    def answers(model: StoredModel, crops: Sequence[HandCrop] | _Cuts) -> list[Prediction]:
        nonlocal done
        classifier = OnnxClassifier(model)
        predictions: list[Prediction] = []
        for start in range(0, len(crops), _BATCH):
            batch = crops[start : start + _BATCH]
            predictions += classifier.classify(batch)
            done += len(batch)
            reached(done / total)
        return predictions

    old_here = answers(old, [hand.old_crop for hand in hands])
    new_here = answers(new, [hand.new_crop for hand in hands])
    kept_apart = len(own.held_out)
    here = _comparison(labels, shown[:kept_apart], old_here[:kept_apart], new_here[:kept_apart])
    of_others = _comparison(
        labels,
        [example.label for example in base.examples],
        answers(old, _Cuts(base.examples, old.manifest.crop)),
        answers(new, _Cuts(base.examples, new.manifest.crop)),
    )
    changed = tuple(
        ChangedAnswer(hand.info.id, hand.info.label, before.gesture, after.gesture)
        for hand, before, after in zip(own.held_out, old_here, new_here, strict=False)
        if before.gesture != after.gesture
    )
    doubtful = tuple(_doubtful(hands, old_here, new_here))
    verdict = apply_gate(
        here, of_others, new_labels=new_labels, doubtful_labels=DoubtfulLabels(len(doubtful), len(hands))
    )
    return Judgement(verdict, here, of_others, changed, doubtful)


class _Cuts:
    """Crops that are cut when they are asked for: all of the base at once would take a hundred megabytes.

    Args:
        examples: The hands.
        spec: How to cut them.
    """

    def __init__(self, examples: Sequence[HandSample], spec: CropSpec) -> None:
        self._examples = examples
        self._spec = spec

    def __len__(self) -> int:
        return len(self._examples)

    def __getitem__(self, place: slice) -> list[HandCrop]:
        return [exact_crop(example, self._spec) for example in self._examples[place]]


def _comparison(
    labels: GestureSet, shown: Sequence[str], old: Sequence[Prediction], new: Sequence[Prediction]
) -> Comparison:
    truth = np.array([labels.index(label) for label in shown], dtype=np.int32)
    sureness = sureness_of(_probabilities(old, labels), _probabilities(new, labels), truth) if shown else None
    return Comparison.from_predictions(
        labels.labels, shown, [p.gesture for p in old], [p.gesture for p in new], sureness
    )


def _probabilities(predictions: Sequence[Prediction], labels: GestureSet) -> FloatArray:
    """``(n, labels)``; 0 for labels that the model does not know."""
    known = [labels.index(label) for label in predictions[0].labels.labels]
    probabilities = np.zeros((len(predictions), len(labels)))
    probabilities[:, known] = [prediction.probabilities for prediction in predictions]
    return probabilities


def sureness_of(old: FloatArray, new: FloatArray, truth: npt.NDArray[np.int32]) -> ConfidenceChange:
    """How probable two models hold what is shown.

    The chance is that of a permutation test on the Brier scores: neither model is better, so that the two could change
    places on any hand; how often is the mean then as much lower as it is?

    Args:
        old: ``(n, labels)`` probabilities, n at least 1.
        new: The same.
        truth: ``(n,)`` label indices.
    """
    hands = np.arange(len(truth))
    scores = brier_scores(old, truth), brier_scores(new, truth)
    chance = 1.0
    if len(truth) > 1:  # one hand alone tells nothing
        chance = stats.permutation_test(
            [scores[0] - scores[1]],
            np.mean,
            permutation_type="samples",  # of one sample: the signs are
            alternative="greater",
            n_resamples=_RESAMPLES,
            batch=_BATCH,  # all at once take 100 MB for a thousand hands
            random_state=np.random.default_rng(0),
        ).pvalue
    old_mean, new_mean = (float(probabilities[hands, truth].mean()) for probabilities in (old, new))
    return ConfidenceChange(round(old_mean, 4), round(new_mean, 4), round(float(chance), 4))


def _doubtful(hands: Sequence[OwnHand], old: Sequence[Prediction], new: Sequence[Prediction]) -> list[str]:
    """Recordings that both models are sure show the same other gesture: even those that were learnt from."""
    return [
        hand.info.id
        for hand, before, after in zip(hands, old, new, strict=True)
        if hand.info.label != after.gesture == before.gesture != NONE
        and min(before.confidence, after.confidence) >= _SURE
    ]
