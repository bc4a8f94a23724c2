"""The first steps, shown in place of the pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.first_steps.camera_state import problem
from gesture_app.gui.first_steps.camera_step import CameraStep
from gesture_app.gui.first_steps.gestures_step import GesturesStep
from gesture_app.gui.first_steps.round_step import RoundStep
from gesture_app.gui.first_steps.step_panel import StepPanel, plain_label
from gesture_app.gui.first_steps.steps import Step
from gesture_app.gui.first_steps.texts import main_button, problem_text, progress
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.fitting_bar import FittingBar
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.page_area import PageArea
from gesture_app.gui.widgets.side_panel import SidePanel
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.video_feed import VideoFeed
from gesture_app.gui.widgets.video_view import VideoView

_PANEL_CHARACTERS = (45, 62)


class FirstSteps(QWidget):
    """The picture on the left, the present step on the right. Enter goes on, Esc skips the rest.

    Attributes:
        panels: The panel of each step.

    Args:
        session: Source of frames and results.
        sources: The cameras and the current source.
        icons: The program's icons.
        theme: The current colours.
        clock: Monotonic seconds, the clock of the frames.
        parent: Parent widget.
    """

    left = Signal()
    """The person skips the rest."""

    round_requested = Signal()
    """The person wants to play."""

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        icons: IconSet,
        theme: Theme,
        *,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._sources = session, sources
        self._step = Step.CAMERA
        self.view = VideoView(icons, clock)
        self._feed = VideoFeed(session, sources, self.view)
        self.camera_step = CameraStep(sources)
        self.gestures_step = GesturesStep(session, sources, icons, theme)
        self.panels: dict[Step, StepPanel] = {
            Step.CAMERA: self.camera_step,
            Step.GESTURES: self.gestures_step,
            Step.ROUND: RoundStep(sources, icons, theme),
        }
        self._stack = QStackedWidget()
        self._problem = plain_label(name="problem")
        self._progress = QLabel()
        self._progress.setObjectName("muted")
        self.main_button = QPushButton()
        self.main_button.setObjectName("primary")
        self.back_button, self.skip_button = QPushButton(tr("&Back")), QPushButton(tr("S&kip"))
        self._foot = FittingBar()
        self._lay_out()
        self.setAccessibleName(tr("First steps"))
        self.main_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        self.skip_button.clicked.connect(self.left)
        sources.changed.connect(self._refresh)
        session.status_changed.connect(self._refresh)
        self._show(Step.CAMERA)

    @property
    def step(self) -> Step:
        """The shown step."""
        return self._step

    @property
    def problem(self) -> str:
        """Why the picture or the recognition does not go on, as it is shown; empty while both do."""
        return self._problem.text()

    def go_on(self) -> None:
        """Show the next step; from the last one, play."""
        following = self._step.following
        if following is None:
            self.round_requested.emit()
        else:
            self._show(following)

    def go_back(self) -> None:
        """Show the step before."""
        if self._step.previous is not None:
            self._show(self._step.previous)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.main_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus, or goes on; Esc skips the rest."""
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            button = focus if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus) else self.main_button
            button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        areas = {step: PageArea(step_panel) for step, step_panel in self.panels.items()}
        for area in areas.values():
            self._stack.addWidget(area)
        self.gestures_step.row_reached.connect(areas[Step.GESTURES].ensureWidgetVisible)
        self._progress.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot.row.addWidget(self.back_button)
        self._foot.row.addWidget(self._progress, 1)
        self._foot.row.addWidget(self.skip_button)
        self._foot.shorten_with(self._progress.setHidden)
        panel = SidePanel(_PANEL_CHARACTERS)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self._problem)
        column.addWidget(self.main_button)
        column.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.view, 2)
        row.addWidget(panel, 1)

    def _show(self, step: Step) -> None:
        self._step = step
        self._stack.setCurrentIndex(list(self.panels).index(step))
        self._refresh()
        self.main_button.setFocus()

    def _refresh(self) -> None:
        error = problem(self._session.status)
        self._problem.setText(problem_text(error))
        self._problem.setVisible(error is not None)
        self._progress.setText(progress(self._step))
        self._foot.fit()
        self.back_button.setEnabled(self._step.previous is not None)
        self.main_button.setText(main_button(self._step, is_clip=self._sources.is_demo))
