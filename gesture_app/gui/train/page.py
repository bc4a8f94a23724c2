"""The train page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gesture_app.domain.models.model_summary import GateVerdict, ModelOrigin
from gesture_app.domain.retraining.events import Failed, RetrainOutcome
from gesture_app.gui.train.activity import TrainActivity
from gesture_app.gui.train.cancel_question import CancelQuestion
from gesture_app.gui.train.failure_view import FailureView
from gesture_app.gui.train.layouts import plain
from gesture_app.gui.train.model_list import ModelList
from gesture_app.gui.train.plan_panel import PlanPanel
from gesture_app.gui.train.run_panel import RunPanel
from gesture_app.gui.train.services import TrainServices
from gesture_app.gui.train.texts import model_title, recordings_title
from gesture_app.gui.train.verdict_view import VerdictView
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow


class TrainPage(QWidget):
    """The active model above; below it the plan, the running retraining, or its result.

    The list of models and the report of a model replace all of them.

    Args:
        services: The services of the page.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    collect_requested = Signal()
    """The user wants to record samples."""

    play_requested = Signal()
    """The user wants to play."""

    def __init__(self, services: TrainServices, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._samples = services.samples
        self._models = services.models
        self._controller = services.controller
        self._job = services.job
        self.in_use = plain("")
        self.back_button = QPushButton()
        self.models_button = QPushButton(" " + tr("&Models"))
        self.models_button.setToolTip(tr("Where each model came from; choose, export and import (Ctrl+M)"))
        self.plan = PlanPanel(services.adding, icons, theme)
        self.run = RunPanel(services.job, theme)
        self.verdict = VerdictView(services.images, icons, theme)
        self.failure = FailureView(icons, theme)
        self.report = VerdictView(services.images, icons, theme, is_past=True, title_of=services.models.title_of)
        self._reported: RetrainOutcome | None = None
        self.models = ModelList(services.models, services.samples, services.notices, icons, theme)
        self.cancel_question = CancelQuestion(services.job, self)
        self.activity = TrainActivity(services.job, services.adding, services.controller, self)
        self._steps = QStackedWidget()
        self._screens = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Train"))
        self._controller.is_result_visible = lambda: self.isVisible() and self.is_training_shown
        services.adding.is_result_visible = self.plan.isVisible
        self._recolor()

    @property
    def step(self) -> QWidget | None:
        """The shown widget: plan, run, verdict or failure."""
        return self._steps.currentWidget()

    @property
    def is_training_shown(self) -> bool:
        """Whether :attr:`step` is shown, not the list of models or a report."""
        return self._screens.currentIndex() == 0

    @property
    def is_list_shown(self) -> bool:
        """Whether the list of models is shown."""
        return self._screens.currentWidget() is self.models

    @property
    def is_report_shown(self) -> bool:
        """Whether the report of a model in the list is shown."""
        return self._screens.currentWidget() is self.report

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Esc ask whether to cancel the run, dismiss its result, or go back to the list of models."""
        if event.key() != Qt.Key.Key_Escape or self.is_list_shown:
            super().keyPressEvent(event)
        elif self.is_report_shown:
            self.show_models()
        elif self._job.is_running:
            self.cancel_question.ask()
        else:
            self._controller.dismiss()

    def showEvent(self, event: QShowEvent) -> None:
        """Read samples and models."""
        super().showEvent(event)
        self._samples.load()
        self._models.refresh()
        self.activity.mark_seen()
        self._refresh()
        self._controller.note_visible()
        self.setFocus()

    def show_models(self) -> None:
        """Show the list of models."""
        self._screens.setCurrentWidget(self.models)
        self.models.back_button.setFocus()

    def show_training(self) -> None:
        """Show the plan, the run or its result."""
        self._screens.setCurrentIndex(0)
        self.setFocus()
        self._refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        buttons = WrappingRow(spacing_px=8)
        buttons.add(self.back_button, self.models_button)
        head.addWidget(self.in_use, 1)
        head.addWidget(buttons)
        for step in (self.plan, self.run, self.verdict, self.failure):
            self._steps.addWidget(step)
        training = QWidget()
        column = QVBoxLayout(training)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._steps, 1)
        self._screens.addWidget(training)
        self._screens.addWidget(self.models)
        self._screens.addWidget(self.report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._screens)

    def _connect(self) -> None:
        self.plan.retrain_button.clicked.connect(self._start)
        self.plan.collect_button.clicked.connect(self.collect_requested)
        self.plan.play_button.clicked.connect(self.play_requested)
        self.models_button.clicked.connect(self.show_models)
        self.models.closed.connect(self.show_training)
        self.models.report_requested.connect(self._on_report_requested)
        self.report.closed.connect(self.show_models)
        self.back_button.clicked.connect(self._models.go_back)
        self.verdict.closed.connect(self._controller.dismiss)
        self.failure.closed.connect(self._controller.dismiss)
        for view in (self.verdict, self.report):
            view.go_back_requested.connect(self._models.go_back)
        self.verdict.use_requested.connect(lambda: self._use(self._controller.result, self.verdict))
        self.report.use_requested.connect(lambda: self._use(self._reported, self.report))
        for signal in (self._samples.changed, self._samples.loaded, self._models.changed, self._controller.changed):
            signal.connect(self._refresh)
        self._job.changed.connect(self._show_job)
        self._theme.changed.connect(self._recolor)
        for keys, do in (("Ctrl+R", self._start), ("Ctrl+M", self.show_models)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _start(self) -> None:
        """Retrain; Ctrl+R has no effect where the plan is not seen."""
        if not self.is_training_shown or self.step is not self.plan or not self.plan.retrain_button.isEnabled():
            return
        self._controller.start(self.plan.turn)

    def _use(self, outcome: RetrainOutcome | Failed | None, view: VerdictView) -> None:
        """Use the model of an outcome; asks first if the gate refused it."""
        if not isinstance(outcome, RetrainOutcome):
            return
        model = self._models.get(outcome.model_id)
        if model is not None and model.can_be_used:
            self._models.use(model.id)
        else:
            self._controller.force(outcome, view.force_button)

    def _on_report_requested(self, model_id: str) -> None:
        self._models.read_outcome(model_id, self._show_report)

    def _show_report(self, outcome: RetrainOutcome) -> None:
        """Show the report of a model, unless the user has left the list in the meantime."""
        if not self.is_list_shown:
            return
        self._reported = outcome
        self._screens.setCurrentWidget(self.report)
        self.report.area.verticalScrollBar().setValue(0)
        self.report.area.setFocus()
        self._refresh()

    def _show_job(self) -> None:
        if not self.isVisible():
            return
        if self._job.is_running and self.step is self.run:
            self.run.show_job()
        else:
            self._refresh()

    def _refresh(self) -> None:
        """Show the current samples, models and run."""
        if not self.isVisible():
            return
        self._show_model_in_use()
        if self._reported is not None and self.is_report_shown:
            self._show_outcome(self.report, self._reported)
        result = self._controller.result
        if self._job.is_running:
            self.run.show_job()
            self._show_step(self.run, self)
        elif isinstance(result, RetrainOutcome):
            self._show_outcome(self.verdict, result)
            self._show_step(self.verdict, self.verdict.area)
        elif isinstance(result, Failed):
            self.failure.show_failure(result, tuple(self._job.log), self._job.log_count)
            self._show_step(self.failure, self.failure.done_button)
        else:
            active = self._models.active
            self.plan.show_plan(
                self._controller.plan,
                self._samples.infos,
                self._samples.labels,
                self._controller.obstacle,
                has_own_model=active is not None and active.origin is ModelOrigin.RETRAINED,
            )
            self._show_step(self.plan, self.plan.retrain_button)

    def _show_step(self, step: QWidget, focus: QWidget) -> None:
        """Show a step, and focus its main widget if the focus was on the page."""
        if self.step is step:
            return
        focused = QApplication.focusWidget()
        has_keyboard = focused is None or focused is self or self.isAncestorOf(focused)
        self._steps.setCurrentWidget(step)
        if has_keyboard and self.is_training_shown:
            focus.setFocus()

    def _show_outcome(self, view: VerdictView, outcome: RetrainOutcome) -> None:
        active, model = self._models.active, self._models.get(outcome.model_id)
        view.show_outcome(outcome, self._samples.infos, self._samples.labels, recordings_title(model))
        view.show_use(
            model,
            is_active=active is not None and active.id == outcome.model_id,
            is_busy=bool(self._models.work),
            can_go_back=self._models.previous is not None,
        )

    def _show_model_in_use(self) -> None:
        active, previous = self._models.active, self._models.previous
        text = tr("In use: {model}")
        if active is not None and active.verdict is GateVerdict.FORCED:
            text = tr("In use: {model} (found to be no better, and used all the same)")
        self.in_use.setText("" if active is None else text.format(model=model_title(active)))
        self.back_button.setVisible(previous is not None)
        self.back_button.setEnabled(not self._models.work)
        if previous is not None:
            self.back_button.setText(" " + tr("&Back to {model}").format(model=model_title(previous)))
            self.back_button.setToolTip(tr("Use {model} again").format(model=model_title(previous)))
        count = len(self._models.models)
        self.models_button.setText(" " + tr("&Models ({count})").format(count=count) if count else " " + tr("&Models"))

    def _recolor(self) -> None:
        for button, name in ((self.back_button, "undo"), (self.models_button, "models")):
            self._icons.put_on(button, name, self._theme.colors.text)
