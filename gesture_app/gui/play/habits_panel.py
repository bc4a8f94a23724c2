"""The habits of the player: two plots in dots out of ten, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gesture_app.domain.game.habits import Habit, Habits
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.gui.play.statistics_series import AFTER_TEXTS
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import number, tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.plot import Plot
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_TEN = 10
_LEAST_LINES = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TenRow:
    """One row of dots.

    Attributes:
        name: Its name.
        icon: Icon of the gesture; empty for none.
        filled: Number of filled dots, 0 to 10.
        text: The same in words.
    """

    name: str
    icon: str
    filled: int
    text: str


class TenPlot(Plot):
    """Rows of ten dots, some of them filled, with name, icon and text.

    Args:
        icons: The icons.
        theme: The colours in use.
        rows: The most rows.
    """

    def __init__(self, icons: IconSet, theme: Theme, rows: int) -> None:
        super().__init__(theme, rows * 1.9)
        self._icons = icons
        self.rows: tuple[TenRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for two side by side in a small window with large text."""
        return QSize(self.line_px * _LEAST_LINES, super().minimumSizeHint().height())

    def show_rows(self, rows: Sequence[TenRow]) -> None:
        """Show these rows, from the top."""
        self.rows = tuple(rows)
        self.setAccessibleDescription(", ".join(f"{row.name}: {row.text}" for row in rows))
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the rows. Where the room is short, first the texts are left out, then the names: the dots say it."""
        line, metrics = float(self.line_px), self.fontMetrics()
        height = self.height() / max(1, len(self.rows))
        names = max((metrics.horizontalAdvance(row.name) for row in self.rows), default=0) + line * 0.6
        texts = max((metrics.horizontalAdvance(row.text) for row in self.rows), default=0) + line * 0.6
        side = line * 1.5
        least = line * 0.4 * _TEN
        if self.width() - names - side - texts < least:
            texts = 0.0
        if self.width() - names - side - texts < least:
            names = 0.0
        step = min(line * 1.05, (self.width() - names - side - line * 0.9 - texts) / _TEN)
        colors = self._theme.colors
        for index, row in enumerate(self.rows):
            middle = (index + 0.5) * height
            painter.setPen(QColor(colors.text))
            if names:
                painter.drawText(self.at(QRectF(0, middle - line / 2, names, line)), _LEFT, row.name)
            if row.icon:
                self._icons.paint(painter, row.icon, self.at(QRectF(names, middle - side / 2, side, side)), colors.text)
            painter.setPen(Qt.PenStyle.NoPen)
            for dot in range(_TEN):
                painter.setBrush(QColor(colors.accent if dot < row.filled else colors.border))
                center = self.at_point(names + side + line * 0.4 + (dot + 0.5) * step, middle)
                painter.drawEllipse(center, step * 0.36, step * 0.36)
            if texts:
                painter.setPen(QColor(colors.text))
                left = names + side + line * 0.9 + _TEN * step
                painter.drawText(self.at(QRectF(left, middle - line / 2, texts, line)), _LEFT, row.text)


class HabitsPanel(QWidget):
    """What the player throws most and next, and how well the mind reader guesses it.

    Args:
        icons: The icons.
        theme: The colours in use.
        rows: The most gestures of a game that are shown.
        parent: The widget it lies in.
    """

    def __init__(self, icons: IconSet, theme: Theme, rows: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = rows
        self.most = TenPlot(icons, theme, rows)
        self.following = TenPlot(icons, theme, len(RoundOutcome))
        self.sentence = WrappedLabel()
        self._plots = QWidget()
        row = QHBoxLayout(self._plots)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        for title, plot in ((tr("What you throw most"), self.most), (tr("What comes next"), self.following)):
            plot.setAccessibleName(title)
            label = QLabel(title)
            label.setMinimumWidth(1)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(plot)
            column.addStretch(1)
            row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._plots)
        layout.addWidget(self.sentence)

    def show_habits(self, habits: Habits) -> None:
        """Show these habits; with too few rounds only how many are missing."""
        self._plots.setVisible(bool(habits.throws))
        self.sentence.setText(translated(habits.guesses if habits.throws else habits.sentences[0]))
        self.setAccessibleDescription(" ".join(translated(sentence) for sentence in habits.sentences))
        self.most.show_rows([_row(gesture_title(habit.gesture), habit) for habit in habits.throws[: self._most]])
        rows = [(translated(AFTER_TEXTS[outcome]), habit) for outcome, habit in habits.after.items()]
        self.following.show_rows([_row(name, habit) for name, habit in rows])


def _row(name: str, habit: Habit | None) -> TenRow:
    if habit is None:
        return TenRow(name, "", 0, tr("no rounds yet"))
    text = tr("{count} of 10").format(count=number(habit.out_of_ten))
    return TenRow(name, f"gestures/{habit.gesture}", habit.out_of_ten, text)
