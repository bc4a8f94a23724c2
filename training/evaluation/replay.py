"""Predictions of the whole app on images: ``gesture-app replay --static-images``, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.errors import GestureAppError
from training.common.errors import TrainingDataError
from training.common.metrics import FloatArray
from training.evaluation.datasets import EvaluationDataset
from training.evaluation.decision import DecisionRule

_HINT = "Try it alone with: gesture-app replay"


class ReplayError(GestureAppError):
    """The app failed on the images."""


@dataclass(frozen=True, eq=False)
class DetectedHand:
    """A hand that the app detected in an image.

    Attributes:
        probabilities: ``(labels,)`` float64, calibrated as the manifest says, rounded to four decimals.
        box_xyxy_px: Bounding box of its landmarks.
    """

    probabilities: FloatArray
    box_xyxy_px: tuple[float, float, float, float]

    @property
    def size_px(self) -> float:
        """The larger side of the box."""
        left, top, right, bottom = self.box_xyxy_px
        return max(right - left, bottom - top)


@dataclass(frozen=True)
class ImagePrediction:
    """Prediction of the app for one image.

    Attributes:
        label: The predicted label, ``"none"`` without a hand.
        hands: The detected hands.
    """

    label: str = NONE
    hands: tuple[DetectedHand, ...] = ()

    @property
    def hand_found(self) -> bool:
        """Whether a hand was detected."""
        return bool(self.hands)

    def label_by(self, rule: DecisionRule) -> str:
        """The label by another rule: the gesture of the largest hand that shows one."""
        hand = self.leading_hand(rule)
        return NONE if hand is None else rule.label(hand.probabilities)

    def leading_hand(self, rule: DecisionRule) -> DetectedHand | None:
        """The hand that determines the label: the largest with a gesture, else the largest; None without a hand."""
        gesturing = [hand for hand in self.hands if rule.accepts(hand.probabilities)]
        return max(gesturing or self.hands, key=lambda hand: hand.size_px, default=None)

    def throwing_hand(self, rule: DecisionRule) -> DetectedHand | None:
        """The hand whose throw a game reads: the one that most probably means a gesture; None without a hand."""
        return max(self.hands, key=lambda hand: rule.intent(hand.probabilities), default=None)


def load_records(path: Path) -> list[Mapping[str, Any]]:
    """Load the JSON lines that ``gesture-app replay --json`` wrote.

    Raises:
        TrainingDataError: If they cannot be read.
    """
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        hint = "Make it with: gesture-app replay SOURCE --json FILE"
        raise TrainingDataError(f"{path} cannot be used: {error}.", hint=hint) from error


def predictions_from_records(
    dataset: EvaluationDataset, records: Sequence[Mapping[str, Any]], labels: GestureSet
) -> list[ImagePrediction]:
    """Predictions in the order of the dataset; an image without a record counts as one without a hand."""
    by_key = {record.get("file"): record for record in records}
    return [
        _prediction(by_key[image.key], labels) if image.key in by_key else ImagePrediction() for image in dataset.images
    ]


def _prediction(record: Mapping[str, Any], labels: GestureSet) -> ImagePrediction:
    hands = [
        DetectedHand(
            np.array([hand["probabilities"][label] for label in labels.labels], dtype=np.float64),
            tuple(hand["box_xyxy_px"]),
        )
        for hand in record["hands"]
    ]
    return ImagePrediction(record["gesture"], tuple(hands))


def replay(folder: Path, model: Path) -> list[Mapping[str, Any]]:
    """Run the app on a folder of images, with the model's ONNX export on the CPU.

    It runs in another process: training does not import the app's pipeline. Its progress bar stays visible.

    Args:
        folder: The images.
        model: The model's folder.

    Raises:
        ReplayError: If the app fails.
    """
    with tempfile.TemporaryDirectory(prefix="evaluate-") as temporary:
        out = Path(temporary) / "replay.jsonl"
        command = [sys.executable, "-m", "gesture_app", "replay", str(folder), "--static-images", "--device", "cpu"]
        command += ["--model", str(model), "--json", str(out)]
        finished = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if finished.returncode != 0:
            raise ReplayError(
                f"gesture-app replay failed on {folder} with exit code {finished.returncode}.",
                hint=f"It said why above. {_HINT} {folder} --static-images --model {model}",
            )
        return load_records(out)
