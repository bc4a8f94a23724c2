"""Service of the model library: reads, checks and changes model files on another thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.message import Message, sentences
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.model_summary import GateVerdict, ModelSummary
from gesture_app.domain.ports import ModelLibrary
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.errors import GestureAppError, ModelError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Worker
from gesture_app.gui.train.texts import model_title
from gesture_app.gui.translation import number, tr

KEY = "models"
_REFRESHING = Message("Looking at the models…")

LibraryFactory = Callable[[], ModelLibrary]
"""Opens the library; called on the service's thread."""

LearntCollector = Callable[[str], LearntSamples]
"""Collects what was learnt at once with a model of this id; called on the service's thread."""

_Work = Callable[[ModelLibrary], Callable[[], None]]
"""Works with the library on the service's thread; returns the rest of the work, for the GUI thread."""


class ModelService(QObject):
    """The models of the library and the active one. Used in the GUI thread; errors become notices.

    Args:
        open_library: Opens the library.
        collect_learnt: Collects what was learnt at once with a model.
        notices: Shows errors and results.
        parent: Parent object.
    """

    changed = Signal()
    """The models or the active one changed, or work began or ended."""

    used = Signal(object)
    """Another model became active: its ``ModelSummary``."""

    learnt_changed = Signal()
    """What was learnt at once may have been imported with a model, or such was removed."""

    def __init__(
        self,
        open_library: LibraryFactory,
        collect_learnt: LearntCollector,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._collect_learnt = collect_learnt
        self._open_library = open_library
        self._library: ModelLibrary | None = None
        self._notices = notices
        self._tasks = Worker("models", tr("The models could not be changed"), parent=self)
        self._tasks.failed.connect(self._on_failed)
        self._waiting: list[str] = []
        self._shown_warnings: tuple[str, ...] = ()
        self.models: tuple[ModelSummary, ...] = ()
        self.active: ModelSummary | None = None
        self.previous: ModelSummary | None = None

    @property
    def work(self) -> str:
        """The current work as a phrase; empty if there is none."""
        return self._waiting[0] if self._waiting else ""

    def get(self, model_id: str) -> ModelSummary | None:
        """The model with this id, or None."""
        return next((model for model in self.models if model.id == model_id), None)

    def title_of(self, model_id: str | None) -> str:
        """Name of a model for people; its id if it is not known, empty for None."""
        model = None if model_id is None else self.get(model_id)
        return (model_id or "") if model is None else model_title(model)

    def refresh(self) -> None:
        """Read the list of models, which other processes may have changed."""
        # A refresh that is running may have read the list already; one that waits has not.
        if _REFRESHING not in self._waiting[1:]:
            self._run(_REFRESHING, lambda _library: _nothing)

    def use(self, model_id: str, *, forced: bool = False, notify: Callable[[ModelSummary], None] | None = None) -> None:
        """Check a model and make it active.

        Args:
            model_id: Id of the model.
            forced: Whether to use it although the gate refused it.
            notify: Called with the model when it is active; None shows a plain notice.
        """

        def work(library: ModelLibrary) -> Callable[[], None]:
            model = library.activate(model_id, forced=forced)
            return lambda: self._on_used(model, notify or self._notify_used)

        self._run(tr("Checking the model…"), work)

    def go_back(self) -> None:
        """Roll back to the previous model."""

        def work(library: ModelLibrary) -> Callable[[], None]:
            model = library.roll_back()
            return lambda: self._on_used(model, self._notify_used_again)

        self._run(tr("Checking the model…"), work)

    def remove(self, model_id: str, *, show_notice: bool = True) -> None:
        """Remove an own model permanently."""
        title = self.title_of(model_id)

        def work(library: ModelLibrary) -> Callable[[], None]:
            library.remove(model_id)
            notice = Notification(NoticeKind.INFO, tr("{title} was deleted.").format(title=title), key=KEY)
            return (lambda: self._notices.show(notice)) if show_notice else _nothing

        self._run(tr("Deleting the model…"), work)

    def erase_own(self, remove_files: Callable[[], None]) -> None:
        """Remove all own models permanently; the shipped model becomes active.

        Args:
            remove_files: Removes what is left in their folder.
        """

        def work(library: ModelLibrary) -> Callable[[], None]:
            models = library.listed()
            shipped = next((model for model in models if model.is_shipped), None)
            was_own = any(model.is_active and not model.is_shipped for model in models)
            active = library.activate(shipped.id) if was_own and shipped is not None else None
            for model in models:
                if not model.is_shipped:
                    library.remove(model.id)
            remove_files()
            return _nothing if active is None else (lambda: self.used.emit(active))

        self._run(tr("Deleting the models…"), work)

    def rename(self, model_id: str, name: str) -> None:
        """Give a model a name; an empty one takes it away."""

        def work(library: ModelLibrary) -> Callable[[], None]:
            library.rename(model_id, name)
            return _nothing

        self._run(tr("Renaming the model…"), work)

    def export(self, model_id: str, path: Path, *, with_learnt: bool = False) -> None:
        """Export a model to an archive, also with what it learnt at once."""
        title = self.title_of(model_id)

        def work(library: ModelLibrary) -> Callable[[], None]:
            learnt = self._collect_learnt(model_id) if with_learnt else None
            library.export(model_id, path, learnt)
            more = (
                tr(
                    "With {count} samples that it learnt at once.",
                    "With {count} sample that it learnt at once.",
                    len(learnt.keys),
                ).format(count=number(len(learnt.keys)))
                if learnt is not None
                else ""
            )
            notice = Notification(
                NoticeKind.SUCCESS, tr("{title} was written to {path}.").format(title=title, path=path), more, key=KEY
            )
            return lambda: self._notices.show(notice)

        self._run(tr("Exporting the model…"), work)

    def import_file(self, path: Path) -> None:
        """Check and import a model from an archive; it does not become active."""

        def work(library: ModelLibrary) -> Callable[[], None]:
            done = library.import_archive(path)
            model = done.model
            learnt = (
                tr(
                    "{count} samples that it learnt at once came with it.",
                    "{count} sample that it learnt at once came with it.",
                    done.learnt,
                ).format(count=number(done.learnt))
                if done.learnt
                else ""
            )
            use = Action(tr("Use it"), lambda: self.use(model.id))
            actions = (use,) if model.can_be_used and not model.is_active else ()
            if done.was_known:
                notice = Notification(
                    NoticeKind.INFO,
                    tr("This model is here already, as {model}.").format(model=model_title(model)),
                    learnt,
                    actions,
                    KEY,
                )
            else:
                hint = sentences(*filter(None, (model.trouble, learnt)))
                notice = Notification(
                    NoticeKind.SUCCESS, tr("Imported as {model}.").format(model=model_title(model)), hint, actions, KEY
                )
            return lambda: self._on_learnt_changed(notice)

        self._run(tr("Importing and checking the model…"), work)

    def forget_imported(self, model_id: str) -> None:
        """Remove for good what was learnt at once elsewhere and imported with a model."""

        def work(library: ModelLibrary) -> Callable[[], None]:
            count = library.forget_imported(model_id)
            notice = Notification(
                NoticeKind.INFO,
                tr("{count} imported samples forgotten.", "{count} imported sample forgotten.", count).format(
                    count=number(count)
                ),
                key=KEY,
            )
            return lambda: self._on_learnt_changed(notice)

        self._run(tr("Forgetting what was imported…"), work)

    def read_outcome(self, model_id: str, show: Callable[[RetrainOutcome], None]) -> None:
        """Read the outcome of the retraining that made a model; shows a notice if it is not stored.

        Args:
            model_id: Id of the model.
            show: Called with the outcome, in the GUI thread.
        """
        title = self.title_of(model_id)

        def work(library: ModelLibrary) -> Callable[[], None]:
            outcome = library.outcome_of(model_id)
            notice = Notification(
                NoticeKind.INFO, tr("How {title} was judged was not kept with it.").format(title=title), key=KEY
            )
            return (lambda: self._notices.show(notice)) if outcome is None else (lambda: show(outcome))

        self._run(tr("Looking how it was judged…"), work)

    def run_disk_work(self, work: Callable[[], None]) -> None:
        """Run other disk work on the service's thread, after the work queued before."""

        def task() -> Callable[[], None]:
            work()
            return self._pop

        self._push(tr("Clearing away…"), task)

    def stop(self) -> bool:
        """Finish the queued work and stop the thread. Returns False if it did not end in time."""
        return self._tasks.stop()

    def _run(self, text: str, work: _Work) -> None:
        def task() -> Callable[[], None]:
            library = self._library = self._library or self._open_library()
            finish = work(library)
            return self._finish_with(library, finish)

        self._push(text, task)

    def _finish_with(self, library: ModelLibrary, finish: Callable[[], None]) -> Callable[[], None]:
        models, previous, warnings = library.listed(), library.previous(), library.warnings
        active = _active_of(library)

        def done() -> None:
            self.models, self.previous, self.active = models, previous, active
            new = [warning for warning in warnings if warning not in self._shown_warnings]
            self._shown_warnings = warnings
            for warning in new:
                self._notices.show(Notification(NoticeKind.WARNING, warning, key=f"model-{warning}"))
            self._pop()
            finish()

        return done

    def _push(self, text: str, task: Callable[[], Callable[[], None]]) -> None:
        self._waiting.append(text)
        self._tasks.run(task)
        self.changed.emit()

    def _pop(self) -> None:
        self._waiting = self._waiting[1:]
        self.changed.emit()

    def _on_learnt_changed(self, notice: Notification) -> None:
        self.learnt_changed.emit()
        self._notices.show(notice)

    def _on_used(self, model: ModelSummary, notify: Callable[[ModelSummary], None]) -> None:
        self.used.emit(model)
        notify(model)

    def _notify_used(self, model: ModelSummary) -> None:
        back = (Action(tr("Go back"), self.go_back),)
        if model.verdict is GateVerdict.FORCED:
            title = tr("{model} is in use, although it was found to be no better.").format(model=model_title(model))
            self._notices.show(Notification(NoticeKind.WARNING, title, tr("You can go back at any time."), back, KEY))
        else:
            self._notices.show(
                Notification(
                    NoticeKind.SUCCESS, tr("{model} is in use now.").format(model=model_title(model)), "", back, KEY
                )
            )

    def _notify_used_again(self, model: ModelSummary) -> None:
        self._notices.show(
            Notification(NoticeKind.SUCCESS, tr("{model} is in use again.").format(model=model_title(model)), key=KEY)
        )

    def _on_failed(self, error: GestureAppError) -> None:
        failed_work = self.work
        self._notices.show(Notification.of_error(error, key=KEY))
        self._pop()
        if failed_work != _REFRESHING:
            self.refresh()


def _active_of(library: ModelLibrary) -> ModelSummary | None:
    try:
        return library.active()
    except ModelError:
        return None


def _nothing() -> None:
    pass
