"""Stand-ins for what the pipeline calls, and for who listens to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import numpy as np

from gesture_app.domain.frames.frame import CROP_SIZE_PX, Frame, FrameResult, Hand, HandCrop, Handedness, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.pipeline.engine import CaptureState, Engine, EngineStatus
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel

PATIENT_S = 10.0
"""How long a test waits for what must come; only a failing test waits that long."""


def hand_at(x_px: float, size_px: float = 20.0) -> Hand:
    points = np.zeros((21, 3), np.float32)
    points[:, 0] = np.linspace(x_px - size_px / 2, x_px + size_px / 2, 21)
    points[:, 1] = 20
    return Hand(points, Handedness.RIGHT, 0.9)


def marked_hand(frame: Frame) -> list[Hand]:
    """One hand at the number that the picture is filled with, so that a result tells which picture it is of."""
    return [hand_at(float(frame.image_bgr[0, 0, 0]))]


def mark_of(result: FrameResult) -> int:
    return round(result.hands[0].hand.center_px[0])


class FakeDetector:
    """Answers as told.

    Attributes:
        resets, closed: How often it was called so.
    """

    def __init__(self, answer: Callable[[Frame], list[Hand]] = marked_hand) -> None:
        self.answer = answer
        self.resets = 0
        self.closed = 0

    def detect(self, frame: Frame) -> list[Hand]:
        return self.answer(frame)

    def reset(self) -> None:
        self.resets += 1

    def close(self) -> None:
        self.closed += 1


class GatedDetector(FakeDetector):
    """Waits in ``detect`` until the gate is opened; ``entered`` tells that it does."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.entered = threading.Event()

    def detect(self, frame: Frame) -> list[Hand]:
        self.entered.set()
        assert self.gate.wait(PATIENT_S)
        return super().detect(frame)


class FakeClassifier:
    """Reads every crop as the same gesture, or by the function given."""

    labels: GestureSet = DEFAULT_LABELS
    description = "a fake"

    def __init__(self, read: Callable[[HandCrop], str] = lambda crop: "rock", probability: float = 0.9) -> None:
        self.read = read
        self.probability = probability
        self.closed = 0

    def classify(self, crops: Sequence[HandCrop]) -> list[Prediction]:
        return [self._prediction(self.read(crop)) for crop in crops]

    def close(self) -> None:
        self.closed += 1

    def _prediction(self, gesture: str) -> Prediction:
        rest = (1 - self.probability) / (len(self.labels) - 1)
        probabilities = np.full(len(self.labels), rest, np.float32)
        probabilities[self.labels.index(gesture)] = self.probability
        return Prediction(self.labels, probabilities)


def crop_of(frame: Frame, hand: Hand) -> HandCrop:
    """A crop filled with the hand's place, so that a classifier can tell hands apart."""
    picture = np.full((CROP_SIZE_PX, CROP_SIZE_PX, 3), round(hand.center_px[0]) % 256, np.uint8)
    return HandCrop(picture, np.zeros((21, 3), np.float32))


def fake_processor(
    detector: FakeDetector | None = None, classifier: FakeClassifier | None = None, *, model_id: str = ""
) -> FrameProcessor:
    return FrameProcessor(detector or FakeDetector(), crop_of, classifier or FakeClassifier(), model_id=model_id)


def fake_model(model_id: str, read: str = "paper", labels: GestureSet = DEFAULT_LABELS) -> LoadedModel:
    """A model that reads every hand as the same gesture."""
    classifier = FakeClassifier(lambda crop: read)
    classifier.labels = labels
    classifier.description = f"a fake {model_id}"
    return LoadedModel(crop_of, classifier, model_id)


class Listener:
    """Pulls at once what the engine has, and lets a test wait for it.

    Attributes:
        frames: Every preview frame that could be pulled.
        results: Every result.
        statuses: Every status told of.
        told: How often it was called.
    """

    def __init__(self) -> None:
        self.engine: Engine | None = None
        self.frames: list[Frame] = []
        self.results: list[FrameResult] = []
        self.statuses: list[EngineStatus] = []
        self.told = 0
        self._changed = threading.Condition()

    def frame_ready(self) -> None:
        with self._changed:
            frame = self.engine.preview.take() if self.engine else None
            self.frames += [frame] if frame is not None else []
            self._tell()

    def result_ready(self) -> None:
        with self._changed:
            result = self.engine.results.take() if self.engine else None
            self.results += [result] if result is not None else []
            self._tell()

    def status_changed(self) -> None:
        with self._changed:
            self.statuses.append(self.engine.status if self.engine else EngineStatus())
            self._tell()

    def until(self, condition: Callable[[], object], what: str = "what was awaited") -> None:
        with self._changed:
            assert self._changed.wait_for(condition, PATIENT_S), f"never came: {what}"

    @property
    def capture_states(self) -> list[CaptureState]:
        """The states of capture in order, each once in a row."""
        states: list[CaptureState] = []
        for status in self.statuses:
            if states[-1:] != [status.capture]:
                states.append(status.capture)
        return states

    def _tell(self) -> None:
        self.told += 1
        self._changed.notify_all()
