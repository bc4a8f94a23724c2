"""The recorder of the current recording session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from gesture_app.domain.ports import RecorderListener, SampleRecorder
from gesture_app.domain.samples.collecting import SESSION_GAP_S, SessionKey, SessionTracker
from gesture_app.domain.samples.sample import session_name
from gesture_app.gui.background.current_recorder import CurrentRecorder
from gesture_app.gui.background.recorder_events import RecorderFactory
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession


class RecorderSessions:
    """Begins recording sessions and holds the recorder of the current one. Used in the GUI thread.

    Args:
        session: Source of hands and of the model id.
        samples: The sample service; recorders write into its store.
        listener: Called by the recorders.
        make_recorder: Makes the recorder of a session.
        person: Returns the name of the person who is recorded.
        clock: Monotonic seconds.
        now: The time of day, with its offset from UTC.
    """

    def __init__(
        self,
        session: EngineSession,
        samples: SampleService,
        listener: RecorderListener,
        make_recorder: RecorderFactory,
        person: Callable[[], str],
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
    ) -> None:
        self._session = session
        self._samples = samples
        self._listener = listener
        self._make_recorder = make_recorder
        self._person = person
        self._clock = clock
        self._now = now
        self._tracker = SessionTracker()
        self._current = CurrentRecorder(samples)
        self._name = ""

    @property
    def name(self) -> str:
        """Name of the current session, or of one that would be continued; empty if the next recording begins one."""
        return self._name or self._interrupted(self.key)

    @property
    def key(self) -> SessionKey:
        """The current source, model and person."""
        model_id = "" if self._session.result is None else self._session.result.model_id
        return SessionKey(self._session.status.source_name, model_id, self._person())

    def recorder(self) -> SampleRecorder | None:
        """The recorder of the current session, which is begun if necessary; None while the store is not open."""
        store, key = self._samples.store, self.key
        if store is None:
            return None
        if self._tracker.is_new(key, self._clock()) or self._current.recorder is None:
            interrupted = "" if self._name else self._interrupted(key)
            self._name = name = interrupted or self._new_name()
            self._current.replace(
                lambda: self._make_recorder(
                    store,
                    session=name,
                    camera=key.camera,
                    model_id=key.model_id,
                    person=key.person,
                    listener=self._listener,
                )
            )
        return self._current.recorder

    def end_if_changed(self) -> bool:
        """End the session if source, model or person changed, or after a long pause. Returns whether it ended."""
        is_new = self._tracker.is_new(self.key, self._clock())
        if is_new:
            self._current.retire()
        return is_new

    def note_recorded(self) -> None:
        """Note the time of a recorded sample."""
        self._tracker.recorded(self._clock())

    def resume(self) -> None:
        """Let the recorder write again after the store has failed."""
        self._current.resume()

    def stop(self) -> bool:
        """Write the queued samples and stop. Returns False if a recorder did not stop in time."""
        return self._current.stop()

    def _interrupted(self, key: SessionKey) -> str:
        """Name of the last stored session, if the program was restarted during it; else empty."""
        last = next((info for info in reversed(self._samples.infos) if not info.is_correction), None)
        if last is None or SessionKey(last.camera, last.model_id, last.person) != key:
            return ""
        age = self._now() - datetime.fromisoformat(last.taken_at)
        return last.session if timedelta() <= age <= timedelta(seconds=SESSION_GAP_S) else ""

    def _new_name(self) -> str:
        """An unused name, also when two sessions begin within a second."""
        taken = {info.session for info in self._samples.infos} | {self._name}
        name = session_name(self._now())
        numbered = (f"{name}_{number}" for number in range(2, len(taken) + 3))
        return name if name not in taken else next(other for other in numbered if other not in taken)
