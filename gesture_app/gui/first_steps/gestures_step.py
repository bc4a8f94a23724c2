"""The step about the gestures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.first_steps.gesture_row import TickRow
from gesture_app.gui.first_steps.step_panel import StepPanel, plain_label
from gesture_app.gui.first_steps.steps import GestureTicks, Step
from gesture_app.gui.first_steps.texts import HOW_TO, gestures_text, tick_count, title
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme


class GesturesStep(StepPanel):
    """A drawing of each gesture, with a tick once it has been read.

    Attributes:
        ticks: Which gestures have been read.
        rows: The row of each gesture.

    Args:
        session: Source of results.
        sources: Says whether the clip is shown.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    row_reached = Signal(QWidget)
    """This row is next; it should be seen."""

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._sources = session, sources
        self.ticks = GestureTicks()
        self.heading.setText(title(Step.GESTURES))
        self.count = plain_label(name="muted")
        self.column.addWidget(self.count)
        self.rows = {g: TickRow(g, HOW_TO[g], icons, theme) for g in self.ticks.gestures}
        for row in self.rows.values():
            self.column.addWidget(row)
        self.column.addStretch(1)
        session.result_changed.connect(self._on_result)
        session.status_changed.connect(self._on_status)
        sources.changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self._on_status()

    def refresh(self) -> None:
        """Show the present ticks."""
        self.text.setText(gestures_text(self.ticks, is_clip=self._sources.is_demo))
        self.count.setText(tick_count(self.ticks))
        for gesture, row in self.rows.items():
            row.setVisible(gesture in self.ticks.gestures)
            row.is_read = gesture in self.ticks.read
            row.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw for the screen that the step is shown on, and scroll to the next gesture."""
        super().showEvent(event)
        self.refresh()
        self._reach_next()

    def _reach_next(self) -> None:
        if self.ticks.next_gesture is not None:
            self.row_reached.emit(self.rows[self.ticks.next_gesture])

    def _on_status(self) -> None:
        self.ticks.use(self._session.status.labels)
        self.refresh()

    def _on_result(self) -> None:
        result = self._session.result
        if self.isVisible() and result is not None and self.ticks.observe(result.gesture, result.captured_s):
            self.refresh()
            self._reach_next()
