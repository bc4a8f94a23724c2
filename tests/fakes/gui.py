"""Stand-ins for cameras and networks that do what a test says, when it says so."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import ProcessorChoice
from gesture_app.domain.frames.camera_format import CameraFormat
from gesture_app.domain.frames.frame import (
    CROP_SIZE_PX,
    Frame,
    FrameResult,
    Hand,
    HandCrop,
    Handedness,
    HandReading,
    Prediction,
)
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, NONE
from gesture_app.domain.ports import FrameSource
from gesture_app.errors import SourceError
from gesture_app.gui.background.preferences import Preferences
from gesture_app.pipeline.processor import FrameProcessor
from gesture_app.settings import SourceChoice, SourceKind

RESOLUTION_WH = (64, 48)


@dataclass(frozen=True)
class FakeCamera:
    name: str
    id: str


def gray_image(level: int = 128) -> np.ndarray:
    return np.full((RESOLUTION_WH[1], RESOLUTION_WH[0], 3), level, np.uint8)


class HandFedSource:
    """A source that gives a frame, fails or ends when the test says so."""

    def __init__(self, name: str = "Fake camera", *, is_live: bool = True) -> None:
        self.name = name
        self.is_live = is_live
        self.nominal_fps: float | None = None
        self.frame_count: int | None = None
        self.opened = threading.Semaphore(0)
        self.open_error: SourceError | None = None
        self._steps: queue.Queue[np.ndarray | Exception | None] = queue.Queue()
        self._seq = 0

    def send(self, image_bgr: np.ndarray | None = None) -> None:
        self._steps.put(gray_image() if image_bgr is None else image_bgr)

    def fail(self, error: SourceError) -> None:
        self._steps.put(error)

    def end(self) -> None:
        self._steps.put(None)

    def open(self) -> None:
        if self.open_error is not None:
            raise self.open_error
        self._seq = 0
        self.opened.release()

    def read(self) -> Frame | None:
        step = self._steps.get()
        if step is None or isinstance(step, Exception):
            if step is None:
                return None
            raise step
        frame = Frame(step, self._seq, self._seq / 30, time.monotonic())
        self._seq += 1
        return frame

    def request_stop(self) -> None:
        self._steps.put(None)

    def close(self) -> None:
        pass


class FakeCatalog:
    """Cameras that come and go, and a hand-fed source each time something is chosen."""

    def __init__(self, *cameras: FakeCamera) -> None:
        self.cameras: list[FakeCamera] = list(cameras)
        self.made: list[SourceChoice] = []
        self.formats: list[CameraFormat] = []
        self.errors: dict[SourceKind, SourceError] = {}
        self.may_list = threading.Event()
        self.may_list.set()
        self._sources: dict[tuple[SourceKind, str], HandFedSource] = {}
        self._lock = threading.Lock()

    def source(self, kind: SourceKind, value: str = "") -> HandFedSource:
        """The source made last for this, or the one that will be made first."""
        with self._lock:
            is_live = kind in {SourceKind.CAMERA, SourceKind.ADDRESS}
            return self._sources.setdefault((kind, value), HandFedSource(value or kind.value, is_live=is_live))

    def list_cameras(self) -> Sequence[FakeCamera]:
        self.may_list.wait()
        return list(self.cameras)

    def make_source(self, choice: SourceChoice, camera_format: CameraFormat) -> FrameSource:
        self.formats.append(camera_format)
        if choice.kind in self.errors:
            self.made.append(choice)
            raise self.errors[choice.kind]
        if choice in self.made:
            with self._lock:
                del self._sources[choice.kind, choice.value]
        source = self.source(choice.kind, choice.value)
        self.made.append(choice)
        return source


def hand_at(x_px: float, y_px: float, size_px: float = 16.0) -> Hand:
    """A hand whose points fill a square with this upper left corner."""
    steps = np.linspace(0, 1, 21, dtype=np.float32)
    points = np.stack([x_px + steps * size_px, y_px + np.roll(steps, 7) * size_px, np.zeros_like(steps)], axis=1)
    return Hand(points.astype(np.float32), Handedness.RIGHT, 0.9)


def prediction_of(label: str, probability: float = 0.9) -> Prediction:
    probabilities = np.full(len(DEFAULT_LABELS), (1 - probability) / (len(DEFAULT_LABELS) - 1), np.float32)
    probabilities[DEFAULT_LABELS.index(label)] = probability
    return Prediction(DEFAULT_LABELS, probabilities)


def result_of(*readings: tuple[Hand, str], seq: int = 0, captured_s: float = 0.0) -> FrameResult:
    """A result in which each hand shows its gesture; the first hand leads."""
    hands = tuple(
        HandReading(hand, prediction_of(label), number, label) for number, (hand, label) in enumerate(readings)
    )
    gesture = hands[0].stable_gesture if hands else NONE
    return FrameResult(seq, 0.0, captured_s, RESOLUTION_WH, hands, gesture)


class FakeDetector:
    """Finds the hands it was given, in every frame, once it is let."""

    def __init__(self) -> None:
        self.hands: list[Hand] = [hand_at(20, 16)]
        self.error: Exception | None = None
        self.may_detect = threading.Event()
        self.may_detect.set()
        self.seqs: list[int] = []

    def detect(self, frame: Frame) -> list[Hand]:
        self.seqs.append(frame.seq)
        self.may_detect.wait()
        if self.error is not None:
            raise self.error
        return self.hands

    def expect_hands(self, count: int) -> None:
        pass

    def reset(self) -> None:
        pass

    def close(self) -> None:
        pass


class FakeClassifier:
    """Reads the same gesture from every hand."""

    labels = DEFAULT_LABELS
    description = "Fake, CPU"
    has_features = False

    def __init__(self) -> None:
        self.label = "rock"

    def classify(self, crops: Sequence[HandCrop], memory: object = None) -> list[Prediction]:
        return [prediction_of(self.label) for _crop in crops]

    def close(self) -> None:
        pass


def blank_crop(_frame: Frame, hand: Hand) -> HandCrop:
    return HandCrop(np.zeros((CROP_SIZE_PX, CROP_SIZE_PX, 3), np.uint8), hand.landmarks_px)


class FakeRecognizer:
    """Makes processors from one detector and one classifier, and remembers for how many hands and which detector."""

    def __init__(self) -> None:
        self.detector = FakeDetector()
        self.classifier = FakeClassifier()
        self.may_load = threading.Event()
        self.may_load.set()
        self.error: Exception | None = None
        self.hands_asked: list[int] = []
        self.detectors = ("onnx", "mediapipe")
        self.detectors_asked: list[str] = []

    def processors(self, options: AppOptions, preferences: Preferences) -> ProcessorChoice:
        recognizer = self

        class FakeProcessorChoice(ProcessorChoice):
            def make_processor(self) -> FrameProcessor:
                recognizer.hands_asked.append(self.hands)
                recognizer.detectors_asked.append(self.detector)
                recognizer.may_load.wait()
                if recognizer.error is not None:
                    raise recognizer.error
                return FrameProcessor(recognizer.detector, blank_crop, recognizer.classifier)

        return FakeProcessorChoice(options, preferences, self.detectors)

    def release(self) -> None:
        """Let go of whatever waits, so that threads can end."""
        self.may_load.set()
        self.detector.may_detect.set()
