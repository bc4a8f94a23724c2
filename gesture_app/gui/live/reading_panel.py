"""The reading beside the video: the gesture, the probabilities, and the question when they are wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gesture_app.gui.live.gesture_card import GestureCard
from gesture_app.gui.live.probability_bars import ProbabilityBars
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.correction_panel import CorrectionPanel
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.side_panel import SidePanel
from gesture_app.gui.widgets.theme import Theme

_CHARACTERS = (38, 52)


class ReadingPanel(SidePanel):
    """Card and bars with a small button to correct them; while that is asked, the question takes their place.

    Args:
        labels: Labels of the bars until the first prediction.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, labels: Sequence[str], icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_CHARACTERS, parent)
        self._icons = icons
        self._theme = theme
        self.card = GestureCard(icons, theme)
        self.bars = ProbabilityBars(labels, icons, theme)
        self.question = CorrectionPanel(icons, theme)
        self.correct_button = QPushButton(" " + tr("Misread?"))
        self.correct_button.setObjectName("quiet")
        self.correct_button.setToolTip(tr("Say what your hand showed (C, or the gesture's key), so that it is learnt"))
        self.correct_button.setAccessibleName(tr("Misread? Say what your hand showed"))
        self.correct_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._screens = QStackedWidget()
        self._lay_out()
        theme.changed.connect(self._recolor)
        self._recolor()

    @property
    def is_asking(self) -> bool:
        """Whether the question is shown."""
        return self._screens.currentWidget() is self.question

    def show_question(self, is_asking: bool) -> None:
        """Show the question, or the reading."""
        self._screens.setCurrentIndex(int(is_asking))

    def _lay_out(self) -> None:
        title = QLabel(tr("Probability"))
        title.setObjectName("muted")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.correct_button)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.card, 1)
        column.addLayout(head)
        column.addWidget(self.bars)
        self._screens.addWidget(reading)
        self._screens.addWidget(self.question)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(self._screens)

    def _recolor(self) -> None:
        self._icons.put_on(self.correct_button, "edit", self._theme.colors.muted)
