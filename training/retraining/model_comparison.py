"""Comparison of the old and the retrained model, run as in the app, on samples unused in training and calibration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import HandCrop, Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.models.hand_outputs import HandOutputs
from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.events import ChangedPrediction
from gesture_app.domain.retraining.gate import DoubtfulLabels, GateDecision, apply_gate
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.model_store import StoredModel
from training.common.metrics import FloatArray, brier_scores
from training.hands.data.augmentation import exact_crop
from training.hands.data.dataset import HandSample
from training.retraining.rehearsal_set import RenderedHands
from training.retraining.user_dataset import UserDataset, UserSample

_BATCH_SIZE = 64
_MIN_DOUBT_CONFIDENCE = 0.8
_RESAMPLES = 1999
"""Random sign changes of the permutation test; all of them if there are fewer."""


@dataclass(frozen=True)
class ModelComparison:
    """The old model against the retrained one.

    Attributes:
        verdict: Whether the retrained model may replace the old one.
        here: Result on the test split of the user's recordings.
        base: Result on other people's hands.
        changed: Test recordings with different predictions.
        doubtful: Ids of recordings that both models confidently predict as another gesture than their label.
        base_outputs: Outputs of the retrained model for other people's hands; None if it gives no features.
    """

    verdict: GateDecision
    here: Comparison
    base: Comparison
    changed: tuple[ChangedPrediction, ...]
    doubtful: tuple[str, ...]
    base_outputs: HandOutputs | None


def compare_models(
    old: StoredModel,
    new: StoredModel,
    user: UserDataset,
    base: RenderedHands,
    on_progress: Callable[[float], None],
) -> ModelComparison:
    """Run both models on the user's recordings and on other people's hands.

    Args:
        old: The model in use.
        new: The retrained model; it has all labels of the old one.
        user: The user's recordings.
        base: Other people's hands.
        on_progress: Called with the finished fraction.
    """
    labels = new.manifest.labels
    new_labels = [label for label in labels.labels if label not in old.manifest.labels.labels]
    samples = [*user.test, *user.train, *user.validation]
    truth = [sample.info.label for sample in samples]
    total = 2 * (len(samples) + len(base))
    done = 0

    def predict(
        model: StoredModel, crops: Sequence[HandCrop] | _LazyCrops, kept: list[HandOutputs] | None = None
    ) -> list[Prediction]:
        nonlocal done
        classifier = OnnxClassifier(model, threads=1)  # two wait for each other where other programs use the cores
        predictions: list[Prediction] = []
        for start in range(0, len(crops), _BATCH_SIZE):
            batch = crops[start : start + _BATCH_SIZE]
            if kept is not None and classifier.has_features:
                kept.append(classifier.outputs(batch))
                predictions += classifier.predictions(kept[-1])
            else:
                predictions += classifier.classify(batch)
            done += len(batch)
            on_progress(done / total)
        return predictions

    old_here = predict(old, [sample.old_crop for sample in samples])
    new_here = predict(new, [sample.new_crop for sample in samples])
    tested = len(user.test)
    base_outputs: list[HandOutputs] = []
    here = _comparison(labels, truth[:tested], old_here[:tested], new_here[:tested])
    of_others = _comparison(
        labels,
        [sample.label for sample in base.samples],
        predict(old, _LazyCrops(base.samples, old.manifest.crop)),
        predict(new, _LazyCrops(base.samples, new.manifest.crop), base_outputs),
    )
    changed = tuple(
        ChangedPrediction(sample.info.id, sample.info.label, before.gesture, after.gesture)
        for sample, before, after in zip(user.test, old_here, new_here, strict=False)
        if before.gesture != after.gesture
    )
    doubtful = tuple(_doubtful(samples, old_here, new_here))
    verdict = apply_gate(
        here, of_others, new_labels=new_labels, doubtful_labels=DoubtfulLabels(len(doubtful), len(samples))
    )
    outputs = HandOutputs.joined(base_outputs) if base_outputs else None
    return ModelComparison(verdict, here, of_others, changed, doubtful, outputs)


class _LazyCrops:
    """Crops that are computed on access: all of the base set at once would need a hundred megabytes.

    Args:
        samples: The hands.
        spec: How to crop them.
    """

    def __init__(self, samples: Sequence[HandSample], spec: CropSpec) -> None:
        self._samples = samples
        self._spec = spec

    def __len__(self) -> int:
        return len(self._samples)

    def __getitem__(self, indices: slice) -> list[HandCrop]:
        return [exact_crop(sample, self._spec) for sample in self._samples[indices]]


def _comparison(
    labels: GestureSet, truth: Sequence[str], old: Sequence[Prediction], new: Sequence[Prediction]
) -> Comparison:
    indices = np.array([labels.index(label) for label in truth], dtype=np.int32)
    confidence = (
        compare_confidence(_probabilities(old, labels), _probabilities(new, labels), indices) if len(truth) else None
    )
    return Comparison.from_predictions(
        labels.labels, truth, [p.gesture for p in old], [p.gesture for p in new], confidence
    )


def _probabilities(predictions: Sequence[Prediction], labels: GestureSet) -> FloatArray:
    """``(n, labels)``; 0 for labels that the model does not have."""
    known = [labels.index(label) for label in predictions[0].labels.labels]
    probabilities = np.zeros((len(predictions), len(labels)))
    probabilities[:, known] = [prediction.probabilities for prediction in predictions]
    return probabilities


def compare_confidence(old: FloatArray, new: FloatArray, truth: npt.NDArray[np.int32]) -> ConfidenceChange:
    """Mean probability of the true label under both models, with the p-value of the improvement.

    The p-value comes from a one-sided, paired permutation test on the Brier scores. Null hypothesis: exchanging the two
    models on any hand makes no difference.

    Args:
        old: ``(n, labels)`` probabilities, n at least 1.
        new: ``(n, labels)`` probabilities.
        truth: ``(n,)`` label indices.
    """
    rows = np.arange(len(truth))
    scores = brier_scores(old, truth), brier_scores(new, truth)
    p_value = 1.0
    if len(truth) > 1:  # one hand alone proves nothing
        p_value = stats.permutation_test(
            [scores[0] - scores[1]],
            np.mean,
            permutation_type="samples",  # with a single sample, signs are flipped
            alternative="greater",
            n_resamples=_RESAMPLES,
            batch=_BATCH_SIZE,  # all at once need 100 MB for a thousand hands
            random_state=np.random.default_rng(0),
        ).pvalue
    old_mean, new_mean = (float(probabilities[rows, truth].mean()) for probabilities in (old, new))
    return ConfidenceChange(round(old_mean, 4), round(new_mean, 4), round(float(p_value), 4))


def _doubtful(samples: Sequence[UserSample], old: Sequence[Prediction], new: Sequence[Prediction]) -> list[str]:
    """Ids of recordings for which both models agree, confidently, on another gesture than the label."""
    return [
        sample.info.id
        for sample, before, after in zip(samples, old, new, strict=True)
        if sample.info.label != after.gesture == before.gesture != NONE
        and min(before.confidence, after.confidence) >= _MIN_DOUBT_CONFIDENCE
    ]
