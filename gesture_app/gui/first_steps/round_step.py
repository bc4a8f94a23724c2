"""The step about the first round."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gesture_app.domain.frames.gestures import FIVE_GESTURES
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.first_steps.gesture_row import GestureRow
from gesture_app.gui.first_steps.step_panel import StepPanel, plain_label
from gesture_app.gui.first_steps.steps import Step
from gesture_app.gui.first_steps.texts import ROUND_STEPS, round_text, title, wins
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme


class RoundStep(StepPanel):
    """How a round goes, and what each gesture beats.

    Args:
        sources: Says whether the clip is shown.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, sources: SourceController, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.heading.setText(title(Step.ROUND))
        self._rows = [GestureRow(gesture, wins(gesture), icons, theme) for gesture in FIVE_GESTURES]
        for widget in (*map(plain_label, ROUND_STEPS), *self._rows):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        sources.changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say who plays, and draw in the current colours."""
        self.text.setText(round_text(is_clip=self._sources.is_demo))
        for row in self._rows:
            row.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw for the screen that the step is shown on."""
        super().showEvent(event)
        self.refresh()
