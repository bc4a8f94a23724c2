"""Starting and stopping of recording, with its state and counts."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gesture_app.domain.message import Message, sentences
from gesture_app.domain.samples.collecting import Burst, BurstLength, BurstPhase
from gesture_app.domain.samples.label_check import LabelDoubt, label_doubt
from gesture_app.domain.samples.quality import OfferResult, QualityResult, Refusal
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, Notices, Notification
from gesture_app.gui.background.recorder_events import RecorderEvents, RecorderFactory
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession, obstacle
from gesture_app.gui.collect.recorder_sessions import RecorderSessions
from gesture_app.gui.translation import number, tr
from gesture_app.pipeline.sample_tap import SampleTap

FAILURE_KEY = "recording"
REFUSAL_SHOWN_S = 1.6
"""Display time of a refusal."""
_TICK_MS = 33
_JUDGED = 12
"""Number of the last samples that are judged while recording: two seconds of it."""
PAUSED = Message("Recording is paused. Choose “Try again” in the message.")
"""Displayed after a failure of the store, until the user tries again."""
_FULL_TEXT = Message("The disk is slow: some pictures were left out.")


@dataclass(frozen=True)
class RecordingState:
    """Displayed state of recording.

    Attributes:
        label: Slug of the label that is recorded or counted down to; None when idle.
        countdown: Number of the countdown; 0 if there is none.
        burst_share: Completed fraction of a burst, 0 to 1; None if there is none.
        refusal: The last refusal as a sentence, for :data:`REFUSAL_SHOWN_S`.
        trouble: Reason why a requested recording cannot run.
        is_paused: Whether the store failed and recording was not resumed yet.
        doubt: Sign that the last samples show another gesture than their label; stays until another label is recorded.
    """

    label: str | None = None
    countdown: int = 0
    burst_share: float | None = None
    refusal: str = ""
    trouble: str = ""
    is_paused: bool = False
    doubt: LabelDoubt | None = None

    @property
    def is_recording(self) -> bool:
        """Whether hands are being recorded."""
        return self.label is not None and not self.countdown and not self.is_paused


class RecordingController(QObject):
    """Records hands of the engine under a label, continuously or as a burst. Used in the GUI thread.

    Args:
        session: The engine session; source of hands.
        samples: The sample service.
        tap: Offers hands to the recorder.
        events: Events of the recorder.
        make_recorder: Makes the recorder of a session.
        person: Returns the name of the person who is recorded.
        notices: Shows a failure of the store.
        clock: Monotonic seconds.
        now: The time of day, with its offset from UTC.
        parent: Parent object.
    """

    changed = Signal()

    def __init__(
        self,
        session: EngineSession,
        samples: SampleService,
        tap: SampleTap,
        events: RecorderEvents,
        make_recorder: RecorderFactory,
        person: Callable[[], str],
        notices: Notices,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._samples = samples
        self._tap = tap
        self._notices = notices
        self._clock = clock
        self._sessions = RecorderSessions(session, samples, events, make_recorder, person, clock=clock, now=now)
        self._burst: Burst | None = None
        self._burst_count = 0
        self._refused_s = 0.0
        self._recent: deque[SampleInfo] = deque(maxlen=_JUDGED)
        self.state = RecordingState()
        self.saved_count = 0
        self.refusals: Counter[Refusal] = Counter()
        self.dropped_count = 0
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)
        events.saved.connect(self._on_saved)
        events.refused.connect(self._on_refused)
        events.failed.connect(self._on_failed)
        events.answered.connect(self._on_answered)
        session.source_changed.connect(self.stop_recording)
        session.status_changed.connect(self._on_status_changed)
        session.result_changed.connect(self._on_result)

    @property
    def burst(self) -> Burst | None:
        """The burst that runs or counts down, or None."""
        return self._burst

    @property
    def session_name(self) -> str:
        """Name of the current session, or of one that would be continued; empty if the next recording begins one."""
        return self._sessions.name

    @property
    def obstacle(self) -> str:
        """Reason why recording is not possible now; empty if it is."""
        if not self._samples.is_open:
            return tr("The samples are still being read.")
        return obstacle(self._session.status, is_restarting=self._session.is_restarting)

    def record(self, label: str) -> None:
        """Record this label until :meth:`stop_recording`."""
        self._burst = None
        if self._may_record():
            self._begin(label)

    def begin_burst(self, label: str, length: BurstLength) -> None:
        """Record this label for the given length, after a countdown."""
        self.stop_recording()
        if self._may_record():
            self._burst = Burst(label, length, self._clock())
            self._burst_count = 0
            self.tick()
            self._ticks.start()

    def stop_recording(self) -> None:
        """Stop recording and countdown."""
        self._tap.rest()
        self._burst = None
        self._show(replace(self.state, label=None, countdown=0, burst_share=None, trouble=""))

    def resume(self) -> None:
        """Allow recording again after a failure of the store."""
        self._sessions.resume()
        self._notices.withdraw(FAILURE_KEY)
        self._show(replace(self.state, is_paused=False, trouble=""))

    def tick(self) -> None:
        """Update countdown, burst and refusal for the current time."""
        now_s = self._clock()
        state = self.state
        if state.refusal and now_s - self._refused_s > REFUSAL_SHOWN_S:
            state = replace(state, refusal="")
        burst = self._burst
        if burst is not None:
            phase = burst.phase(now_s, self._burst_count)
            if phase is BurstPhase.OVER:
                self._show(state)
                self.stop_recording()
                return
            share = burst.progress(now_s, self._burst_count)
            if phase is BurstPhase.RECORDING and not state.is_recording:
                self._begin(burst.label)
                state = replace(state, label=self.state.label, trouble=self.state.trouble)
            state = replace(state, label=burst.label, countdown=burst.countdown(now_s), burst_share=share)
        if burst is None and not state.refusal:
            self._ticks.stop()
        self._show(state)

    def stop(self) -> bool:
        """Write the queued samples and stop. Returns False if a recorder did not stop in time."""
        self.stop_recording()
        self._ticks.stop()
        return self._sessions.stop()

    def _may_record(self) -> bool:
        trouble = self.obstacle
        if self.state.is_paused:
            trouble = PAUSED
        if trouble:
            self._tap.rest()
            self._show(replace(self.state, label=None, countdown=0, burst_share=None, trouble=trouble))
        return not trouble

    def _begin(self, label: str) -> None:
        recorder = self._sessions.recorder()
        if recorder is not None:
            if self._recent and self._recent[-1].label != label:
                self._recent.clear()
            self._tap.record(recorder, label, model_id=self._sessions.key.model_id)
            doubt = self.state.doubt if self._recent else None
            self._show(replace(self.state, label=label, trouble="", countdown=0, doubt=doubt))

    def _on_saved(self, info: SampleInfo) -> None:
        self.saved_count += 1
        self._burst_count += int(self._burst is not None)
        self._sessions.note_recorded()
        self._samples.add_recorded(info)
        self._recent.append(info)
        self._show(replace(self.state, refusal="", doubt=label_doubt(self._recent, info.model_id)))
        self.changed.emit()

    def _on_refused(self, result: QualityResult) -> None:
        if result.refusal is None:
            return
        self.refusals[result.refusal] += 1
        self._show_refusal(result.message)

    def _on_answered(self, offer: OfferResult) -> None:
        if offer is OfferResult.FULL:
            self.dropped_count += 1
            self._show_refusal(_FULL_TEXT)

    def _show_refusal(self, text: str) -> None:
        self._refused_s = self._clock()
        self._show(replace(self.state, refusal=text))
        self._ticks.start()
        self.changed.emit()

    def _on_failed(self, error: GestureAppError, lost: int) -> None:
        self.stop_recording()
        self._show(replace(self.state, is_paused=True))
        paused = tr(
            "{count} pictures were not kept; recording is paused.",
            "{count} picture was not kept; recording is paused.",
            lost,
        )
        again = Action(tr("Try again"), self.resume)
        hint = sentences(*filter(None, (error.hint, paused.format(count=number(lost)))))
        with_hint = GestureAppError(error.message, hint=hint)
        self._notices.show(Notification.of_error(with_hint, key=FAILURE_KEY, actions=(again,)))

    def _on_status_changed(self) -> None:
        if self.state.label is not None and self.obstacle:
            trouble = self.obstacle
            self.stop_recording()
            self._show(replace(self.state, trouble=trouble))
        elif self.state.trouble and not self.obstacle and not self.state.is_paused:
            self._show(replace(self.state, trouble=""))

    def _on_result(self) -> None:
        """Begin another session if the model or the person has changed."""
        result = self._session.result
        if result is None or not self.state.is_recording or self.state.label is None:
            return
        if self._sessions.end_if_changed():
            self._begin(self.state.label)

    def _show(self, state: RecordingState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
