"""The section of one dataset in ``report.json``."""

from __future__ import annotations

from collections.abc import Sequence

from gesture_app.inference.library.manifest import Manifest
from training.evaluation.datasets import EvaluationDataset
from training.evaluation.decision import DecisionRule, thresholds_by_sensitivity
from training.evaluation.metrics import (
    MODEL,
    EvaluatedDataset,
    Metrics,
    age_metrics,
    calibration_metrics,
    classifier_metrics,
    detection_metrics,
    disagreements,
    metrics_by_source,
    rejection_curve,
    skin_tone_metrics,
    view_angle_metrics,
)
from training.evaluation.misclassified import misclassified_images
from training.evaluation.questions import intent_metrics, throw_metrics
from training.hands.data.dataset import LabelledImage


def dataset_metrics(
    evaluated: EvaluatedDataset, manifest: Manifest, training_images: Sequence[LabelledImage] | None
) -> Metrics:
    """All metrics of a dataset.

    Args:
        evaluated: The dataset with predictions.
        manifest: Manifest of the model.
        training_images: All training images; None if unknown.
    """
    labels, dataset, rule = manifest.labels, evaluated.dataset, DecisionRule.of(manifest)
    classifiers = evaluated.labels_by_classifier
    metrics: Metrics = {
        "pictures": len(dataset.images),
        "sources": sorted({image.source for image in dataset.images}),
        "use": previous_use(dataset, manifest, training_images),
        "tells_hands": dataset.knows_hands,
        "readers": {classifier: classifier_metrics(evaluated, classifier, labels) for classifier in classifiers},
        "found": detection_metrics(evaluated),
        "by_source": metrics_by_source(evaluated, labels),
        "disagreements": {other: disagreements(evaluated, other) for other in classifiers if other != MODEL},
        "throws": throw_metrics(evaluated, rule),
        "intent": intent_metrics(evaluated, rule, thresholds_by_sensitivity(manifest)),
        "calibration": calibration_metrics(evaluated, rule),
        "rejection": rejection_curve(evaluated, rule),
    }
    if dataset.is_rendered:
        return metrics | {
            "tones": skin_tone_metrics(evaluated, rule),
            "ages": age_metrics(evaluated, rule),
            "angles": view_angle_metrics(evaluated, rule),
        }
    return metrics | {"mistakes": len(misclassified_images(evaluated, rule))}


def previous_use(
    dataset: EvaluationDataset, manifest: Manifest, training_images: Sequence[LabelledImage] | None
) -> str:
    """A sentence that tells whether the model was trained or calibrated on the dataset.

    Photos are recognised by the names of their sources in the manifest, rendered hands by their people.

    Args:
        dataset: The dataset.
        manifest: Manifest of the model.
        training_images: All training images; None if unknown.
    """
    if dataset.is_rendered:
        if training_images is None:
            return "judging; whether the model learnt from the same rendered people was not checked"
        known = {image.group for image in training_images if image.source == "rendered"}
        shared = {image.group for image in dataset.images} & known
        if shared:
            return f"**{len(shared)} of its rendered people were learnt from**"
        return "judging only: none of its rendered people was learnt from; the renderer is the same"
    sources = {image.source for image in dataset.images}
    for split, use in (("learnt_from", "learnt from"), ("held_out", "used for choosing")):
        shared = sources & set(manifest.data.get(split, {}))
        if shared:
            return f"**{use}: {', '.join(sorted(shared))}**"
    return "judging only: used neither for learning nor for choosing"
