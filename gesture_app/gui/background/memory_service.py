"""Lets recorded samples adjust the predictions at once, by a memory that is built on a background thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.memory_state import MemoryState
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr
from gesture_app.pipeline.memory_builder import MemoryBuilder, MemoryProgress

MEMORY_KEY = "memory"

_NOTHING = MemoryProgress(None, 0)

BuilderFactory = Callable[[], MemoryBuilder | None]
"""Makes the builder of memories for the model in use, in the background; None if the model gives no features."""


class MemoryService(QObject):
    """Builds the memory of all samples whenever samples, labels or the model change, and hands it to the engine.

    Used in the GUI thread. It works in short steps, so that a new sample counts within a second even while all samples
    are read anew for another model.

    Args:
        samples: The samples to remember.
        session: The engine session.
        preferences: The settings; they say whether samples are to be remembered.
        notices: Shows errors.
        make_builder: Makes the builder for the model in use; called on the service's thread.
        parent: Qt's owner.
    """

    changed = Signal()
    """:attr:`state` may have changed."""

    cache_erased = Signal()
    """What was computed of samples is erased."""

    def __init__(
        self,
        samples: SampleService,
        session: EngineSession,
        preferences: Preferences,
        notices: Notices,
        make_builder: BuilderFactory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._samples = samples
        self._session = session
        self._preferences = preferences
        self._notices = notices
        self._make_builder = make_builder
        self._worker = Worker("memory", tr("The samples could not be remembered"), parent=self)
        self._builder: MemoryBuilder | None = None  # used on the worker's thread alone
        self._builder_model = ""  # likewise
        self._infos: tuple[SampleInfo, ...] = ()
        self._muted: tuple[str, ...] = ()
        self._model_id = ""
        self._progress = _NOTHING
        self._is_outdated = False
        self._is_used = False
        self._is_stopped = False
        for signal in (samples.changed, samples.loaded, session.status_changed, preferences.changed):
            signal.connect(self._refresh)

    @property
    def state(self) -> MemoryState:
        """The current state."""
        status, is_on = self._session.status, self._preferences.settings.memory
        is_supported = status.supports_memory or status.labels is None
        progress = self._progress if is_on and is_supported else _NOTHING
        return MemoryState(
            is_on,
            is_supported,
            status.remembered,
            progress.missing,
            self._progress.imported,
            progress.decision,
            progress.doubtful,
            progress.answers,
        )

    def set_on(self, is_on: bool) -> None:
        """Switch the memory on or off, in the settings."""
        self._preferences.change(memory=is_on)

    def reload(self) -> None:
        """Build the memory again, after something was imported with a model, or removed."""
        if self._builder_is_needed and self._model_id:
            self._is_outdated = True
            self._step()

    def erase_cache(self, remove_files: Callable[[], None]) -> None:
        """Forget what was computed without saving it, and remove its files. The memory in use stays.

        Args:
            remove_files: Removes the files; called on another thread.
        """

        def task() -> Finish:
            builder, self._builder, self._builder_model = self._builder, None, ""
            if builder is not None:
                builder.discard()
            remove_files()
            return self._on_cache_erased

        self._is_used = True
        self._worker.run(task, self._on_error)

    def stop(self) -> bool:
        """Save what was computed, and end the thread. Returns False when it is stuck."""
        self._is_stopped = True
        if self._is_used:
            self._worker.run(self._close_builder)
        return self._worker.stop()

    @property
    def _builder_is_needed(self) -> bool:
        return self._preferences.settings.memory and self._session.status.supports_memory

    def _refresh(self) -> None:
        """Follow samples, labels, model and settings."""
        if self._is_stopped:
            return
        if not self._builder_is_needed:
            self._forget()
        elif not self._samples.is_open:
            self._samples.load()
        else:
            self._follow()
        self.changed.emit()

    def _forget(self) -> None:
        self._infos, self._model_id, self._progress = (), "", _NOTHING
        self._session.set_memory(None)

    def _follow(self) -> None:
        infos, model_id = self._samples.infos, self._session.status.model_id
        muted = self._preferences.settings.muted_people
        is_same = model_id == self._model_id and muted == self._muted
        if is_same and _are_alike(infos, self._infos):
            return
        self._infos, self._model_id, self._muted = infos, model_id, muted
        self._is_outdated = True
        self._step()

    def _step(self) -> None:
        """Start the next step, unless one runs: another one follows that."""
        store = self._samples.store
        if self._worker.is_busy or not self._is_outdated or store is None or self._is_stopped:
            return
        self._is_outdated, self._is_used = False, True
        infos, model_id, muted = self._infos, self._model_id, self._muted

        def task() -> Finish:
            builder = self._builder_for(model_id)
            progress = _NOTHING if builder is None else builder.step(infos, store.load, muted=muted)
            return lambda: self._on_step(progress, model_id)

        self._worker.run(task, self._on_error)

    def _builder_for(self, model_id: str) -> MemoryBuilder | None:
        if model_id != self._builder_model:
            self._close_builder()
            self._builder, self._builder_model = self._make_builder(), model_id
        return self._builder

    def _close_builder(self) -> Finish:
        builder, self._builder, self._builder_model = self._builder, None, ""
        if builder is not None:
            builder.close()
        return lambda: None

    def _on_cache_erased(self) -> None:
        self.cache_erased.emit()
        self._step()

    def _on_step(self, progress: MemoryProgress, model_id: str) -> None:
        if self._is_stopped:
            return
        if model_id == self._model_id:
            self._progress = progress
            self._is_outdated |= progress.missing > 0 or not progress.is_checked
            self._session.set_memory(progress.loaded)
            self._notices.withdraw(MEMORY_KEY)
        self._step()
        self.changed.emit()

    def _on_error(self, error: GestureAppError) -> None:
        """Go on without a memory; the next change of the samples tries again."""
        self._progress = _NOTHING
        self._session.set_memory(None)
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=MEMORY_KEY))
        self._step()
        self.changed.emit()


_REMEMBERED = attrgetter("id", "label", "person", "is_forgotten")
"""What a memory depends on."""


def _are_alike(infos: Sequence[SampleInfo], others: Sequence[SampleInfo]) -> bool:
    """Whether a memory of both would be the same."""
    return len(infos) == len(others) and all(
        one is other or _REMEMBERED(one) == _REMEMBERED(other) for one, other in zip(infos, others, strict=True)
    )
