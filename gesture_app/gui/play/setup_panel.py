"""The choices before a game."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.game.rules import RULE_TABLES, RuleTable
from gesture_app.domain.message import Message
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.choices import Choice, ChoiceRow, Option
from gesture_app.gui.play.match_factory import opponent_name, rules_of
from gesture_app.gui.play.opponent_texts import opponent_names, opponent_text
from gesture_app.gui.play.player_choice import PlayerChoice
from gesture_app.gui.play.rule_service import RuleService
from gesture_app.gui.play.rules_wheel import RulesWheel
from gesture_app.gui.play.texts import game_title, sentence
from gesture_app.gui.texts import gesture_name
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.scrolled import scrolled
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapped_label import WrappedLabel
from gesture_app.settings import MATCH_LENGTHS, PlayMode

_MODES = (
    Option(PlayMode.COMPUTER, Message("1 player"), "1", Message("Against the computer")),
    Option(PlayMode.TWO_PLAYERS, Message("2 players"), "2", Message("Two people in one picture")),
    Option(PlayMode.PRACTICE, Message("Practice"), "4", Message("Show what is asked for, fast and clearly")),
)
_MOST_OWN_RULES = 6
"""Own games with a button; the chosen one always has one."""


def _option(rules: RuleTable) -> Option:
    return Option(rules.name, rules.title, rules.key)


_THROWS = tuple(map(_option, RULE_TABLES.values()))
_LENGTHS = tuple(
    Option(n, str(n) if n else "∞", tip=Message("Best of {count}").fill(count=n) if n else Message("Endless"))
    for n in MATCH_LENGTHS
)
_MODE_TEXTS = {
    PlayMode.TWO_PLAYERS: Message("Stand side by side: one hand in each half of the picture."),
    PlayMode.PRACTICE: Message("Ten gestures are asked for, one after another. Fast and clear gives the most points."),
}

KEYS: Mapping[str, Choice] = MappingProxyType({o.key: o.value for o in (*_MODES, *_THROWS) if o.key})
"""The mode or the rules' name that each digit chooses."""


