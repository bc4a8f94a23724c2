"""The card beside the game: a title, two small buttons, and the panel of the present state."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.sound_button import SmallButton, SoundButton
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.side_panel import SidePanel
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme

_CHARACTERS = (45, 62)


class PlaySide(SidePanel):
    """Shows one of several panels.

    Attributes:
        title: The title.
        panels: The panels, one on top of the other.

    Args:
        sounds: The sounds, which one button switches off.
        preferences: The settings.
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(
        self,
        sounds: SoundBoard,
        preferences: Preferences,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_CHARACTERS, parent)
        self._icons = icons
        self._theme = theme
        self.title = QLabel()
        enlarge(self.title, 1.1)
        self.sound_button = SoundButton(sounds, preferences, icons, theme)
        self.statistics_button = SmallButton(tr("Statistics over all matches (S)"))
        self.statistics_button.setAccessibleName(tr("Statistics"))
        self.panels = QStackedWidget()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.statistics_button)
        head.addWidget(self.sound_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.panels, 1)
        theme.changed.connect(self._recolor)
        self._recolor()

    def _recolor(self) -> None:
        self.statistics_button.setIcon(self._icons.icon("statistics", self._theme.colors.text))


def side_by_side(game_view: QWidget, side: PlaySide) -> QWidget:
    """The game with the card beside it."""
    game = QWidget()
    row = QHBoxLayout(game)
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(12)
    row.addWidget(game_view, 2)
    row.addWidget(side, 1)
    return game
