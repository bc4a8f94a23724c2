"""Adds hands that were misread to the samples, under the label that the user gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from gesture_app.domain.ports import SampleRecorder
from gesture_app.domain.samples.collecting import SessionKey
from gesture_app.domain.samples.correction import SeenHand, correction_session, hands_to_correct, utc_day
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.quality import QualityResult
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.correction_notices import added_notice, refused_notice
from gesture_app.gui.background.current_recorder import CurrentRecorder
from gesture_app.gui.background.frame_taps import FrameTaps
from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.background.notices import Notices, Notification
from gesture_app.gui.background.recorder_events import RecorderEvents, RecorderFactory
from gesture_app.gui.background.sample_notices import CHANGE_KEY
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.texts import label_name
from gesture_app.gui.translation import tr
from gesture_app.pipeline.recent_frames import RecentFrames


class Corrections(QObject):
    """Knows the hands that were just seen, and records one when the user says what it showed. Used in the GUI thread.

    The hand passes the same check as all samples. The memory follows the samples, so that it counts within a second.

    Args:
        session: The engine session.
        samples: The recorded samples.
        memory: Says whether samples count at once.
        taps: Receive each frame with its result.
        notices: Shows the outcome, which can be undone.
        make_recorder: Makes the recorder of a session.
        person: Returns the name of the person whose hands are recorded.
        now: The time of day, with its offset from UTC.
        parent: Qt's owner.
    """

    def __init__(
        self,
        session: EngineSession,
        samples: SampleService,
        memory: MemoryService,
        taps: FrameTaps,
        notices: Notices,
        make_recorder: RecorderFactory,
        *,
        person: Callable[[], str],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._samples = samples
        self._memory = memory
        self._notices = notices
        self._make_recorder = make_recorder
        self._person = person
        self._now = now
        self._recent = RecentFrames()
        taps.add(self._recent)
        session.source_changed.connect(self._recent.clear)
        self._waiting: list[tuple[SeenHand, str, str]] = []
        self._current = CurrentRecorder(samples)
        self._recorder_of: tuple[SessionKey, date] | None = None
        self._events = RecorderEvents(self)
        self._events.saved.connect(self._on_saved)
        self._events.refused.connect(self._on_refused)
        self._events.failed.connect(self._on_failed)
        samples.loaded.connect(self._on_loaded)

    @property
    def labels(self) -> LabelSet:
        """The labels that a hand can be given."""
        return self._samples.labels

    @property
    def has_hands(self) -> bool:
        """Whether a hand was seen in the last seconds."""
        return bool(self._recent.hands())

    @property
    def is_ambiguous(self) -> bool:
        """Whether several hands were in view at last, so that the user must say which one is meant."""
        frames = self._recent.hands()
        return bool(frames) and len(frames[-1]) > 1

    def hands(self, *, since_s: float = float("-inf")) -> tuple[SeenHand, ...]:
        """The hands seen in the last seconds that may be meant, the most probable one first.

        Args:
            since_s: Leaves out hands that were seen before this time, in monotonic seconds.
        """
        return hands_to_correct(self._recent.hands(since_s=since_s))

    def hands_of(self, seq: int) -> Sequence[SeenHand]:
        """The hands of one of the newest frames; empty if it is no longer known."""
        return self._recent.hands_of(seq)

    def correct(self, hand: SeenHand, label: str, person: str | None = None) -> None:
        """Add a hand to the samples, under this label; once the samples have been read.

        Args:
            hand: The hand.
            label: What it showed.
            person: Whose hand it is, ``NOBODY`` for somebody without a name; None for the person who is recorded.
        """
        self._waiting.append((hand, label, self._person() if person is None else person))
        if self._samples.is_open:
            self._on_loaded()
        else:
            self._samples.load()

    def undo(self) -> None:
        """Undo the last change of the samples."""
        self._samples.undo()

    def stop(self) -> bool:
        """Write what is queued, and end the recorder. Returns False if it did not stop in time."""
        return self._current.stop()

    def _on_loaded(self) -> None:
        waiting, self._waiting = self._waiting, []
        for hand, label, person in waiting:
            recorder = self._recorder_for(SessionKey(self._session.status.source_name, hand.model_id, person))
            if recorder is not None:
                recorder.offer(hand.frame, hand.reading.hand, hand.reading.prediction, label)

    def _recorder_for(self, key: SessionKey) -> SampleRecorder | None:
        """The recorder of today's corrections with this camera and model."""
        store = self._samples.store
        if store is None:
            return None
        now = self._now()
        if self._current.recorder is None or self._recorder_of != (key, utc_day(now)):
            self._recorder_of = key, utc_day(now)
            self._current.replace(
                lambda: self._make_recorder(
                    store,
                    session=correction_session(self._samples.infos, key, now),
                    camera=key.camera,
                    model_id=key.model_id,
                    person=key.person,
                    listener=self._events,
                    is_correction=True,
                )
            )
        return self._current.recorder

    def _on_saved(self, info: SampleInfo) -> None:
        self._samples.add_recorded(info)
        self._samples.offer_undo_of_added([info.id], tr("correction"))
        name = label_name(self._samples.labels, info.label)
        self._notices.show(
            added_notice(name, self._memory.state, undo=self.undo, use_at_once=lambda: self._memory.set_on(True))
        )

    def _on_refused(self, result: QualityResult) -> None:
        self._notices.show(refused_notice(result))

    def _on_failed(self, error: GestureAppError, _lost: int) -> None:
        self._current.resume()  # each correction is a new try
        self._notices.show(Notification.of_error(error, key=CHANGE_KEY))
