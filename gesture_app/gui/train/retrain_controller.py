"""Start of a retraining, and the use of its result."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.domain.retraining.events import Cancelled, Failed, RetrainOutcome
from gesture_app.domain.retraining.plan import RetrainPlan, make_plan
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.train.model_service import KEY as MODELS_KEY
from gesture_app.gui.train.model_service import ModelService
from gesture_app.gui.train.retrain_job import RetrainCommand, RetrainJob, RetrainResult
from gesture_app.gui.train.texts import headline, verdict_reasons
from gesture_app.gui.translation import number, tr

KEY = "retraining"

CommandFactory = Callable[[ModelSummary, Turn | None], RetrainCommand]
"""Makes the command that retrains a model, with the given rotation of crops; None for that of the model.

Raises ``GestureAppError`` if a dependency is not installed."""


class RetrainController(QObject):
    """Retrains the active model, and activates the new one if the gate accepts it.

    Attributes:
        result: Result of the last run, until the user dismisses it.
        is_result_visible: Returns whether the page shows :attr:`result`, so that no notice is needed.

    Args:
        job: The retraining process.
        models: The model service.
        samples: The sample service.
        make_command: Makes the command of the process.
        remove_leftovers: Removes unfinished files of the process with this id; called on another thread.
        notices: Shows the result.
        parent: Parent object.
    """

    changed = Signal()
    """:attr:`result` changed."""

    show_requested = Signal()
    """The user wants to see the result."""

    def __init__(
        self,
        job: RetrainJob,
        models: ModelService,
        samples: SampleService,
        make_command: CommandFactory,
        remove_leftovers: Callable[[int], None],
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._job = job
        self._models = models
        self._samples = samples
        self._make_command = make_command
        self._remove_leftovers = remove_leftovers
        self._notices = notices
        self.is_result_visible: Callable[[], bool] = lambda: False
        self.result: RetrainOutcome | Failed | None = None
        self._told: Notification | None = None
        job.ended.connect(self._on_ended)

    @property
    def obstacle(self) -> str:
        """Reason why there is no :attr:`plan` yet, as a sentence; empty if there is one."""
        if not self._samples.is_open or (self._models.active is None and self._models.work):
            return tr("Reading the samples and the models…")
        return "" if self._models.active is not None else tr("There is no model that could be trained further.")

    @property
    def plan(self) -> RetrainPlan | None:
        """Plan of a retraining now; None while samples or models are not known yet."""
        model = self._models.active
        if model is None or model.labels is None or not self._samples.is_open:
            return None
        return make_plan(self._samples.infos, model.labels, model.id)

    def start(self, turn: Turn | None = None) -> None:
        """Retrain the active model; shows a notice if a dependency is missing.

        Args:
            turn: Rotation of crops; None for that of the model.
        """
        plan, model = self.plan, self._models.active
        if self._job.is_running or plan is None or model is None or plan.blocking:
            return
        try:
            command = self._make_command(model, turn)
        except GestureAppError as error:
            self._notices.show(Notification.of_error(error, key=KEY))
            return
        self._notices.withdraw(KEY)
        self.dismiss()
        self._job.start(command)

    def dismiss(self) -> None:
        """Remove the result of the last run from the page."""
        if self.result is not None:
            self.result = None
            self.changed.emit()

    def note_visible(self) -> None:
        """Take back the notice of the result, which the page shows now."""
        if self._told is not None and self.is_result_visible():
            self._notices.dismiss(self._told)
            self._told = None

    def force(self, outcome: RetrainOutcome, button: QObject) -> None:
        """Use a refused model after a confirmation, which is asked beside a button."""
        ask_to_force(self._models, self._notices, outcome.model_id, button)

    def _on_ended(self, result: RetrainResult) -> None:
        if not isinstance(result, RetrainOutcome):
            process_id = self._job.process_id
            self._models.run_disk_work(lambda: self._remove_leftovers(process_id))
        if isinstance(result, Cancelled):
            self._on_cancelled()
            return
        self.result = result
        if isinstance(result, Failed):
            self._notify(Notification(NoticeKind.ERROR, result.message, result.hint, (self._show(),), KEY))
        else:
            self._on_outcome(result)
        self.changed.emit()

    def _on_cancelled(self) -> None:
        if self._job.outcome is not None:
            # The model was finished just when the run was cancelled.
            self._models.remove(self._job.outcome.model_id, show_notice=False)
        title = tr("Training was cancelled. Nothing was changed.")
        self._notices.show(Notification(NoticeKind.INFO, title, key=KEY))

    def _on_outcome(self, outcome: RetrainOutcome) -> None:
        active = self._models.active
        is_same = active is not None and active.id == outcome.parent_id
        if outcome.verdict.accepted and is_same:
            go_back = Action(tr("Go back"), self._models.go_back)
            title = tr("The new model is better for you, and in use now.")
            notice = Notification(
                NoticeKind.SUCCESS,
                title,
                " ".join(verdict_reasons(outcome)),
                (self._show(), go_back),
                MODELS_KEY,
                lasts=True,
            )
            self._models.use(outcome.model_id, notify=lambda _model: self._notify(notice))
            return
        self._models.refresh()
        if outcome.verdict.accepted:
            parent = self._models.title_of(outcome.parent_id)
            title = tr("The new model is better than {parent}, but you use another one meanwhile.").format(
                parent=parent
            )
            use = Action(tr("Use it"), lambda: self._models.use(outcome.model_id))
            self._notices.show(Notification(NoticeKind.INFO, title, "", (self._show(), use), KEY, lasts=True))
        else:
            hint = " ".join(verdict_reasons(outcome))
            self._notify(Notification(NoticeKind.WARNING, headline(outcome), hint, (self._show(),), KEY))

    def _notify(self, notification: Notification) -> None:
        if not self.is_result_visible():
            self._told = notification
            self._notices.show(notification)

    def _show(self) -> Action:
        return Action(tr("Show"), self.show_requested.emit)


def ask_to_force(models: ModelService, notices: Notices, model_id: str, button: QObject) -> None:
    """Ask for a confirmation beside a button, and use a refused model then."""
    title = tr("Use {model} although it was found to be no better?").format(model=models.title_of(model_id))
    hint = tr("It is marked in the list of models, and you can go back at any time.")
    force = Action(tr("Use it anyway"), lambda: models.use(model_id, forced=True))
    notices.show(Notification(NoticeKind.WARNING, title, hint, (force,), MODELS_KEY, anchor=button))


def ask_to_forget(models: ModelService, notices: Notices, model: ModelSummary, button: QObject) -> None:
    """Ask for a confirmation beside a button, and remove what was learnt at once elsewhere and came with a model."""
    title = tr(
        "Forget {count} samples that {model} learnt elsewhere?",
        "Forget {count} sample that {model} learnt elsewhere?",
        len(model.imported_samples),
    ).format(count=number(len(model.imported_samples)), model=models.title_of(model.id))
    hint = tr("To have them again, import the file again. Your own samples are not touched.")
    forget = Action(tr("Forget"), lambda: models.forget_imported(model.id))
    notices.show(Notification(NoticeKind.WARNING, title, hint, (forget,), MODELS_KEY, anchor=button))


def ask_to_delete(models: ModelService, notices: Notices, model_id: str, button: QObject) -> None:
    """Ask for a confirmation beside a button, and delete a model then."""
    title = tr("Delete {model} for good?").format(model=models.title_of(model_id))
    hint = tr("Export it first if you may want it back.")
    delete = Action(tr("Delete"), lambda: models.remove(model_id))
    notices.show(Notification(NoticeKind.WARNING, title, hint, (delete,), MODELS_KEY, anchor=button))
