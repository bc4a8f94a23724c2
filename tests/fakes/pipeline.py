"""Fakes of the pipeline's parts and of its listener."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import numpy as np

from gesture_app.domain.frames.frame import CROP_SIZE_PX, Frame, FrameResult, Hand, HandCrop, Handedness, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.pipeline.engine import CaptureState, Engine, EngineStatus
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel

PATIENT_S = 10.0
"""Timeout of a test for an event that must come; only a failing test waits that long."""


def hand_at(x_px: float, size_px: float = 20.0) -> Hand:
    points = np.zeros((21, 3), np.float32)
    points[:, 0] = np.linspace(x_px - size_px / 2, x_px + size_px / 2, 21)
    points[:, 1] = 20
    return Hand(points, Handedness.RIGHT, 0.9)


def marked_hand(frame: Frame) -> list[Hand]:
    """One hand whose x is the value of all pixels, so that a result can be matched to its image."""
    return [hand_at(float(frame.image_bgr[0, 0, 0]))]


def mark_of(result: FrameResult) -> int:
    return round(result.hands[0].hand.center_px[0])


class FakeDetector:
    """A detector that answers by a function.

    Attributes:
        resets, closed: Number of these calls.
        expected: The number of expected hands.
    """

    def __init__(self, answer: Callable[[Frame], list[Hand]] = marked_hand) -> None:
        self.answer = answer
        self.expected = 0
        self.resets = 0
        self.closed = 0

    def detect(self, frame: Frame) -> list[Hand]:
        return self.answer(frame)

    def expect_hands(self, count: int) -> None:
        self.expected = count

    def reset(self) -> None:
        self.resets += 1

    def close(self) -> None:
        self.closed += 1


class GatedDetector(FakeDetector):
    """A detector whose ``detect`` waits until the gate is opened; ``entered`` is set while it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.entered = threading.Event()

    def detect(self, frame: Frame) -> list[Hand]:
        self.entered.set()
        assert self.gate.wait(PATIENT_S)
        return super().detect(frame)


class FakeClassifier:
    """A classifier that predicts the same gesture for every crop, or by a function."""

    labels: GestureSet = DEFAULT_LABELS
    description = "a fake"
    has_features = False

    def __init__(self, read: Callable[[HandCrop], str] = lambda crop: "rock", probability: float = 0.9) -> None:
        self.read = read
        self.probability = probability
        self.closed = 0

    def classify(self, crops: Sequence[HandCrop], memory: object = None) -> list[Prediction]:
        return [self._prediction(self.read(crop)) for crop in crops]

    def close(self) -> None:
        self.closed += 1

    def _prediction(self, gesture: str) -> Prediction:
        rest = (1 - self.probability) / (len(self.labels) - 1)
        probabilities = np.full(len(self.labels), rest, np.float32)
        probabilities[self.labels.index(gesture)] = self.probability
        return Prediction(self.labels, probabilities)


def crop_of(frame: Frame, hand: Hand) -> HandCrop:
    """A crop filled with the hand's x, so that a classifier can distinguish hands."""
    image_rgb = np.full((CROP_SIZE_PX, CROP_SIZE_PX, 3), round(hand.center_px[0]) % 256, np.uint8)
    return HandCrop(image_rgb, np.zeros((21, 3), np.float32))


def fake_processor(
    detector: FakeDetector | None = None, classifier: FakeClassifier | None = None, *, model_id: str = ""
) -> FrameProcessor:
    return FrameProcessor(detector or FakeDetector(), crop_of, classifier or FakeClassifier(), model_id=model_id)


def fake_model(model_id: str, read: str = "paper", labels: GestureSet = DEFAULT_LABELS) -> LoadedModel:
    """A model that predicts the same gesture for every hand."""
    classifier = FakeClassifier(lambda crop: read)
    classifier.labels = labels
    classifier.description = f"a fake {model_id}"
    return LoadedModel(crop_of, classifier, model_id)


class Listener:
    """A listener that takes frames and results at once, and lets a test wait for them.

    Attributes:
        frames: Every preview frame that could be taken.
        results: Every result.
        statuses: The status at each notification.
        notified: Number of notifications.
    """

    def __init__(self) -> None:
        self.engine: Engine | None = None
        self.frames: list[Frame] = []
        self.results: list[FrameResult] = []
        self.statuses: list[EngineStatus] = []
        self.notified = 0
        self._changed = threading.Condition()

    def frame_ready(self) -> None:
        with self._changed:
            frame = self.engine.preview.take() if self.engine else None
            self.frames += [frame] if frame is not None else []
            self._record()

    def result_ready(self) -> None:
        with self._changed:
            result = self.engine.results.take() if self.engine else None
            self.results += [result] if result is not None else []
            self._record()

    def status_changed(self) -> None:
        with self._changed:
            self.statuses.append(self.engine.status if self.engine else EngineStatus())
            self._record()

    def until(self, condition: Callable[[], object], awaited: str = "the condition") -> None:
        with self._changed:
            assert self._changed.wait_for(condition, PATIENT_S), f"never came: {awaited}"

    @property
    def capture_states(self) -> list[CaptureState]:
        """The states of capture in order, each once in a row."""
        states: list[CaptureState] = []
        for status in self.statuses:
            if states[-1:] != [status.capture]:
                states.append(status.capture)
        return states

    def _record(self) -> None:
        self.notified += 1
        self._changed.notify_all()
