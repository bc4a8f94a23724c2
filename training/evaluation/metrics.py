"""Metrics of one dataset: by classifier, source, label, threshold, skin tone and view. All results are JSON values."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import stats

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.frames.gestures import NONE, GestureSet
from training.common.metrics import (
    Proportion,
    confusion,
    expected_calibration_error,
    label_scores,
    macro_f1,
    reliability,
)
from training.evaluation.datasets import EvaluationDataset, EvaluationImage
from training.evaluation.decision import DecisionRule
from training.evaluation.replay import ImagePrediction

MODEL = "model"
FINGER_RULES = "finger rules"
LANDMARK_NETWORK = "landmark network"

SKIN_TONE_GROUPS = {"1-3": range(1, 4), "4-7": range(4, 8), "8-10": range(8, 11)}
"""Groups of the Monk scale: light, medium, dark."""

Metrics = dict[str, Any]
ImageFilter = Callable[[EvaluationImage], bool]


@dataclass(frozen=True)
class EvaluatedDataset:
    """A dataset with the predictions of all classifiers.

    Attributes:
        dataset: The images.
        predictions: The app's prediction for each image.
        landmarks: Landmarks of the hand that determines it, ``(21, 3)`` float32 in pixels; None without a hand.
        labels_by_classifier: Predicted labels by the classifier's name.
    """

    dataset: EvaluationDataset
    predictions: Sequence[ImagePrediction]
    landmarks: Sequence[Float32Array | None]
    labels_by_classifier: Mapping[str, Sequence[str]]


def proportion_metrics(proportion: Proportion) -> Metrics:
    """A proportion with its 95 % confidence interval."""
    low, high = proportion.interval
    return {
        "count": proportion.count,
        "total": proportion.total,
        "share": _number(proportion.value),
        "low": low,
        "high": high,
    }


def classifier_metrics(
    evaluated: EvaluatedDataset, classifier: str, labels: GestureSet, keep: ImageFilter = lambda _: True
) -> Metrics:
    """Macro-F1, scores by label, confusion matrix and accuracies of one classifier.

    Args:
        evaluated: The dataset.
        classifier: Name of the classifier.
        labels: The labels.
        keep: Selects the images.
    """
    images, predicted = evaluated.dataset.images, evaluated.labels_by_classifier[classifier]
    pairs = [(image, label) for image, label in zip(images, predicted, strict=True) if keep(image)]
    truth, answers = [image.label for image, _ in pairs], [label for _, label in pairs]
    by_label = {
        label: dataclasses.asdict(score)
        | {name: _number(getattr(score, name)) for name in ("recall", "precision", "f1")}
        for label, score in label_scores(truth, answers, labels).items()
    }
    return {
        "macro_f1": _number(macro_f1(truth, answers, labels)),
        "by_label": by_label,
        "confusion": confusion(truth, answers, labels).tolist(),
        "gestures_right": _accuracy(pairs, lambda image: image.label != NONE),
        "other_poses_none": _accuracy(pairs, lambda image: image.is_other_pose),
        "empty_scenes_none": _accuracy(pairs, lambda image: image.is_empty_scene),
        "natural_hands_none": _accuracy(pairs, lambda image: image.is_natural),
    }


def detection_metrics(evaluated: EvaluatedDataset, keep: ImageFilter = lambda _: True) -> Metrics:
    """Proportions of the images of each kind in which the app detected a hand."""
    images, predictions = evaluated.dataset.images, evaluated.predictions
    pairs = [(image, one.hand_found) for image, one in zip(images, predictions, strict=True) if keep(image)]

    def found(selected: ImageFilter) -> Metrics:
        flags = [is_found for image, is_found in pairs if selected(image)]
        return proportion_metrics(Proportion(sum(flags), len(flags)))

    return {
        "gestures": found(lambda image: image.label != NONE),
        "other_poses": found(lambda image: image.is_other_pose),
        "empty_scenes": found(lambda image: image.is_empty_scene),
        "natural_hands": found(lambda image: image.is_natural),
    }


def metrics_by_source(evaluated: EvaluatedDataset, labels: GestureSet) -> dict[str, Metrics]:
    """:func:`classifier_metrics` of each classifier and :func:`detection_metrics`, by source."""
    images = evaluated.dataset.images
    result = {}
    for source in sorted({image.source for image in images}):
        keep = _from_source(source)
        result[source] = {
            "pictures": sum(map(keep, images)),
            "found": detection_metrics(evaluated, keep),
            "readers": {
                classifier: classifier_metrics(evaluated, classifier, labels, keep)
                for classifier in evaluated.labels_by_classifier
            },
        }
    return result


def disagreements(evaluated: EvaluatedDataset, other: str) -> dict[str, int]:
    """Number of images on which only the model, and only another classifier, is correct."""
    by_classifier = evaluated.labels_by_classifier
    rows = list(zip(evaluated.dataset.images, by_classifier[MODEL], by_classifier[other], strict=True))
    return {
        "only_model_right": sum(model == image.label != rival for image, model, rival in rows),
        "only_other_right": sum(rival == image.label != model for image, model, rival in rows),
    }


def calibration_metrics(evaluated: EvaluatedDataset, rule: DecisionRule, keep: ImageFilter = lambda _: True) -> Metrics:
    """Reliability diagram and ECE (15 bins) over images with a detected hand, before the threshold.

    Both questions count together: the confidence is that of the most probable label, ``"none"`` included.

    Args:
        evaluated: The dataset.
        rule: The model's decision rule.
        keep: Selects the images.
    """
    leading = [prediction.leading_hand(rule) for prediction in evaluated.predictions]
    pairs = [
        (image, hand)
        for image, hand in zip(evaluated.dataset.images, leading, strict=True)
        if hand is not None and keep(image)
    ]
    if not pairs:
        return {"hands": 0, "ece": None, "bins": []}
    probabilities = np.stack([hand.probabilities for _, hand in pairs])
    truth = np.array([rule.labels.index(image.label) for image, _ in pairs])
    return {
        "hands": len(pairs),
        "ece": expected_calibration_error(probabilities, truth),
        "bins": [dataclasses.asdict(filled) for filled in reliability(probabilities, truth)],
    }


def rejection_curve(evaluated: EvaluatedDataset, rule: DecisionRule, steps: int = 100) -> list[Metrics]:
    """By threshold: gestures that are right and that are accepted, and other images that are accepted as a gesture."""
    curve = []
    for threshold in np.linspace(0, 1, steps + 1).tolist():
        predicted = [prediction.label_by(rule.at(threshold)) for prediction in evaluated.predictions]
        pairs = list(zip(evaluated.dataset.images, predicted, strict=True))
        curve.append(
            {
                "threshold": threshold,
                "gestures_right": _accuracy(pairs, _shows_gesture)["share"],
                "gestures_accepted": _accepted(pairs, _shows_gesture),
                "other_poses_accepted": _accepted(pairs, lambda image: image.is_other_pose),
                "natural_hands_accepted": _accepted(pairs, lambda image: image.is_natural),
                "empty_scenes_accepted": _accepted(pairs, lambda image: image.is_empty_scene),
            }
        )
    return curve


def _shows_gesture(image: EvaluationImage) -> bool:
    return image.label != NONE


def _accepted(pairs: Sequence[tuple[EvaluationImage, str]], selected: ImageFilter) -> float | None:
    """Share of the selected images that are answered with a gesture."""
    flags = [label != NONE for image, label in pairs if selected(image)]
    return _number(Proportion(sum(flags), len(flags)).value)


def skin_tone_metrics(evaluated: EvaluatedDataset, rule: DecisionRule) -> Metrics:
    """Metrics by skin tone and by group of tones, and :func:`paired_tones`."""
    tones = sorted({image.view.skin_tone for image in evaluated.dataset.images if image.view})
    groups = {name: _with_tone(frozenset(members)) for name, members in SKIN_TONE_GROUPS.items()}
    return {
        "tones": {str(tone): _subset_metrics(evaluated, rule, _with_tone(frozenset([tone]))) for tone in tones},
        "groups": {name: _subset_metrics(evaluated, rule, keep) for name, keep in groups.items()},
        "paired": paired_tones(evaluated),
    }


def age_metrics(evaluated: EvaluatedDataset, rule: DecisionRule) -> dict[str, Metrics]:
    """Metrics by age group of rendered people; empty for hands without one."""
    ages = sorted({image.view.age_group for image in evaluated.dataset.images if image.view and image.view.age_group})
    return {age: _subset_metrics(evaluated, rule, _of_age(age)) for age in ages}


def paired_tones(evaluated: EvaluatedDataset) -> Metrics | None:
    """Best against worst skin tone over scenes rendered in every tone; None without such scenes.

    Best and worst are selected on the same data, so the difference is biased upwards.
    """
    scenes: dict[str, dict[int, bool]] = defaultdict(dict)
    for image, label in zip(evaluated.dataset.images, evaluated.labels_by_classifier[MODEL], strict=True):
        if image.view and image.view.scene and image.label != NONE:
            scenes[image.view.scene][image.view.skin_tone] = label == image.label
    tones = sorted({tone for scene in scenes.values() for tone in scene})
    complete = [[scene[tone] for tone in tones] for scene in scenes.values() if len(scene) == len(tones) > 1]
    if len(complete) < 2:
        return None
    correct = np.array(complete, dtype=np.float64)
    accuracy = correct.mean(axis=0)
    best, worst = int(accuracy.argmax()), int(accuracy.argmin())
    differences = correct[:, best] - correct[:, worst]
    error, mean = float(stats.sem(differences)), float(differences.mean())
    return {
        "scenes": len(complete),
        "best_tone": tones[best],
        "worst_tone": tones[worst],
        "best_right": float(accuracy[best]),
        "worst_right": float(accuracy[worst]),
        "difference": mean,
        "low": mean - 1.96 * error,
        "high": mean + 1.96 * error,
        "right_by_tone": dict(zip(map(str, tones), accuracy.tolist(), strict=True)),
    }


def view_angle_metrics(evaluated: EvaluatedDataset, rule: DecisionRule) -> dict[str, dict[str, Metrics]]:
    """Metrics by side of the hand, tilt, and rotation in the image plane; empty if no image has these angles."""
    if not any(image.view and image.view.azimuth_deg is not None for image in evaluated.dataset.images):
        return {}
    return {
        kind: {name: _subset_metrics(evaluated, rule, keep) for name, keep in bands.items()}
        for kind, bands in _ANGLE_BANDS.items()
    }


def _facing(low_deg: float, high_deg: float) -> ImageFilter:
    """Selects views by absolute azimuth."""

    def keep(image: EvaluationImage) -> bool:
        if image.view is None or image.view.azimuth_deg is None:
            return False
        azimuth = abs((image.view.azimuth_deg + 180) % 360 - 180)
        return low_deg <= azimuth < high_deg

    return keep


def _tilted(low_deg: float, high_deg: float) -> ImageFilter:
    def keep(image: EvaluationImage) -> bool:
        elevation = None if image.view is None else image.view.elevation_deg
        return elevation is not None and low_deg <= elevation < high_deg

    return keep


def _rolled(low_deg: float, high_deg: float) -> ImageFilter:
    def keep(image: EvaluationImage) -> bool:
        roll = None if image.view is None else image.view.roll_deg
        return roll is not None and low_deg <= abs(roll) < high_deg

    return keep


_ANGLE_BANDS: Mapping[str, Mapping[str, ImageFilter]] = {
    "face": {"palm": _facing(0, 45), "side": _facing(45, 135), "back": _facing(135, 181)},
    "tilt": {"below -15": _tilted(-180, -15), "-15 to 15": _tilted(-15, 15), "above 15": _tilted(15, 181)},
    "turn in the picture": {"to 15": _rolled(0, 15), "15 to 45": _rolled(15, 45), "above 45": _rolled(45, 181)},
}
"""Bands of azimuth, elevation and roll, in degrees."""


def _subset_metrics(evaluated: EvaluatedDataset, rule: DecisionRule, keep: ImageFilter) -> Metrics:
    """The model's metrics on selected images."""
    metrics = classifier_metrics(evaluated, MODEL, rule.labels, keep)
    return {
        "pictures": sum(map(keep, evaluated.dataset.images)),
        "macro_f1": metrics["macro_f1"],
        "gestures_right": metrics["gestures_right"],
        "other_poses_none": metrics["other_poses_none"],
        "natural_hands_none": metrics["natural_hands_none"],
        "gestures_found": detection_metrics(evaluated, keep)["gestures"],
        "ece": calibration_metrics(evaluated, rule, keep)["ece"],
    }


def _with_tone(tones: frozenset[int]) -> ImageFilter:
    return lambda image: image.view is not None and image.view.skin_tone in tones


def _of_age(age: str) -> ImageFilter:
    return lambda image: image.view is not None and image.view.age_group == age


def _from_source(source: str) -> ImageFilter:
    return lambda image: image.source == source


def _accuracy(pairs: Sequence[tuple[EvaluationImage, str]], selected: ImageFilter) -> Metrics:
    correct = [label == image.label for image, label in pairs if selected(image)]
    return proportion_metrics(Proportion(sum(correct), len(correct)))


def _number(value: float) -> float | None:
    """None for NaN, which JSON does not have."""
    return None if math.isnan(value) else value
