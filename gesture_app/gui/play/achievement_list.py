"""All achievements: what is achieved, with what it taught, and what is still to try."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gesture_app.domain.game.achievements import ACHIEVEMENTS, Achieved, Achievement
from gesture_app.gui.play.achievement_service import AchievementService
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_COLUMNS = 2


class AchievementRow(QWidget):
    """One achievement: a trophy, its title, and the lesson or the task.

    Args:
        achievement: The achievement.
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, achievement: Achievement, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._achievement = achievement
        self._icons = icons
        self._theme = theme
        self.is_achieved = False
        self._icon = QLabel()
        self.title = QLabel(translated(achievement.title))
        enlarge(self.title, 1.05)
        self.text = WrappedLabel()
        self.text.setObjectName("muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.text, 1, 1)
        grid.setColumnStretch(1, 1)
        theme.changed.connect(self._recolor)
        self.show_achieved(None)

    def show_achieved(self, achieved: Achieved | None) -> None:
        """Show whether it is achieved."""
        self.is_achieved = achieved is not None
        shown = self._achievement.lesson if self.is_achieved else self._achievement.task
        self.text.setText(translated(shown))
        state = tr("achieved") if self.is_achieved else tr("not achieved yet")
        self.title.setAccessibleName(
            tr("{title}, {state}").format(title=translated(self._achievement.title), state=state)
        )
        self._recolor()

    def _recolor(self) -> None:
        colors = self._theme.colors
        side = round(self.fontMetrics().height() * 1.8)
        color = colors.accent if self.is_achieved else colors.border
        self._icon.setPixmap(self._icons.pixmap("trophy", side, color, self.devicePixelRatioF()))


class AchievementList(QWidget):
    """A row for each achievement, in two columns.

    Args:
        achievements: Knows what is achieved.
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(
        self, achievements: AchievementService, icons: IconSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._achievements = achievements
        self.rows: Mapping[str, AchievementRow] = {one.name: AchievementRow(one, icons, theme) for one in ACHIEVEMENTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for number, row in enumerate(self.rows.values()):
            grid.addWidget(row, number // _COLUMNS, number % _COLUMNS)
        achievements.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        for name, row in self.rows.items():
            row.show_achieved(self._achievements.achieved.get(name))