class SetupPanel(QWidget):
    """Rows of choices, the rules, and the button that begins. Every choice is saved at once.

    Args:
        preferences: Holds the choices.
        icons: The icons.
        theme: The colours in use.
        players: Chooses who plays; shown below the modes.
        unlocked: Gives the names of the opponents that a person may choose.
        rules: Own rules, which can be chosen beside those of the program.
        missing: Tells for gestures which of them the model in use does not know, as a sentence; empty if it knows all.
        parent: The widget it lies in.
    """

    play_requested = Signal()
    tournament_requested = Signal()
    rules_requested = Signal()

    def __init__(
        self,
        preferences: Preferences,
        icons: IconSet,
        theme: Theme,
        players: PlayerChoice,
        unlocked: Callable[[str], Collection[str]],
        rules: RuleService,
        missing: Callable[[Sequence[str]], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.modes = ChoiceRow(tr("Who plays"), _MODES, theme)
        self._unlocked = unlocked
        self._rules = rules
        self._missing = missing
        self._tables: tuple[RuleTable, ...] = ()
        self.players = players
        self.throws = ChoiceRow(tr("Throws"), (), theme)
        self.rules_button = QPushButton(tr("Own rules…"))
        self.rules_button.setToolTip(tr("Make a game with gestures of your own, or change one"))
        self.rules_button.clicked.connect(self.rules_requested)
        self.rules_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rules_button.setObjectName("quiet")
        self.throws.add_beside_title(self.rules_button)
        self.missing = WrappedLabel()
        self.missing.setObjectName("problem")
        self.lengths = ChoiceRow(tr("Best of"), _LENGTHS, theme)
        self.opponent_button = QPushButton()
        self.opponent_button.setMenu(self._opponent_menu())
        self.opponent_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._opponent = QWidget()
        self._opponent_title = QLabel(tr("Opponent"))
        self._opponent_title.setObjectName("muted")
        self.description = WrappedLabel()
        self.description.setObjectName("muted")
        self.hands_free = QCheckBox(tr("Hands-free: hold a fist to start"))
        self.hands_free.setToolTip(tr("A held fist starts, an open hand asks for another match, scissors end it"))
        self.hands_free.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._wheel = RulesWheel(icons, theme)
        # It takes the room that is left, and none from the buttons.
        self._wheel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.play_button = QPushButton(tr("Play"))
        self.play_button.setObjectName("primary")
        self.play_button.setToolTip("Space")
        self.play_button.clicked.connect(self.play_requested)
        self.play_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tournament_button = QPushButton(tr("Tournament…"))
        self.tournament_button.setToolTip(tr("Three to eight people play, two at a time"))
        self.tournament_button.clicked.connect(self.tournament_requested)
        self.tournament_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.modes.chosen.connect(self.choose)
        self.throws.chosen.connect(self.choose)
        self.lengths.chosen.connect(lambda count: self._change(best_of=count))
        self.hands_free.toggled.connect(lambda is_on: self._change(hands_free=is_on))
        preferences.changed.connect(self.refresh)
        rules.changed.connect(self.refresh)
        self.refresh()

    @property
    def obstacle(self) -> str:
        """Reason why the chosen game cannot be played with the model in use; empty if there is none."""
        return self.missing.text()

    def choose(self, value: Choice) -> None:
        """Save a mode, or the rules of a name, as chosen."""
        if isinstance(value, PlayMode):
            self._change(mode=value)
        else:
            self._change(throws=value)

    def show_tournament(self, *, is_on: bool) -> None:
        """Say whether there is a tournament to go on with."""
        self.tournament_button.setText(tr("Go on with the tournament…") if is_on else tr("Tournament…"))

    def _lay_out(self) -> None:
        opponent = QVBoxLayout(self._opponent)
        opponent.setContentsMargins(0, 0, 0, 0)
        opponent.setSpacing(4)
        opponent.addWidget(self._opponent_title)
        opponent.addWidget(self.opponent_button)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._opponent, 1)
        row.addWidget(self.lengths, 1)
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.modes)
        column.addWidget(self.players)
        column.addWidget(self.throws)
        column.addWidget(self.missing)
        column.addLayout(row)
        column.addWidget(self.description)
        column.addWidget(self.hands_free)
        column.addWidget(self._wheel, 1)
        column.addWidget(self.tournament_button)
        # In small windows and with large texts the choices scroll; the button that begins is always seen.
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(scrolled(choices, tr("New game"), takes_focus=False), 1)
        layout.addWidget(self.play_button)

    def _opponent_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        for name in opponent_names():
            text = opponent_text(name)
            action = menu.addAction(f"{text.title}: {text.description}" if text.description else text.title)
            action.setCheckable(True)
            action.setData(name)
            action.triggered.connect(lambda _checked=False, opponent=name: self._change(opponent=opponent))
            group.addAction(action)
        return menu

    def _change(self, **changes: Any) -> None:
        self._preferences.change(play=replace(self._preferences.settings.play, **changes))

    def refresh(self) -> None:
        """Show the choices, and which opponents are unlocked; a chosen one stays open."""
        play = self._preferences.settings.play
        self.modes.show_value(play.mode)
        rules = rules_of(play, self._rules.own)
        self._show_rules(rules)
        self.lengths.show_value(play.best_of)
        name = opponent_name(play)
        text = opponent_text(name)
        unlocked = self._unlocked(play.people[0])
        for action in self.opponent_button.menu().actions():
            action.setChecked(action.data() == name)
            is_open = action.data() in unlocked or action.data() == name
            action.setEnabled(is_open)
            action.setToolTip("" if is_open else tr("Win a match against the one before, and it is yours to play"))
        self.opponent_button.setText(f"{text.title}  ▾")
        self.opponent_button.setAccessibleName(tr("Opponent: {title}").format(title=text.title))
        self._opponent.setVisible(play.mode is PlayMode.COMPUTER)
        self.lengths.setVisible(play.mode is not PlayMode.PRACTICE)
        self.description.setText(translated(_MODE_TEXTS.get(play.mode, text.description)))
        self.players.setVisible(play.mode is not PlayMode.PRACTICE)
        self.tournament_button.setVisible(play.mode is PlayMode.TWO_PLAYERS)
        self.hands_free.setChecked(play.hands_free)
        self._wheel.show_rules(rules)
        self.play_button.setEnabled(not self.obstacle)
        self.play_button.setText(tr("Practise") if play.mode is PlayMode.PRACTICE else tr("Play"))

    def _show_rules(self, rules: RuleTable) -> None:
        """Offer the games, and tell what the model does not know of the chosen one."""
        own = sorted(self._rules.own, key=lambda one: one != rules)[:_MOST_OWN_RULES]
        tables = (*RULE_TABLES.values(), *(one for one in self._rules.own if one in own))
        if tables != self._tables:
            self._tables = tables
            self.throws.show_options([_with_gestures(table, tables) for table in tables])
        self.throws.show_value(rules.name)
        self.missing.setText(self._missing(rules.gestures))
        self.missing.setVisible(bool(self.missing.text()))


def _with_gestures(rules: RuleTable, tables: Sequence[RuleTable]) -> Option:
    text = game_title(rules, tables)
    return replace(
        _option(rules), text=text, tip=sentence(", ".join(gesture_name(gesture) for gesture in rules.gestures))
    )
