"""Passes hands from the pipeline to a sample recorder, each with the frame in which it was found."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading
from gesture_app.domain.ports import SampleRecorder
from gesture_app.domain.samples.quality import OfferResult

RECORD_INTERVAL_S = 1 / 6
"""Consecutive frames hardly differ; six per second leave time to turn the hand in between."""


@dataclass(frozen=True)
class _Order:
    recorder: SampleRecorder
    label: str
    model_id: str


def recorded_reading(result: FrameResult) -> HandReading | None:
    """The hand to record if there are several: the largest, which is the nearest."""
    return max(result.hands, key=_extent_px, default=None)


class SampleTap:
    """Offers hands to a recorder while recording is on. A :data:`~gesture_app.pipeline.engine.FrameTap`.

    :meth:`record` and :meth:`rest` may be called from any thread; the tap itself is called in the inference thread.

    Args:
        heard: Called with the recorder's answer to each offer, in the inference thread.
        interval_s: Minimum time between two offers, by ``Frame.captured_s``.
    """

    def __init__(self, heard: Callable[[OfferResult], None], *, interval_s: float = RECORD_INTERVAL_S) -> None:
        self._heard = heard
        self._interval_s = interval_s
        self._lock = threading.Lock()
        self._order: _Order | None = None
        self._last_s: float | None = None

    def record(self, recorder: SampleRecorder, label: str, *, model_id: str) -> None:
        """Offer hands from now on.

        Args:
            recorder: Takes the hands.
            label: Label of the samples.
            model_id: Hands classified by another model are not offered: another model is another session.
        """
        with self._lock:
            self._order = _Order(recorder, label, model_id)

    def rest(self) -> None:
        """Offer nothing from now on. When this returns, no offer is in progress."""
        with self._lock:
            self._order = None

    def __call__(self, frame: Frame, result: FrameResult) -> None:
        """Offer the largest hand of a frame if the interval has passed."""
        reading = recorded_reading(result)
        if reading is None:
            return
        with self._lock:
            order = self._order
            if order is None or order.model_id != result.model_id or not self._is_due(frame.captured_s):
                return
            self._last_s = frame.captured_s
            # Under the lock, so that nothing is offered after rest(); offers return at once.
            offer = order.recorder.offer(frame, reading.hand, reading.prediction, order.label)
        self._heard(offer)

    def _is_due(self, captured_s: float) -> bool:
        return self._last_s is None or abs(captured_s - self._last_s) >= self._interval_s


def _extent_px(reading: HandReading) -> float:
    left, top, right, bottom = reading.hand.box_xyxy_px
    return max(right - left, bottom - top)
