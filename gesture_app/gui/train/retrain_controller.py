"""Begins a retraining, and does what follows from its end."""

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
from gesture_app.gui.train.retrain_job import Ending, RetrainCommand, RetrainJob
from gesture_app.gui.train.texts import headline

KEY = "retraining"

CommandFactory = Callable[[ModelSummary, Turn | None], RetrainCommand]
"""How to retrain this model, with crops turned so or, for None, as it has them.

Raises ``GestureAppError`` where something that is needed is not installed."""


class RetrainController(QObject):
    """Runs a retraining of the model in use, and takes the new one up where it was found to be better.

    Attributes:
        ending: What came of the last run, until the person has seen it.
        is_watched: Tells whether the person sees :attr:`ending` anyway, so that no notice is needed.

    Args:
        job: The process.
        models: The models.
        samples: The samples.
        make_command: Says how the process is started.
        clear_away: Removes what a process of that id has left; called on another thread.
        notices: Where the end is told.
        parent: Parent object.
    """

    changed = Signal()
    """:attr:`ending` is another."""

    show_requested = Signal()
    """The person wants to see what came of it."""

    def __init__(
        self,
        job: RetrainJob,
        models: ModelService,
        samples: SampleService,
        make_command: CommandFactory,
        clear_away: Callable[[int], None],
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._job = job
        self._models = models
        self._samples = samples
        self._make_command = make_command
        self._clear_away = clear_away
        self._notices = notices
        self.is_watched: Callable[[], bool] = lambda: False
        self.ending: RetrainOutcome | Failed | None = None
        job.ended.connect(self._on_ended)

    @property
    def obstacle(self) -> str:
        """Why there is no :attr:`plan` yet, as a sentence; empty where there is one."""
        if not self._samples.is_open or (self._models.active is None and self._models.work):
            return "Reading the samples and the models…"
        return "" if self._models.active is not None else "There is no model that could be trained further."

    @property
    def plan(self) -> RetrainPlan | None:
        """What a retraining would use now; None while samples or models are not known yet."""
        model = self._models.active
        if model is None or model.labels is None or not self._samples.is_open:
            return None
        return make_plan(self._samples.infos, model.labels, model.id)

    def start(self, turn: Turn | None = None) -> None:
        """Retrain the model in use; where that cannot be done, the reason is told.

        Args:
            turn: How crops are turned from now on; None for as the model has it.
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
        self.put_away()
        self._job.start(command)

    def put_away(self) -> None:
        """The person has seen what came of the last run."""
        if self.ending is not None:
            self.ending = None
            self.changed.emit()

    def force(self, outcome: RetrainOutcome) -> None:
        """Use a model that was found to be no better, once that was confirmed."""
        ask_to_force(self._models, self._notices, outcome.model_id)

    def _on_ended(self, ending: Ending) -> None:
        if not isinstance(ending, RetrainOutcome):
            process_id = self._job.process_id
            self._models.run_apart(lambda: self._clear_away(process_id))
        if isinstance(ending, Cancelled):
            self._on_cancelled()
            return
        self.ending = ending
        if isinstance(ending, Failed):
            self._tell(Notification(NoticeKind.ERROR, ending.message, ending.hint, (self._show(),), KEY))
        else:
            self._on_outcome(ending)
        self.changed.emit()

    def _on_cancelled(self) -> None:
        if self._job.made is not None:
            # It was done at the very moment when it was cancelled.
            self._models.remove(self._job.made.model_id, is_told=False)
        title = "Training was cancelled. Nothing was changed."
        self._notices.show(Notification(NoticeKind.INFO, title, key=KEY))

    def _on_outcome(self, outcome: RetrainOutcome) -> None:
        active = self._models.active
        is_same = active is not None and active.id == outcome.parent_id
        if outcome.verdict.accepted and is_same:
            go_back = Action("Go back", self._models.go_back)
            title = "The new model is better for you, and in use now."
            told = Notification(
                NoticeKind.SUCCESS, title, " ".join(outcome.verdict.reasons), (self._show(), go_back), MODELS_KEY
            )
            self._models.use(outcome.model_id, tell=lambda _model: self._tell(told))
            return
        self._models.refresh()
        if outcome.verdict.accepted:
            title = f"The new model is better than {outcome.parent_id}, but you use another one meanwhile."
            use = Action("Use it", lambda: self._models.use(outcome.model_id))
            self._notices.show(Notification(NoticeKind.INFO, title, "", (self._show(), use), KEY))
        else:
            hint = " ".join(outcome.verdict.reasons)
            self._tell(Notification(NoticeKind.WARNING, headline(outcome), hint, (self._show(),), KEY))

    def _tell(self, notification: Notification) -> None:
        if not self.is_watched():
            self._notices.show(notification)

    def _show(self) -> Action:
        return Action("Show", self.show_requested.emit)


def ask_to_force(models: ModelService, notices: Notices, model_id: str) -> None:
    """Use a refused model only where that was confirmed."""
    title = f"Use {model_id} although it was found to be no better?"
    hint = "It is marked in the list of models, and you can go back at any time."
    force = Action("Use it anyway", lambda: models.use(model_id, forced=True))
    notices.show(Notification(NoticeKind.WARNING, title, hint, (force,), MODELS_KEY))


def ask_to_delete(models: ModelService, notices: Notices, model_id: str) -> None:
    """Delete a model only where that was confirmed."""
    title = f"Delete {model_id} for good?"
    hint = "Export it first if you may want it back."
    delete = Action("Delete", lambda: models.remove(model_id))
    notices.show(Notification(NoticeKind.WARNING, title, hint, (delete,), MODELS_KEY))
