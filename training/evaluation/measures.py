"""The figures of one data set: by reader, source, label, threshold, skin tone and view. All of them go into JSON."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.frames.gestures import NONE, GestureSet
from training.common.metrics import (
    Share,
    confusion,
    expected_calibration_error,
    label_scores,
    macro_f1,
    reliability,
)
from training.evaluation.data_sets import DataSet, Picture
from training.evaluation.end_to_end import Reading

MODEL = "model"
FINGER_RULES = "finger rules"
LANDMARK_NETWORK = "landmark network"

TONE_GROUPS = {"1-3": range(1, 4), "4-7": range(4, 8), "8-10": range(8, 11)}
"""Groups of the Monk scale: light, medium, dark."""

Figures = dict[str, Any]
Keep = Callable[[Picture], bool]


@dataclass(frozen=True)
class EvaluatedModel:
    """A data set with what was answered.

    Attributes:
        data: The pictures.
        readings: What the app said about each.
        landmarks: The points of the hand it answered from, ``(21, 3)`` float32 in pixels; None without a hand.
        answers: The label that each reader gave each picture, by the reader's name.
    """

    data: DataSet
    readings: Sequence[Reading]
    landmarks: Sequence[Float32Array | None]
    answers: Mapping[str, Sequence[str]]


def share_figures(share: Share) -> Figures:
    """A share with its 95 % interval."""
    low, high = share.interval
    return {"count": share.count, "total": share.total, "share": _number(share.value), "low": low, "high": high}


def reader_figures(judged: EvaluatedModel, reader: str, labels: GestureSet, keep: Keep = lambda _: True) -> Figures:
    """How right one reader is.

    Args:
        judged: The data set.
        reader: Whose answers.
        labels: The labels.
        keep: Which pictures count.
    """
    pairs = [(p, a) for p, a in zip(judged.data.pictures, judged.answers[reader], strict=True) if keep(p)]
    truth, answers = [picture.truth for picture, _ in pairs], [answer for _, answer in pairs]
    by_label = {
        label: dataclasses.asdict(score)
        | {name: _number(getattr(score, name)) for name in ("recall", "precision", "f1")}
        for label, score in label_scores(truth, answers, labels).items()
    }
    return {
        "macro_f1": _number(macro_f1(truth, answers, labels)),
        "by_label": by_label,
        "confusion": confusion(truth, answers, labels).tolist(),
        "gestures_right": _right(pairs, lambda picture: picture.truth != NONE),
        "other_poses_none": _right(pairs, lambda picture: picture.is_other_pose),
        "empty_scenes_none": _right(pairs, lambda picture: picture.is_empty_scene),
    }


def found_figures(judged: EvaluatedModel, keep: Keep = lambda _: True) -> Figures:
    """In how many pictures the app found a hand, by what they show."""
    pairs = [(p, r.found) for p, r in zip(judged.data.pictures, judged.readings, strict=True) if keep(p)]

    def found(wanted: Keep) -> Figures:
        of = [yes for picture, yes in pairs if wanted(picture)]
        return share_figures(Share(sum(of), len(of)))

    return {
        "gestures": found(lambda picture: picture.truth != NONE),
        "other_poses": found(lambda picture: picture.is_other_pose),
        "empty_scenes": found(lambda picture: picture.is_empty_scene),
    }


def figures_by_source(judged: EvaluatedModel, labels: GestureSet) -> dict[str, Figures]:
    """:func:`reader_figures` of each reader, and the hands found, by source."""
    result = {}
    for source in sorted({picture.source for picture in judged.data.pictures}):
        keep = _from_source(source)
        result[source] = {
            "pictures": sum(map(keep, judged.data.pictures)),
            "found": found_figures(judged, keep),
            "readers": {reader: reader_figures(judged, reader, labels, keep) for reader in judged.answers},
        }
    return result


def disagreements(judged: EvaluatedModel, other: str) -> dict[str, int]:
    """On how many pictures only the model, and only the other reader, is right."""
    rows = list(zip(judged.data.pictures, judged.answers[MODEL], judged.answers[other], strict=True))
    return {
        "only_model_right": sum(model == picture.truth != rival for picture, model, rival in rows),
        "only_other_right": sum(rival == picture.truth != model for picture, model, rival in rows),
    }


def calibration_figures(judged: EvaluatedModel, threshold: float, labels: GestureSet) -> Figures:
    """Reliability diagram and ECE (15 bins) over the pictures in which a hand was found, before the threshold."""
    leading = [reading.leading_hand(threshold, labels) for reading in judged.readings]
    known = [(p, hand) for p, hand in zip(judged.data.pictures, leading, strict=True) if hand is not None]
    if not known:
        return {"hands": 0, "ece": None, "bins": []}
    probabilities = np.stack([hand.probabilities for _, hand in known])
    truth = np.array([labels.index(picture.truth) for picture, _ in known])
    return {
        "hands": len(known),
        "ece": expected_calibration_error(probabilities, truth),
        "bins": [dataclasses.asdict(filled) for filled in reliability(probabilities, truth)],
    }


def rejection_curve(judged: EvaluatedModel, labels: GestureSet, steps: int = 100) -> list[Figures]:
    """What each reject threshold would do: gestures accepted and right, other poses and empty scenes taken for one."""
    curve = []
    for threshold in np.linspace(0, 1, steps + 1).tolist():
        answers = [reading.gesture_at(threshold, labels) for reading in judged.readings]
        pairs = list(zip(judged.data.pictures, answers, strict=True))
        gestures = [answer == picture.truth for picture, answer in pairs if picture.truth != NONE]
        others = [answer != NONE for picture, answer in pairs if picture.is_other_pose]
        empty = [answer != NONE for picture, answer in pairs if picture.is_empty_scene]
        curve.append(
            {
                "threshold": threshold,
                "gestures_right": _number(Share(sum(gestures), len(gestures)).value),
                "other_poses_accepted": _number(Share(sum(others), len(others)).value),
                "empty_scenes_accepted": _number(Share(sum(empty), len(empty)).value),
            }
        )
    return curve


def tone_figures(judged: EvaluatedModel, labels: GestureSet) -> Figures:
    """By skin tone, by group of tones, and the pairs of the same scene in all tones where there are any."""
    tones = sorted({picture.view.skin_tone for picture in judged.data.pictures if picture.view})
    groups = {name: _with_tone(frozenset(members)) for name, members in TONE_GROUPS.items()}
    return {
        "tones": {str(tone): _part(judged, labels, _with_tone(frozenset([tone]))) for tone in tones},
        "groups": {name: _part(judged, labels, keep) for name, keep in groups.items()},
        "paired": paired_tones(judged),
    }


def paired_tones(judged: EvaluatedModel) -> Figures | None:
    """The best tone against the worst over scenes that were rendered in every tone; None where there are none.

    Best and worst are chosen by the same figures, so the difference is if anything too large.
    """
    scenes: dict[str, dict[int, bool]] = defaultdict(dict)
    for picture, answer in zip(judged.data.pictures, judged.answers[MODEL], strict=True):
        if picture.view and picture.view.scene and picture.truth != NONE:
            scenes[picture.view.scene][picture.view.skin_tone] = answer == picture.truth
    tones = sorted({tone for scene in scenes.values() for tone in scene})
    complete = [[scene[tone] for tone in tones] for scene in scenes.values() if len(scene) == len(tones) > 1]
    if len(complete) < 2:
        return None
    right = np.array(complete, dtype=np.float64)
    best, worst = int(right.mean(axis=0).argmax()), int(right.mean(axis=0).argmin())
    differences = right[:, best] - right[:, worst]
    error = float(differences.std(ddof=1)) / math.sqrt(len(differences))
    middle = float(differences.mean())
    return {
        "scenes": len(complete),
        "best_tone": tones[best],
        "worst_tone": tones[worst],
        "best_right": float(right[:, best].mean()),
        "worst_right": float(right[:, worst].mean()),
        "difference": middle,
        "low": middle - 1.96 * error,
        "high": middle + 1.96 * error,
        "right_by_tone": dict(zip(map(str, tones), right.mean(axis=0).tolist(), strict=True)),
    }


def angle_figures(judged: EvaluatedModel, labels: GestureSet) -> dict[str, dict[str, Figures]]:
    """By face of the hand, by tilt, and by turn in the picture."""
    return {
        kind: {name: _part(judged, labels, keep) for name, keep in bands.items()} for kind, bands in _ANGLES.items()
    }


def _facing(low_deg: float, high_deg: float) -> Keep:
    """Turned about the forearm by so much, either way round."""

    def keep(picture: Picture) -> bool:
        if picture.view is None:
            return False
        turn = abs((picture.view.azimuth_deg + 180) % 360 - 180)
        return low_deg <= turn < high_deg

    return keep


def _tilted(low_deg: float, high_deg: float) -> Keep:
    return lambda picture: picture.view is not None and low_deg <= picture.view.elevation_deg < high_deg


def _rolled(low_deg: float, high_deg: float) -> Keep:
    return lambda picture: picture.view is not None and low_deg <= abs(picture.view.roll_deg) < high_deg


_ANGLES: Mapping[str, Mapping[str, Keep]] = {
    "face": {"palm": _facing(0, 45), "side": _facing(45, 135), "back": _facing(135, 181)},
    "tilt": {"below -15": _tilted(-180, -15), "-15 to 15": _tilted(-15, 15), "above 15": _tilted(15, 181)},
    "turn in the picture": {"to 15": _rolled(0, 15), "15 to 45": _rolled(15, 45), "above 45": _rolled(45, 181)},
}
"""Bands of azimuth, elevation and roll, in degrees."""


def _part(judged: EvaluatedModel, labels: GestureSet, keep: Keep) -> Figures:
    """The model's figures on some of the pictures."""
    right = reader_figures(judged, MODEL, labels, keep)
    return {
        "pictures": sum(map(keep, judged.data.pictures)),
        "macro_f1": right["macro_f1"],
        "gestures_right": right["gestures_right"],
        "other_poses_none": right["other_poses_none"],
        "gestures_found": found_figures(judged, keep)["gestures"],
    }


def _with_tone(tones: frozenset[int]) -> Keep:
    return lambda picture: picture.view is not None and picture.view.skin_tone in tones


def _from_source(source: str) -> Keep:
    return lambda picture: picture.source == source


def _right(pairs: Sequence[tuple[Picture, str]], wanted: Keep) -> Figures:
    right = [answer == picture.truth for picture, answer in pairs if wanted(picture)]
    return share_figures(Share(sum(right), len(right)))


def _number(value: float) -> float | None:
    """JSON knows no NaN."""
    return None if math.isnan(value) else value
