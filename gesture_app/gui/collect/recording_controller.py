"""Starts and stops recording, and knows what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gesture_app.domain.ports import RecorderListener, SampleRecorder, SampleStore
from gesture_app.domain.samples.collecting import (
    SESSION_GAP_S,
    Burst,
    BurstLength,
    BurstPhase,
    SessionKey,
    SessionTracker,
)
from gesture_app.domain.samples.quality import OfferResult, QualityResult, Refusal
from gesture_app.domain.samples.sample import SampleInfo, session_name
from gesture_app.errors import GestureAppError, PipelineStuckError
from gesture_app.gui.background.notices import Action, Notices, Notification
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession, obstacle
from gesture_app.gui.collect.recorder_news import RecorderNews
from gesture_app.gui.texts import counted
from gesture_app.pipeline.sample_tap import SampleTap

FAILURE_KEY = "recording"
REFUSAL_SHOWN_S = 1.6
"""How long a refusal stays on the picture."""
_TICK_MS = 33
PAUSED = "Recording is paused. Choose “Try again” above."
"""Said while the store has failed and nobody has said to go on."""
_FULL_TEXT = "The disk is slow: some pictures were left out."


class RecorderFactory(Protocol):
    """Makes a recorder for one session."""

    def __call__(
        self, store: SampleStore, *, session: str, camera: str, model_id: str, listener: RecorderListener
    ) -> SampleRecorder:
        """A recorder that writes into ``store``; whoever asked for it stops it."""
        ...


@dataclass(frozen=True)
class DeskState:
    """What is to be shown of recording.

    Attributes:
        label: What is being recorded, or counted down to, as a slug; None at rest.
        countdown: The number of the countdown, 0 where none runs.
        burst_share: How much of a burst is done, 0 to 1; None where none runs.
        refusal: The last refusal while it is fresh, as a sentence.
        trouble: Why nothing is recorded although it was asked for.
        is_paused: Whether the store has failed and nobody has said to go on.
    """

    label: str | None = None
    countdown: int = 0
    burst_share: float | None = None
    refusal: str = ""
    trouble: str = ""
    is_paused: bool = False

    @property
    def is_recording(self) -> bool:
        """Whether hands are being kept now."""
        return self.label is not None and not self.countdown and not self.is_paused


class RecordingController(QObject):
    """Turns "record this" into samples: holds the tap open, runs bursts, and begins sessions. Used in the GUI thread.

    Args:
        session: Where hands come from.
        room: Where samples are known.
        tap: Offers hands to the recorder.
        news: Tells what became of them.
        make_recorder: Makes the recorder of a session.
        notices: Where a failing disk is told.
        clock: Monotonic seconds.
        now: The time of day, with its offset from UTC.
        parent: Qt's owner.
    """

    changed = Signal()

    def __init__(
        self,
        session: EngineSession,
        room: SampleService,
        tap: SampleTap,
        news: RecorderNews,
        make_recorder: RecorderFactory,
        notices: Notices,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._room = room
        self._tap = tap
        self._news = news
        self._make_recorder = make_recorder
        self._notices = notices
        self._clock = clock
        self._now = now
        self._watch = SessionTracker()
        self._recorder: SampleRecorder | None = None
        self._burst: Burst | None = None
        self._burst_kept = 0
        self._refused_s = 0.0
        self._is_stuck = False
        self._session_name = ""
        self.state = DeskState()
        self.kept = 0
        self.refusals: Counter[Refusal] = Counter()
        self.full = 0
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)
        news.kept.connect(self._on_kept)
        news.refused.connect(self._on_refused)
        news.failed.connect(self._on_failed)
        news.answered.connect(self._on_answered)
        session.source_changed.connect(self.rest)
        session.status_changed.connect(self._on_status_changed)
        session.result_changed.connect(self._on_result)

    @property
    def burst(self) -> Burst | None:
        """The burst that runs or counts down."""
        return self._burst

    @property
    def session_name(self) -> str:
        """The session that is being recorded, or that would be gone on with; empty where the next one is a new one."""
        return self._session_name or self._interrupted(self._key)

    @property
    def obstacle(self) -> str:
        """Why nothing can be recorded now, in a few words; empty if it can."""
        if not self._room.is_open:
            return "The samples are still being read."
        return obstacle(self._session.status, is_restarting=self._session.is_restarting)

    def record(self, label: str) -> None:
        """Record this label until :meth:`rest`."""
        self._burst = None
        if self._may_record():
            self._begin(label)

    def begin_burst(self, label: str, length: BurstLength) -> None:
        """Record this label by itself, after a countdown."""
        self.rest()
        if self._may_record():
            self._burst = Burst(label, length, self._clock())
            self._burst_kept = 0
            self.tick()
            self._ticks.start()

    def rest(self) -> None:
        """Stop recording, or counting down."""
        self._tap.rest()
        self._burst = None
        self._show(replace(self.state, label=None, countdown=0, burst_share=None, trouble=""))

    def go_on(self) -> None:
        """Record again after the store has failed."""
        if self._recorder is not None:
            self._recorder.go_on()
        self._notices.withdraw(FAILURE_KEY)
        self._show(replace(self.state, is_paused=False, trouble=""))

    def tick(self) -> None:
        """Let time pass: count down, begin and end a burst, let a refusal fade."""
        now_s = self._clock()
        state = self.state
        if state.refusal and now_s - self._refused_s > REFUSAL_SHOWN_S:
            state = replace(state, refusal="")
        burst = self._burst
        if burst is not None:
            phase = burst.phase(now_s, self._burst_kept)
            if phase is BurstPhase.OVER:
                self._show(state)
                self.rest()
                return
            share = burst.progress(now_s, self._burst_kept)
            if phase is BurstPhase.RECORDING and not state.is_recording:
                self._begin(burst.label)
                state = replace(state, label=self.state.label, trouble=self.state.trouble)
            state = replace(state, label=burst.label, countdown=burst.countdown(now_s), burst_share=share)
        if burst is None and not state.refusal:
            self._ticks.stop()
        self._show(state)

    def stop(self) -> bool:
        """Write what was taken, and end. Returns False when the disk does not answer."""
        self.rest()
        self._ticks.stop()
        if self._recorder is not None:
            self._stop_recorder(self._recorder)
            self._recorder = None
        return not self._is_stuck

    def _may_record(self) -> bool:
        trouble = self.obstacle
        if self.state.is_paused:
            trouble = PAUSED
        if trouble:
            self._tap.rest()
            self._show(replace(self.state, label=None, countdown=0, burst_share=None, trouble=trouble))
        return not trouble

    def _begin(self, label: str) -> None:
        key = self._key
        recorder = self._recorder_for(key)
        if recorder is not None:
            self._tap.record(recorder, label, model_id=key.model_id)
            self._show(replace(self.state, label=label, trouble="", countdown=0))

    def _recorder_for(self, key: SessionKey) -> SampleRecorder | None:
        store = self._room.store
        if store is None:
            return None
        if self._watch.is_new(key, self._clock()) or self._recorder is None:
            self._retire()
            interrupted = "" if self._session_name else self._interrupted(key)
            self._session_name = interrupted or self._new_name()
            self._recorder = self._make_recorder(
                store, session=self._session_name, camera=key.camera, model_id=key.model_id, listener=self._news
            )
        return self._recorder

    @property
    def _key(self) -> SessionKey:
        model_id = "" if self._session.result is None else self._session.result.model_id
        return SessionKey(self._session.status.source_name, model_id)

    def _interrupted(self, key: SessionKey) -> str:
        """The last session, if the program was only started anew in it: that makes no other day of it."""
        last = self._room.infos[-1] if self._room.infos else None
        if last is None or SessionKey(last.camera, last.model_id) != key:
            return ""
        age = self._now() - datetime.fromisoformat(last.taken_at)
        return last.session if timedelta() <= age <= timedelta(seconds=SESSION_GAP_S) else ""

    def _new_name(self) -> str:
        """A name that no session has, also where two begin within a second."""
        taken = {info.session for info in self._room.infos} | {self._session_name}
        name = session_name(self._now())
        numbered = (f"{name}_{number}" for number in range(2, len(taken) + 3))
        return name if name not in taken else next(other for other in numbered if other not in taken)

    def _retire(self) -> None:
        """Let the recorder of the last session write what it has, without waiting for it here."""
        recorder, self._recorder = self._recorder, None
        if recorder is not None:

            def task() -> Callable[[], None]:
                self._stop_recorder(recorder)
                return lambda: None

            self._room.run(task)

    def _stop_recorder(self, recorder: SampleRecorder) -> None:
        try:
            recorder.stop()
        except PipelineStuckError:
            self._is_stuck = True

    def _on_kept(self, info: SampleInfo) -> None:
        self.kept += 1
        self._burst_kept += int(self._burst is not None)
        self._watch.recorded(self._clock())
        self._room.note_kept(info)
        self._show(replace(self.state, refusal=""))
        self.changed.emit()

    def _on_refused(self, verdict: QualityResult) -> None:
        if verdict.refusal is None:
            return
        self.refusals[verdict.refusal] += 1
        self._show_refusal(verdict.message)

    def _on_answered(self, offer: OfferResult) -> None:
        if offer is OfferResult.FULL:
            self.full += 1
            self._show_refusal(_FULL_TEXT)

    def _show_refusal(self, text: str) -> None:
        self._refused_s = self._clock()
        self._show(replace(self.state, refusal=text))
        self._ticks.start()
        self.changed.emit()

    def _on_failed(self, error: GestureAppError, lost: int) -> None:
        self.rest()
        self._show(replace(self.state, is_paused=True))
        hint = (
            f"{error.hint} {counted(lost, 'picture')} {'was' if lost == 1 else 'were'} not kept; recording is paused."
        )
        again = Action("Try again", self.go_on)
        told = GestureAppError(error.message, hint=hint.strip())
        self._notices.show(Notification.of_error(told, key=FAILURE_KEY, actions=(again,)))

    def _on_status_changed(self) -> None:
        if self.state.label is not None and self.obstacle:
            trouble = self.obstacle
            self.rest()
            self._show(replace(self.state, trouble=trouble))
        elif self.state.trouble and not self.obstacle and not self.state.is_paused:
            self._show(replace(self.state, trouble=""))

    def _on_result(self) -> None:
        """Begin another session where another model reads the hands now."""
        result = self._session.result
        if result is None or not self.state.is_recording or self.state.label is None:
            return
        if self._watch.is_new(self._key, self._clock()):
            self._retire()
            self._begin(self.state.label)

    def _show(self, state: DeskState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
