"""Writes recorded hands in the background, so that neither the picture nor recognition waits for the disk."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone

from gesture_app.domain.frames.frame import Frame, Hand, Prediction
from gesture_app.domain.ports import RecorderListener, SampleStore
from gesture_app.domain.samples.labels import check_slug
from gesture_app.domain.samples.quality import OfferResult, QualityResult
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.errors import PipelineStuckError, SampleStoreError, one_line
from gesture_app.recording.hand_region import cut_region
from gesture_app.recording.quality import HandAppearance, appearance_of, check_quality
from gesture_app.recording.sample_store import utc_now

_log = logging.getLogger(__name__)

MOST_WAITING = 8
"""Whole frames wait: 8 of 1920 x 1080 are 50 MB, and a quarter of a second at 30 a second."""

RECENT_SAMPLES = 30
"""As many as are asked for of a label, so that none of a usual session is recorded twice."""


@dataclass(frozen=True)
class RecordingSession:
    """What all hands of one recorder have in common.

    Attributes:
        name: The session; see :func:`~gesture_app.domain.samples.sample.session_name`.
        camera: What the source is called.
        model_id: The model that reads the hands, or empty.

    Raises:
        ValueError: If the name is not safe as a part of a file's name.
    """

    name: str
    camera: str
    model_id: str = ""

    def __post_init__(self) -> None:
        check_slug(self.name, "session")


@dataclass(frozen=True, eq=False)
class _Offered:
    frame: Frame
    hand: Hand
    prediction: Prediction | None
    label: str
    taken_at: datetime


class BackgroundRecorder:
    """Judges hands and writes the good ones, in a thread of its own (a ``SampleRecorder``).

    Every method may be called from any thread; the listener is called from the recorder's.

    Args:
        store: Where good hands are kept.
        session: What they have in common. Another camera or model is another session, with a recorder of its own.
        listener: Hears what became of each hand that was taken.
        now: The time of day, with its offset from UTC.
        most_waiting: How many hands may wait before one is refused.
        stop_s: How long :meth:`stop` waits for what is being written.
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
        self._looks: dict[str, deque[HandAppearance]] = {}
        self._changed = threading.Condition()
        self._waiting: deque[_Offered] = deque()
        self._is_paused = False
        self._is_stopping = False
        self._thread = threading.Thread(target=self._work, name="sample-recorder", daemon=True)
        self._thread.start()

    def offer(self, frame: Frame, hand: Hand, prediction: Prediction | None, label: str) -> OfferResult:
        """Take a hand to be judged and written. Returns at once, and says so where it is not taken.

        Args:
            frame: The frame; nobody may write to it.
            hand: A hand in it.
            prediction: What the model read.
            label: What the hand shows.

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
        """Record again after a failure."""
        with self._changed:
            self._is_paused = False

    def stop(self) -> None:
        """Write what was taken, and end; may be called more than once.

        Raises:
            PipelineStuckError: If that takes longer than ``stop_s``, naming the thread and what waits. The thread is a
                daemon and ends with the process.
        """
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self._thread.join(self._stop_s)
        if self._thread.is_alive():
            with self._changed:
                waiting = len(self._waiting)
            raise PipelineStuckError(
                f"Still busy after {self._stop_s:g} s: {self._thread.name}, with {waiting} more to write.",
                hint="The disk does not answer. What was recorded before is safe.",
            )

    def _work(self) -> None:
        while (offered := self._next()) is not None:
            try:
                outcome = self._keep(offered)
            except SampleStoreError as error:
                self._fail(error)
            except Exception as error:
                _log.exception("recording failed")
                hint = "Record again; if it comes back, start the program anew."
                self._fail(SampleStoreError(f"Recording failed: {one_line(error)}.", hint=hint))
            else:
                self._tell(outcome)

    def _next(self) -> _Offered | None:
        """The next hand, waited for; None when there is none left and none will come."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_stopping)
            return self._waiting.popleft() if self._waiting else None

    def _keep(self, offered: _Offered) -> SampleInfo | QualityResult:
        """Write a hand, or say why not."""
        looks = self._looks.setdefault(offered.label, deque(maxlen=RECENT_SAMPLES))
        verdict = check_quality(offered.frame, offered.hand, looks)
        if not verdict.is_good:
            return verdict
        info = self._store.add(self._sample(offered))
        looks.append(appearance_of(offered.frame, offered.hand))
        return info

    def _sample(self, offered: _Offered) -> Sample:
        region_bgr, hand = cut_region(offered.frame, offered.hand)
        info = SampleInfo(
            session=self._session.name,
            number=0,
            label=offered.label,
            taken_at=offered.taken_at.astimezone(timezone.utc).isoformat(),
            camera=self._session.camera,
            hand=hand,
            region_wh=(region_bgr.shape[1], region_bgr.shape[0]),
            model_id=self._session.model_id,
            prediction=offered.prediction,
        )
        return Sample(info, region_bgr)

    def _fail(self, error: SampleStoreError) -> None:
        """Pause, and tell it once: what waits would fail alike."""
        with self._changed:
            lost = 1 + len(self._waiting)
            self._waiting.clear()
            self._is_paused = True
        self._tell(error, lost)

    def _tell(self, outcome: SampleInfo | QualityResult | SampleStoreError, lost: int = 0) -> None:
        try:
            if isinstance(outcome, SampleInfo):
                self._listener.sample_saved(outcome)
            elif isinstance(outcome, QualityResult):
                self._listener.hand_refused(outcome)
            else:
                self._listener.recording_failed(outcome, lost)
        except Exception:
            # A listener's mistake must not end recording.
            _log.exception("the recorder's listener failed")
