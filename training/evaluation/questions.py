"""Metrics of both questions apart: which gesture it is, read as a throw, and whether one is meant."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np

from gesture_app.domain.frames.gestures import NONE
from training.common.metrics import (
    Proportion,
    ReliabilityBin,
    binary_reliability,
    bins_calibration_error,
    reliability,
)
from training.evaluation.datasets import EvaluationImage
from training.evaluation.decision import DecisionRule
from training.evaluation.metrics import EvaluatedDataset, ImageFilter, Metrics, proportion_metrics
from training.evaluation.replay import DetectedHand

IMAGE_KINDS: Mapping[str, ImageFilter] = {
    "gestures": lambda image: image.label != NONE,
    "other_poses": lambda image: image.is_other_pose,
    "natural_hands": lambda image: image.is_natural,
    "empty_scenes": lambda image: image.is_empty_scene,
}
"""Kinds of images, which the question whether a gesture is meant keeps apart."""


def throw_metrics(evaluated: EvaluatedDataset, rule: DecisionRule) -> Metrics:
    """Gesture images read as throws: the best gesture of the hand that most probably means one, whether or not it does.

    ``right`` counts a hand that was not found as wrong; ``right_of_found``, ``by_label``, ``by_source`` and the
    calibration (ECE and reliability diagram of the gestures' probabilities, given that one is meant) leave it out.
    """
    shown = [
        (image, prediction.throwing_hand(rule))
        for image, prediction in zip(evaluated.dataset.images, evaluated.predictions, strict=True)
        if image.label != NONE
    ]
    found = [(image, hand) for image, hand in shown if hand is not None]
    is_right = [rule.best_gesture(hand.probabilities) == image.label for image, hand in found]

    def right_where(keep: ImageFilter) -> Metrics:
        flags = [right for (image, _), right in zip(found, is_right, strict=True) if keep(image)]
        return proportion_metrics(Proportion(sum(flags), len(flags)))

    labels = [label for label in rule.labels.gestures if any(image.label == label for image, _ in shown)]
    sources = sorted({image.source for image, _ in shown})

    def of_label(label: str) -> Metrics:
        return right_where(lambda image: image.label == label)

    def of_source(source: str) -> Metrics:
        return right_where(lambda image: image.source == source)

    return {
        "right": proportion_metrics(Proportion(sum(is_right), len(shown))),
        "right_of_found": right_where(lambda _: True),
        "by_label": {label: of_label(label) for label in labels},
        "by_source": {source: of_source(source) for source in sources},
        **_calibration(_throw_bins(found, rule)),
    }


def intent_metrics(evaluated: EvaluatedDataset, rule: DecisionRule, thresholds: Mapping[str, float]) -> Metrics:
    """Whether a gesture is meant: share of each kind of image that is accepted as a gesture, for each sensitivity.

    A hand that was not found is not accepted. The calibration is that of the probability that a gesture is meant, over
    the images with a found hand; ECE is None unless some of them show a gesture and others do not.

    Args:
        evaluated: The dataset.
        rule: The model's decision rule.
        thresholds: Threshold of each sensitivity.
    """
    calibration = _calibration(_intent_bins(evaluated, rule))
    if len({image.label != NONE for image in evaluated.dataset.images}) < 2:
        calibration["ece"] = None
    return {
        "at": {
            name: {"threshold": threshold, **acceptance(evaluated, rule.at(threshold))}
            for name, threshold in thresholds.items()
        },
        **calibration,
    }


def acceptance(evaluated: EvaluatedDataset, rule: DecisionRule) -> dict[str, Metrics]:
    """Proportion of the images of each kind in which a hand is taken to show a gesture, whichever it is."""
    images = evaluated.dataset.images
    accepted = [
        any(rule.accepts(hand.probabilities) for hand in prediction.hands) for prediction in evaluated.predictions
    ]

    def accepted_of(keep: ImageFilter) -> Metrics:
        flags = [is_accepted for image, is_accepted in zip(images, accepted, strict=True) if keep(image)]
        return proportion_metrics(Proportion(sum(flags), len(flags)))

    return {kind: accepted_of(keep) for kind, keep in IMAGE_KINDS.items()}


def _throw_bins(
    found: Sequence[tuple[EvaluationImage, DetectedHand]], rule: DecisionRule
) -> tuple[int, list[ReliabilityBin]]:
    gestures = rule.labels.gestures
    if not found or not gestures:
        return 0, []
    columns = [rule.labels.index(gesture) for gesture in gestures]
    shares = np.stack([hand.probabilities[columns] for _, hand in found])
    total = shares.sum(axis=1, keepdims=True)
    shares = np.where(total > 0, shares / np.maximum(total, 1e-12), 1 / len(gestures))
    truth = np.array([gestures.index(image.label) for image, _ in found])
    return len(found), reliability(shares, truth)


def _intent_bins(evaluated: EvaluatedDataset, rule: DecisionRule) -> tuple[int, list[ReliabilityBin]]:
    pairs = [
        (rule.intent(hand.probabilities), image.label != NONE)
        for image, prediction in zip(evaluated.dataset.images, evaluated.predictions, strict=True)
        if (hand := prediction.throwing_hand(rule)) is not None
    ]
    if not pairs:
        return 0, []
    return len(pairs), binary_reliability(np.array([p for p, _ in pairs]), np.array([meant for _, meant in pairs]))


def _calibration(counted: tuple[int, list[ReliabilityBin]]) -> Metrics:
    hands, bins = counted
    return {
        "hands": hands,
        "ece": bins_calibration_error(bins) if bins else None,
        "bins": [dataclasses.asdict(filled) for filled in bins],
    }
