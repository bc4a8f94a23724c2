"""The Play page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.game.hands_free import HandsFreeAction, offered_actions
from gesture_app.gui.pages import PageContext
from gesture_app.gui.play.correction_controller import CorrectionController
from gesture_app.gui.play.doubt_teaching import DoubtTeaching
from gesture_app.gui.play.game_view import GameView
from gesture_app.gui.play.hands_free_controller import HandsFreeController
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.match_panel import MatchPanel
from gesture_app.gui.play.match_presenter import MatchPresenter
from gesture_app.gui.play.play_side import PlaySide, side_by_side
from gesture_app.gui.play.player_choice import PlayerChoice, camera_picture
from gesture_app.gui.play.player_renaming import PlayerRenaming
from gesture_app.gui.play.practice_controller import PracticeController
from gesture_app.gui.play.practice_panel import PracticePanel
from gesture_app.gui.play.practice_presenter import PracticePresenter
from gesture_app.gui.play.round_extras import RoundExtras
from gesture_app.gui.play.round_hands import RoundHands
from gesture_app.gui.play.rules_controller import RulesController
from gesture_app.gui.play.scenes import Scene
from gesture_app.gui.play.services import PlayServices
from gesture_app.gui.play.setup_panel import KEYS, SetupPanel
from gesture_app.gui.play.statistics_view import StatisticsView
from gesture_app.gui.play.throw_question import ANSWERS
from gesture_app.gui.play.tournament_controller import TournamentController
from gesture_app.gui.play.tournament_panel import TournamentPanel
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.correction_panel import CorrectionPanel
from gesture_app.settings import PlayMode


class PlayPage(QWidget):
    """The game on the left; on the right the setup, the match or the practice.

    Space plays, wherever the focus is; Enter presses the button with the focus, Esc stops, C corrects a misread hand,
    and digits choose the mode and the rules.

    Args:
        context: The parts of the window.
        services: The round log, the opponents and the sounds.
        parent: The widget it lies in.
    """

    def __init__(self, context: PageContext, services: PlayServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons, theme, preferences = context.icons, context.theme, context.preferences
        self._preferences = preferences
        self._sources = context.sources
        self._services = services
        self.match_controller = MatchController(context.session, clock=context.chance.clock, parent=self)
        self.practice_controller = PracticeController(context.session, clock=context.chance.clock, parent=self)
        self.game_view = GameView(context.session, context.sources, icons, theme, clock=context.chance.clock)
        self.rules = RulesController(context, services.rules)
        players = PlayerChoice(services.players, preferences, icons, theme, lambda: camera_picture(context.session))
        self.setup = SetupPanel(
            preferences, icons, theme, players, services.unlocked, services.rules, self.rules.missing
        )
        self.match_panel = MatchPanel(icons, theme)
        self.practice_panel = PracticePanel(icons, theme)
        self.match_presenter = MatchPresenter(
            self.match_controller,
            self.match_panel,
            preferences=preferences,
            sources=context.sources,
            services=services,
            chance=context.chance,
            parent=self,
        )
        self.practice_presenter = PracticePresenter(
            self.practice_controller,
            self.practice_panel,
            preferences=preferences,
            sources=context.sources,
            sounds=services.sounds,
            rules=services.rules,
            chance=context.chance,
            parent=self,
        )
        self.question = CorrectionPanel(icons, theme)
        hands = RoundHands(self.match_controller, context.session, context.corrections)
        self.correction = CorrectionController(
            hands, self.match_controller, context.corrections, context.sources, self.question
        )
        DoubtTeaching(self.match_controller, hands, context.corrections, context.sources)
        self.hands_free = HandsFreeController(context.session, preferences, self._offered_actions, self)
        self.tournament = TournamentController(
            self.match_controller, preferences, services.tournament, lambda: context.sources.is_demo, self
        )
        self.tournament_panel = TournamentPanel(self.tournament, services.players)
        self.statistics = StatisticsView(services, preferences, context.notices, icons, theme)
        self.renaming = PlayerRenaming(context, services.players, self.match_controller)
        self.statistics.player_data.rename_requested.connect(self.renaming.ask)
        self.side = PlaySide(services.sounds, preferences, icons, theme)
        self.extras = RoundExtras(
            context,
            self.match_controller,
            self.match_presenter,
            self.match_panel.round_bar,
            self.game_view,
            services.pictures,
        )
        self._screens = QStackedWidget()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Play"))
        self._connect(context)
        self._refresh()

    def _connect(self, context: PageContext) -> None:
        self._services.rounds.changed.connect(self.setup.refresh)
        self.setup.tournament_requested.connect(self.tournament.open)
        self.setup.rules_requested.connect(self.rules.edit)
        context.session.status_changed.connect(self.setup.refresh)
        self.tournament.changed.connect(self._refresh)
        self.tournament.changed.connect(
            lambda: self.setup.show_tournament(is_on=self.tournament.next_fixture is not None)
        )
        self.tournament_panel.play_requested.connect(self.begin)
        self.setup.play_requested.connect(self.begin)
        self.statistics.left.connect(self.show_game)
        self.side.statistics_button.clicked.connect(self.show_statistics)
        for source in (self.match_controller, self.practice_controller, context.sources, context.preferences):
            source.changed.connect(self._refresh)
        self.match_panel.correct_button.clicked.connect(self.correction.ask)
        self.hands_free.changed.connect(self.game_view.hands_free.show)
        self.hands_free.acted.connect(self._on_acted)
        self.correction.changed.connect(self._refresh)
        self.correction.closed.connect(self.setFocus)
        self.extras.changed.connect(self._refresh)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(context.corrections.undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, Enter presses, Esc stops, C corrects, digits choose; a key that is held down counts once."""
        key, text = event.key(), event.text()
        button = QApplication.focusWidget()
        if event.isAutoRepeat():
            event.accept()
        elif key == Qt.Key.Key_Space and self.is_game_shown:
            self._on_space()
        elif (self.correction.is_asking and self.question.press(event)) or (
            self.is_game_shown and self.extras.press(key)
        ):
            event.accept()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            button.click()
        elif key == Qt.Key.Key_Escape and self._active is not None:
            self._active.stop()
        elif text in ANSWERS and self.match_panel.question.isVisible():
            self.match_controller.answer(is_right=ANSWERS[text])
        elif key == Qt.Key.Key_C and self.correction.can_ask:
            self.correction.ask()
        elif key == Qt.Key.Key_S:
            self.show_statistics()
        elif key == Qt.Key.Key_Escape and self.tournament.is_open:
            self.tournament.close()
        elif text in KEYS and self._active is None and not self.tournament.is_open:
            self.setup.choose(KEYS[text])
        else:
            super().keyPressEvent(event)

    @property
    def is_game_shown(self) -> bool:
        """Whether the game is shown, not the statistics."""
        return self._screens.currentIndex() == 0

    def begin(self) -> None:
        """Begin the chosen game with its first round."""
        if self.tournament.is_open and not self.tournament_panel.prepare():
            return
        if self.setup.obstacle:
            return
        play = self._preferences.settings.play
        if play.mode is PlayMode.PRACTICE:
            self.practice_presenter.begin()
            return
        if play.mode is PlayMode.TWO_PLAYERS:
            self._preferences.change(hands=2)
        self.match_presenter.begin()

    def show_statistics(self) -> None:
        """Show the statistics of all matches; the game is paused."""
        self._pause("")
        self._screens.setCurrentWidget(self.statistics)
        self.statistics.setFocus()

    def show_game(self) -> None:
        """Show the game again."""
        self._screens.setCurrentIndex(0)
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Load rounds, players and the tournament of earlier days."""
        super().showEvent(event)
        self._services.load()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause the game: nobody sees it."""
        super().hideEvent(event)
        self._pause(tr("You were on another page."))

    def _pause(self, reason: str) -> None:
        self.match_presenter.cancel_begin()
        self.extras.replay.skip()
        for controller in (self.match_controller, self.practice_controller):
            controller.pause(reason)

    @property
    def _active(self) -> MatchPresenter | PracticePresenter | None:
        """The presenter of the game, running or not; None during the setup."""
        presenters = (self.match_presenter, self.practice_presenter)
        return next((presenter for presenter in presenters if presenter.is_on), None)

    def _lay_out(self) -> None:
        for widget in (self.setup, self.tournament_panel, self.match_panel, self.practice_panel, self.question):
            self.side.panels.addWidget(widget)
        game = side_by_side(self.game_view, self.side)
        # Otherwise a button with the focus would take the key.
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), game)
        space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        space.setAutoRepeat(False)
        space.activated.connect(self._on_space)
        self._screens.addWidget(game)
        self._screens.addWidget(self.statistics)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._screens)

    def _on_space(self) -> None:
        self.extras.replay.skip()
        if self._active is None:
            self.begin()
        else:
            self._active.go_on()

    def _offered_actions(self) -> tuple[HandsFreeAction, ...]:
        """What held gestures can do now."""
        is_busy = self.practice_presenter.is_on or self.correction.is_asking or self.match_presenter.is_waiting
        if is_busy or not self.game_view.isVisible() or self._sources.is_demo or self.match_controller.obstacle:
            return ()
        state, in_tournament = self.match_controller.state, self.tournament.is_open
        if state is None and (self.setup.obstacle or (in_tournament and not self.tournament_panel.can_play)):
            return ()
        return offered_actions(None if state is None else state.phase, in_tournament=in_tournament)

    def _on_acted(self, action: HandsFreeAction) -> None:
        if action is HandsFreeAction.END:
            self.match_presenter.stop()
        else:
            self._on_space()

    def _refresh(self) -> None:
        self.hands_free.refresh()
        active = self._active
        panels = {self.match_presenter: self.match_panel, self.practice_presenter: self.practice_panel}
        self.setup.show_tournament(is_on=self.tournament.next_fixture is not None)
        start = self.tournament_panel if self.tournament.is_open else self.setup
        self.match_presenter.leaves_after_match = self.tournament.is_open
        panel = start if active is None else panels[active]
        self.side.panels.setCurrentWidget(self.question if self.correction.is_asking else panel)
        self.match_panel.correct_button.setVisible(self.correction.can_ask)
        if active is not None:
            active.refresh()
            self.extras.refresh()
        scene = self._setup_scene() if active is None else active.scene() or Scene()
        half_names = None if active is self.practice_presenter else self.match_presenter.half_names()
        self.game_view.show_scene(replace(scene, half_names=half_names))
        pairs = self.match_presenter.pairs() if active is self.match_presenter else None
        self.game_view.show_rounds(pairs, self.match_presenter.expected_rounds)
        title = tr("Tournament") if self.tournament.is_open else tr("New game")
        self.side.title.setText(title if active is None else active.heading())

    def _setup_scene(self) -> Scene:
        if self.match_presenter.is_waiting:
            return Scene(hint=tr("Your opponent remembers your last rounds…"))
        if self.tournament.is_open and not self.tournament_panel.can_play:
            return Scene(hint=self.match_controller.obstacle)
        invitation = tr("Press Space to watch the clip play") if self._sources.is_demo else tr("Press Space to play")
        return Scene(hint=self.match_controller.obstacle or self.setup.obstacle or invitation)
