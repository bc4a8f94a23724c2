"""The page one plays on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.match_panel import MatchPanel
from gesture_app.gui.play.match_presenter import Chance, MatchPresenter
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.gui.play.practice_controller import PracticeController
from gesture_app.gui.play.practice_panel import PracticePanel
from gesture_app.gui.play.practice_presenter import PracticePresenter
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.play.scenes import Scene
from gesture_app.gui.play.setup_panel import KEYS, SetupPanel
from gesture_app.gui.play.sounds import SoundBoard
from gesture_app.gui.play.stage import PlayStage
from gesture_app.gui.play.statistics_view import StatisticsView
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painting import enlarged
from gesture_app.gui.widgets.theme import Theme
from gesture_app.settings import PlayMode

_PANEL_CHARACTERS = (45, 62)


class PlayPage(QWidget):
    """The stage on the left; on the right what to play, the match, or the practice.

    Space plays, Esc stops, and digits choose what to play.

    Args:
        session: What is played on.
        sources: Knows whether the view is mirrored.
        preferences: What the person chose.
        keeper: Keeps the rounds.
        opponents: Where opponents get ready.
        notices: Where it is asked before rounds are erased.
        sounds: Beats and results.
        icons: The program's drawings.
        theme: The colours in use.
        chance: Where chance and time come from.
        parent: The widget it lies in.
    """

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        preferences: Preferences,
        keeper: RoundLogService,
        opponents: OpponentService,
        notices: Notices,
        sounds: SoundBoard,
        icons: IconSet,
        theme: Theme,
        *,
        chance: Chance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._keeper = keeper
        self._sounds = sounds
        self._icons = icons
        self._theme = theme
        self.table = MatchController(session, clock=chance.clock, parent=self)
        self.practice_table = PracticeController(session, clock=chance.clock, parent=self)
        self.stage = PlayStage(session, sources, icons, theme, clock=chance.clock)
        self.setup = SetupPanel(preferences, icons, theme)
        self.match_panel = MatchPanel(icons, theme)
        self.practice_panel = PracticePanel(icons, theme)
        self.match_show = MatchPresenter(
            self.table,
            self.match_panel,
            preferences=preferences,
            sources=sources,
            keeper=keeper,
            opponents=opponents,
            sounds=sounds,
            chance=chance,
            parent=self,
        )
        self.practice_show = PracticePresenter(
            self.practice_table,
            self.practice_panel,
            preferences=preferences,
            sounds=sounds,
            chance=chance,
            parent=self,
        )
        self.sound_button = self._small_button("Beats and results are heard")
        self.sound_button.setCheckable(True)
        self.sound_button.clicked.connect(self._on_sound_clicked)
        self.statistics = StatisticsView(keeper, notices, icons, theme)
        self.statistics.left.connect(self.show_game)
        self.statistics_button = self._small_button("Statistics over all matches (S)")
        self.statistics_button.setAccessibleName("Statistics")
        self.statistics_button.clicked.connect(self.show_statistics)
        self._screens = QStackedWidget()
        self._panels = QStackedWidget()
        self._title = QLabel()
        self._title.setFont(enlarged(self.font(), 1.1))
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setup.play_requested.connect(self._begin)
        for signal in (self.table.changed, self.practice_table.changed, sources.changed, preferences.changed):
            signal.connect(self._refresh)
        sounds.changed.connect(self._show_buttons)
        theme.changed.connect(self._show_buttons)
        self._refresh()
        self._show_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, Esc stops, digits choose; a key that is held down counts once."""
        key, text = event.key(), event.text()
        if event.isAutoRepeat():
            event.accept()
        elif key == Qt.Key.Key_Space:
            self._on_space()
        elif key == Qt.Key.Key_Escape and self._show_on is not None:
            self._show_on.stop()
        elif key == Qt.Key.Key_S:
            self.show_statistics()
        elif text in KEYS and self._show_on is None:
            self.setup.choose(KEYS[text])
        else:
            super().keyPressEvent(event)

    def show_statistics(self) -> None:
        """Show all matches instead of this one, which waits."""
        self._pause("")
        self._screens.setCurrentWidget(self.statistics)
        self.statistics.setFocus()

    def show_game(self) -> None:
        """Show the game again."""
        self._screens.setCurrentIndex(0)
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Get the rounds of earlier days, for opponents that learn."""
        super().showEvent(event)
        self._keeper.load()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is played behind the player's back."""
        super().hideEvent(event)
        self._pause("You were on another page.")

    def _pause(self, trouble: str) -> None:
        self.match_show.forget()
        for table in (self.table, self.practice_table):
            table.pause(trouble)

    @property
    def _show_on(self) -> MatchPresenter | PracticePresenter | None:
        """What is on, running or not; None while it is being chosen."""
        return next((show for show in (self.match_show, self.practice_show) if show.is_on), None)

    def _lay_out(self) -> None:
        for widget in (self.setup, self.match_panel, self.practice_panel):
            self._panels.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        head.addWidget(self.statistics_button)
        head.addWidget(self.sound_button)
        panel = QFrame()
        panel.setObjectName("card")
        character = self.fontMetrics().averageCharWidth()
        panel.setMinimumWidth(character * _PANEL_CHARACTERS[0])
        panel.setMaximumWidth(character * _PANEL_CHARACTERS[1])
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._panels, 1)
        game = QWidget()
        row = QHBoxLayout(game)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.stage, 2)
        row.addWidget(panel, 1)
        self._screens.addWidget(game)
        self._screens.addWidget(self.statistics)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._screens)

    def _small_button(self, tip: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName("quiet")
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side_px = round(self.fontMetrics().height() * 1.3)
        button.setIconSize(QSize(side_px, side_px))
        return button

    def _on_space(self) -> None:
        if self._show_on is None:
            self._begin()
        else:
            self._show_on.go_on()

    def _begin(self) -> None:
        play = self._preferences.settings.play
        if play.mode is PlayMode.PRACTICE:
            self.practice_show.begin()
            return
        if play.mode is PlayMode.TWO_PLAYERS:
            self._preferences.change(hands=2)
        self.match_show.begin()

    def _refresh(self) -> None:
        show = self._show_on
        widgets = {None: self.setup, self.match_show: self.match_panel, self.practice_show: self.practice_panel}
        self._panels.setCurrentWidget(widgets[show])
        if show is not None:
            show.refresh()
        scene = self._choosing_scene() if show is None else show.scene() or Scene()
        halves = None if show is self.practice_show else self.match_show.halves()
        self.stage.show_scene(replace(scene, halves=halves))
        pairs = self.match_show.pairs() if show is self.match_show else None
        self.stage.show_rounds(pairs, self.match_show.expected_rounds)
        self._title.setText("New game" if show is None else show.heading())

    def _choosing_scene(self) -> Scene:
        if self.match_show.is_waiting:
            return Scene(hint="Your opponent remembers your last rounds…")
        return Scene(hint=self.table.obstacle or "Press Space to play")

    def _on_sound_clicked(self, is_on: bool) -> None:
        play = self._preferences.settings.play
        self._preferences.change(play=replace(play, sound=is_on))
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_on = self._preferences.settings.play.sound
        self._sounds.is_on = is_on
        problem = self._sounds.problem
        self.sound_button.setChecked(is_on)
        self.sound_button.setEnabled(not problem)
        can_be_heard = is_on and not problem
        self.sound_button.setIcon(self._icons.icon("sound" if can_be_heard else "mute", self._theme.colors.text))
        self.statistics_button.setIcon(self._icons.icon("statistics", self._theme.colors.text))
        text = f"No sound: {problem}" if problem else f"Sound is {'on' if is_on else 'off'}"
        self.sound_button.setToolTip(text)
        self.sound_button.setAccessibleName(text)
