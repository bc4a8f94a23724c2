"""Saving recorded hands in the background, so that neither preview nor inference waits for the disk."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gesture_app.domain.frames.frame import Frame, Hand, Prediction
from gesture_app.domain.message import Message
from gesture_app.domain.ports import RecorderListener, SampleStore
from gesture_app.domain.samples.labels import check_slug
from gesture_app.domain.samples.quality import OfferResult, QualityResult
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import PipelineStuckError, SampleStoreError, one_line
from gesture_app.recording.quality import RECENT_SAMPLES, HandAppearance, appearance_of, check_quality
from gesture_app.recording.sample_builder import RecordingSession, build_sample
from gesture_app.recording.sample_store import utc_now
from gesture_app.watchdog import WatchedThread

_log = logging.getLogger(__name__)

_SAMPLE_LIMIT_S = 10.0
"""Seconds after which the log says where the writing of one sample is."""

MOST_WAITING = 8
"""Maximum number of queued frames: 8 of 1920 x 1080 are 50 MB, or a quarter of a second at 30 fps."""


@dataclass(frozen=True, eq=False)
class _Offered:
    frame: Frame
    hand: Hand
    prediction: Prediction | None
    label: str
    taken_at: datetime


class BackgroundRecorder:
    """Checks hands and saves the good ones in its own thread (a ``SampleRecorder``).

    Any thread may call any method; the listener is called in the recorder's thread.

    Args:
        store: The store for good hands.
        session: Their shared properties. Another camera or model is another session, with its own recorder.
        listener: Receives the result of each hand that was taken.
        now: The time of day, with its offset from UTC.
        most_waiting: Maximum number of queued hands.
        stop_s: Maximum time that :meth:`stop` waits for the thread.
    """

    def __init__(
        self,
        store: SampleStore,
        session: RecordingSession,
        listener: RecorderListener,
        *,
        now: Callable[[], datetime] = utc_now,
        most_waiting: int = MOST_WAITING,
        stop_s: float = 5.0,
    ) -> None:
        self._store = store
        self._session = session
        self._listener = listener
        self._now = now
        self._most_waiting = most_waiting
        self._stop_s = stop_s
        self._recent: dict[str, deque[HandAppearance]] = {}
        self._changed = threading.Condition()
        self._waiting: deque[_Offered] = deque()
        self._is_paused = False
        self._is_stopping = False
        self._thread = WatchedThread(self._work, name="sample-recorder", limit_s=_SAMPLE_LIMIT_S)
        self._thread.start()

    def offer(self, frame: Frame, hand: Hand, prediction: Prediction | None, label: str) -> OfferResult:
        """Take a hand to be checked and saved. Returns at once whether it is taken.

        Args:
            frame: The frame; nobody may write to it.
            hand: A hand in it.
            prediction: The model's prediction, if there is one.
            label: The label to record it under.

        Raises:
            ValueError: If the label cannot be used.
        """
        check_slug(label)
        offered = _Offered(frame, hand, prediction, label, self._now())
        with self._changed:
            if self._is_stopping:
                return OfferResult.STOPPED
            if self._is_paused:
                return OfferResult.PAUSED
            if len(self._waiting) >= self._most_waiting:
                return OfferResult.FULL
            self._waiting.append(offered)
            self._changed.notify_all()
        return OfferResult.TAKEN

    def resume(self) -> None:
        """Continue recording after a failure."""
        with self._changed:
            self._is_paused = False

    def stop(self) -> None:
        """Save the hands that were taken, and end; may be called more than once.

        Raises:
            PipelineStuckError: If that takes longer than ``stop_s``. The thread is a daemon and ends with the process.
        """
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self._thread.join(self._stop_s)
        if self._thread.is_alive():
            with self._changed:
                waiting = len(self._waiting)
            raise PipelineStuckError(
                Message("Still busy after {seconds} s: {thread}, with {count} more to write.").fill(
                    seconds=f"{self._stop_s:g}", thread=self._thread.name, count=waiting
                ),
                hint=Message("The disk does not answer. What was recorded before is safe."),
            )

    def _work(self) -> None:
        while (offered := self._next()) is not None:
            self._thread.heartbeat.beat()
            try:
                outcome = self._save(offered)
            except SampleStoreError as error:
                self._fail(error)
            except Exception as error:
                _log.exception("recording failed")
                hint = Message("Record again; if it comes back, start the program anew.")
                self._fail(
                    SampleStoreError(Message("Recording failed: {reason}.").fill(reason=one_line(error)), hint=hint)
                )
            else:
                self._report(outcome)

    def _next(self) -> _Offered | None:
        """Wait for the next hand; None when the queue is empty and recording has stopped."""
        with self._changed:
            self._thread.heartbeat.rest()
            self._changed.wait_for(lambda: self._waiting or self._is_stopping)
            return self._waiting.popleft() if self._waiting else None

    def _save(self, offered: _Offered) -> SampleInfo | QualityResult:
        """Save a hand, or return the result of the check that it failed."""
        recent = self._recent.setdefault(offered.label, deque(maxlen=RECENT_SAMPLES))
        verdict = check_quality(offered.frame, offered.hand, recent)
        if not verdict.is_good:
            return verdict
        sample = build_sample(
            offered.frame, offered.hand, offered.label, self._session, offered.prediction, offered.taken_at
        )
        info = self._store.add(sample)
        recent.append(appearance_of(offered.frame, offered.hand))
        return info

    def _fail(self, error: SampleStoreError) -> None:
        """Pause, and report one failure for all queued hands, which would fail alike."""
        with self._changed:
            lost = 1 + len(self._waiting)
            self._waiting.clear()
            self._is_paused = True
        self._report(error, lost)

    def _report(self, outcome: SampleInfo | QualityResult | SampleStoreError, lost: int = 0) -> None:
        try:
            if isinstance(outcome, SampleInfo):
                self._listener.sample_saved(outcome)
            elif isinstance(outcome, QualityResult):
                self._listener.hand_refused(outcome)
            else:
                self._listener.recording_failed(outcome, lost)
        except Exception:
            # An error of the listener must not end recording.
            _log.exception("the recorder's listener failed")
