"""Processing of one frame: detect, crop, classify, smooth."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from gesture_app.domain.frames.far_hands import with_distance
from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.frames.smoothing import HandTracker, SmoothingSettings, leading_gesture
from gesture_app.domain.models.sample_memory import SampleMemory
from gesture_app.domain.ports import Classifier, Cropper, DetectionMode, HandDetector


@dataclass(frozen=True)
class LoadedModel:
    """A model that is ready to use.

    Attributes:
        cropper: Makes the model's crops.
        classifier: Runs the model.
        model_id: Its id.
        seal: Digest of everything that its predictions depend on.
    """

    cropper: Cropper
    classifier: Classifier
    model_id: str = ""
    seal: str = ""


@dataclass(frozen=True)
class LoadedMemory:
    """A memory of samples that is ready to use.

    Attributes:
        memory: The memory.
        seal: Seal of the model whose features it holds; with another model it has no effect.
    """

    memory: SampleMemory
    seal: str


class FrameProcessor:
    """Detects, crops, classifies and smooths. Used from one thread.

    Args:
        detector: Detects hands; closed with the processor.
        cropper: Makes the crops of the classifier's model.
        classifier: Classifies crops; closed with the processor.
        mode: In independent images nothing is smoothed.
        smoothing: Settings of the smoothing in video.
        sensitivity: How readily a hand is taken to show a gesture.
        clock: Seconds, for the timings; does not influence any result.
        model_id: Id of the classifier's model, which results carry.
        seal: Digest of everything that the model's predictions depend on.
    """

    def __init__(
        self,
        detector: HandDetector,
        cropper: Cropper,
        classifier: Classifier,
        *,
        mode: DetectionMode = DetectionMode.VIDEO,
        smoothing: SmoothingSettings | None = None,
        sensitivity: Sensitivity = Sensitivity.NORMAL,
        clock: Callable[[], float] = time.perf_counter,
        model_id: str = "",
        seal: str = "",
    ) -> None:
        self._detector = detector
        self._cropper = cropper
        self._classifier = classifier
        self._mode = mode
        self._smoothing = smoothing or SmoothingSettings()
        self._sensitivity = sensitivity
        self._tracker = HandTracker(self._smoothing, sensitivity)
        self._clock = clock
        self._model_id = model_id
        self._seal = seal
        self._memory: LoadedMemory | None = None

    @property
    def labels(self) -> GestureSet:
        """The labels of its predictions."""
        memory = self.memory
        return self._classifier.labels if memory is None else memory.labels

    @property
    def supports_memory(self) -> bool:
        """Whether a memory of samples can adjust the predictions of the model in use."""
        return self._classifier.has_features

    @property
    def memory(self) -> SampleMemory | None:
        """The memory that adjusts the predictions; None if there is none, or it is of another model."""
        loaded = self._memory
        return None if loaded is None or loaded.seal != self._seal or not self.supports_memory else loaded.memory

    @property
    def model_id(self) -> str:
        """Id of the model in use, or empty."""
        return self._model_id

    @property
    def description(self) -> str:
        """Runtime and device of the classifier, for people."""
        return self._classifier.description

    def process(self, frame: Frame) -> FrameResult:
        """Process one frame.

        Raises:
            DetectorError: If the detector failed.
            ClassifierError: If the classifier failed.
        """
        start = self._clock()
        hands = sorted(self._detector.detect(frame), key=lambda hand: hand.center_px[0])
        detected = self._clock()
        crops = [self._cropper(frame, hand) for hand in hands]
        cropped = self._clock()
        predictions = [
            with_distance(prediction, hand, frame.resolution_wh)
            for hand, prediction in zip(hands, self._classifier.classify(crops, self.memory), strict=True)
        ]
        classified = self._clock()
        if self._mode is DetectionMode.INDEPENDENT:
            readings = [
                HandReading(hand, prediction, track_id, prediction.gesture_at(self._sensitivity))
                for track_id, (hand, prediction) in enumerate(zip(hands, predictions, strict=True))
            ]
            gesture = leading_gesture(readings)
        else:
            readings = self._tracker.update(hands, predictions, frame.time_s)
            gesture = self._tracker.leading_gesture(readings)
        return FrameResult(
            seq=frame.seq,
            time_s=frame.time_s,
            captured_s=frame.captured_s,
            resolution_wh=frame.resolution_wh,
            hands=tuple(readings),
            gesture=gesture,
            timings_ms={
                "detect": (detected - start) * 1000,
                "crop": (cropped - detected) * 1000,
                "classify": (classified - cropped) * 1000,
                "total": (self._clock() - start) * 1000,
            },
            path=frame.path,
            model_id=self._model_id,
        )

    def exchange_model(self, model: LoadedModel) -> LoadedModel:
        """Use another model from the next frame on.

        If its labels are others, the smoothed gestures are dropped.

        Args:
            model: The model; closed with the processor from now on.

        Returns:
            The previous model, for the caller to close.
        """
        before, labels = LoadedModel(self._cropper, self._classifier, self._model_id, self._seal), self.labels
        self._cropper, self._classifier = model.cropper, model.classifier
        self._model_id, self._seal = model.model_id, model.seal
        if self.labels != labels:
            self._tracker.forget_gestures()
        return before

    def set_memory(self, memory: LoadedMemory | None) -> bool:
        """Use a memory of samples from the next frame on; None for the model's own predictions.

        Smoothed gestures are dropped if the labels become others.

        Returns:
            Whether it is another memory than before.
        """
        if memory is self._memory:
            return False
        labels = self.labels
        self._memory = memory
        if self.labels != labels:
            self._tracker.forget_gestures()
        return True

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Use a sensitivity from the next frame on; if it is another one, smoothed gestures begin anew."""
        if sensitivity is self._sensitivity:
            return
        self._sensitivity = sensitivity
        self._tracker.set_sensitivity(sensitivity)

    def expect_hands(self, count: int) -> None:
        """Say how many hands are surely in view in the next frames; see :class:`HandDetector`."""
        self._detector.expect_hands(count)

    def reset(self) -> None:
        """Drop all tracks, as for a new source."""
        self._detector.reset()
        self._tracker = HandTracker(self._smoothing, self._sensitivity)

    def close(self) -> None:
        """Release detector and classifier. May be called more than once."""
        try:
            self._detector.close()
        finally:
            self._classifier.close()
