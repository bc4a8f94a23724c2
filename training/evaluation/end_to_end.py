"""What the app itself says about pictures: ``gesture-app replay --independent``, run as people run it."""

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
from training.evaluation.data_sets import DataSet

_HINTS_AT = "Try it alone with: gesture-app replay"


class ReplayError(GestureAppError):
    """The app could not be run over the pictures."""


@dataclass(frozen=True, eq=False)
class FoundHand:
    """A hand that the app found in a picture.

    Attributes:
        probabilities: ``(labels,)`` float64, calibrated with the manifest's temperature, to four decimals.
        box_xyxy_px: The tight box around its landmarks.
    """

    probabilities: FloatArray
    box_xyxy_px: tuple[float, float, float, float]

    @property
    def size_px(self) -> float:
        """The larger side of its box."""
        left, top, right, bottom = self.box_xyxy_px
        return max(right - left, bottom - top)


@dataclass(frozen=True)
class Reading:
    """What the app said about one picture.

    Attributes:
        answer: The picture's one gesture, ``"none"`` without a hand.
        hands: The hands it found.
    """

    answer: str = NONE
    hands: tuple[FoundHand, ...] = ()

    @property
    def found(self) -> bool:
        """Whether it found a hand."""
        return bool(self.hands)

    def gesture_at(self, threshold: float, labels: GestureSet) -> str:
        """What the answer would be with another reject threshold: the gesture of the largest hand that shows one."""
        hand = self.leading_hand(threshold, labels)
        if hand is None or not _shows_gesture(hand, threshold, labels):
            return NONE
        return labels.labels[int(hand.probabilities.argmax())]

    def leading_hand(self, threshold: float, labels: GestureSet) -> FoundHand | None:
        """The hand that the answer was read from; the largest where none shows a gesture, None without a hand."""
        showing = [hand for hand in self.hands if _shows_gesture(hand, threshold, labels)]
        return max(showing or self.hands, key=lambda hand: hand.size_px, default=None)


def _shows_gesture(hand: FoundHand, threshold: float, labels: GestureSet) -> bool:
    best = int(hand.probabilities.argmax())
    return best != labels.none_index and bool(hand.probabilities[best] >= threshold)


def read_records(path: Path) -> list[Mapping[str, Any]]:
    """The JSON lines that ``gesture-app replay --json`` wrote.

    Raises:
        TrainingDataError: If they cannot be read.
    """
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        hint = "Make it with: gesture-app replay SOURCE --json FILE"
        raise TrainingDataError(f"{path} cannot be used: {error}.", hint=hint) from error


def readings_of(data: DataSet, records: Sequence[Mapping[str, Any]], labels: GestureSet) -> list[Reading]:
    """What was said about each picture of a data set; one that could not even be opened counts as without a hand."""
    by_key = {record.get("file"): record for record in records}
    return [_reading(by_key[p.key], labels) if p.key in by_key else Reading() for p in data.pictures]


def _reading(record: Mapping[str, Any], labels: GestureSet) -> Reading:
    hands = [
        FoundHand(
            np.array([hand["probabilities"][label] for label in labels.labels], dtype=np.float64),
            tuple(hand["box_xyxy_px"]),
        )
        for hand in record["hands"]
    ]
    return Reading(record["gesture"], tuple(hands))


def replay(folder: Path, model: Path) -> list[Mapping[str, Any]]:
    """Run the app over a folder of pictures, with the model's ONNX export on the CPU.

    It is another process, because training does not import the app's pipeline; its progress bar stays visible.

    Args:
        folder: The pictures.
        model: The model's folder.

    Raises:
        ReplayError: If the app fails.
    """
    with tempfile.TemporaryDirectory(prefix="evaluate-") as temporary:
        out = Path(temporary) / "replay.jsonl"
        command = [sys.executable, "-m", "gesture_app", "replay", str(folder), "--independent", "--device", "cpu"]
        command += ["--model", str(model), "--json", str(out)]
        finished = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if finished.returncode != 0:
            raise ReplayError(
                f"gesture-app replay failed on {folder} with exit code {finished.returncode}.",
                hint=f"It said why above. {_HINTS_AT} {folder} --independent --model {model}",
            )
        return read_records(out)
