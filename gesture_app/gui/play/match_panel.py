"""Score, throws and result of a match."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.game.match import MatchPhase, MatchSettings, MatchState, Players
from gesture_app.domain.game.opponent_moods import mood_of
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.message import Message
from gesture_app.gui.play.match_controller import ThrowImages
from gesture_app.gui.play.opponent_face import OpponentBar
from gesture_app.gui.play.round_bar import RoundBar
from gesture_app.gui.play.score_board import ScoreBoard
from gesture_app.gui.play.texts import (
    PlayerNames,
    card_text,
    round_summary,
    shown_round,
    streak_text,
)
from gesture_app.gui.play.throw_card import CardContent, CardState, ThrowCard
from gesture_app.gui.play.throw_question import ThrowQuestionBar
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.scrolled import scrolled
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

_GO_ON_TEXTS = {
    MatchPhase.IDLE: Message("Go on"),
    MatchPhase.MATCH_OVER: Message("Play again"),
}


class MatchPanel(QWidget):
    """Shows a match beside the live view, with the buttons to go on and to stop.

    Args:
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score_board = ScoreBoard(theme)
        self.opponent = OpponentBar()
        self.cards = (ThrowCard(icons, theme), ThrowCard(icons, theme))
        self._reason = QLabel()
        enlarge(self._reason, 1.15)
        self._note = QLabel()
        self._note.setObjectName("muted")
        for label in (self._reason, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumHeight(self.fontMetrics().height())
        self.question = ThrowQuestionBar()
        self.round_bar = RoundBar(icons, theme)
        self.next_button = QPushButton(tr("Next round"))
        self.next_button.setObjectName("primary")
        self.stop_button = QPushButton(tr("Stop"))
        self.correct_button = QPushButton(tr("Misread?"))
        self.correct_button.setToolTip(
            tr("Say what your hand showed (C), so that it is learnt; the round stays as it is")
        )
        self.correct_button.setObjectName("choice")
        self.correct_button.hide()
        self.harder_button = QPushButton()
        self.harder_button.hide()
        for button in (self.next_button, self.correct_button, self.stop_button, self.harder_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next_button.setToolTip("Space")
        self.stop_button.setToolTip("Esc")
        self._lay_out()

    @property
    def reason(self) -> str:
        """Reason of the round's result."""
        return self._reason.text()

    @property
    def note(self) -> str:
        """The line below the reason."""
        return self._note.text()

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(10)
        for card in self.cards:
            cards.addWidget(card)
        buttons = WrappingRow(spacing_px=8, is_filled=True)
        buttons.add(self.next_button, self.correct_button, self.stop_button)
        result = QWidget()
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.score_board)
        column.addWidget(self.opponent)
        column.addLayout(cards, 1)
        column.addWidget(self._reason)
        column.addWidget(self._note)
        column.addWidget(self.question)
        column.addWidget(self.round_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(scrolled(result, tr("Result"), takes_focus=False), 1)
        layout.addWidget(self.harder_button)
        layout.addWidget(buttons)

    def show_match(
        self,
        state: MatchState,
        settings: MatchSettings,
        names: PlayerNames,
        images: ThrowImages,
        *,
        mirrored: bool,
        opponent: str,
        in_tournament: bool = False,
    ) -> None:
        """Show the state of a match.

        Args:
            state: State of the match.
            settings: Settings of the match.
            names: Names of the players.
            images: Images of the players' hands in this round, as captured.
            mirrored: Whether the view is mirrored, which puts the second of two people on the left.
            opponent: Short name of the computer's opponent.
            in_tournament: Whether others play the next match.
        """
        order = view_order(settings.players, mirrored=mirrored)
        score = (state.score[order[0]], state.score[order[1]])
        called = (names.both[order[0]], names.both[order[1]])
        self.score_board.show_score(score, settings.wins_needed, called)
        for card, player in zip(self.cards, order, strict=True):
            content = card_content(player, state, settings, names, images, mirrored=mirrored)
            if settings.players is Players.COMPUTER and player == 1:
                content = replace(content, opponent=opponent, mood=mood_of(state))
            card.show_content(content)
        reason, note = round_summary(state)
        self._reason.setText(reason)
        self._note.setText(note or streak_text(state, names))
        self.question.show_question(state.question)
        is_counting = state.phase in {MatchPhase.COUNTDOWN, MatchPhase.SHOOT, MatchPhase.QUESTION}
        shown_phase = MatchPhase.IDLE if in_tournament and state.phase is MatchPhase.MATCH_OVER else state.phase
        self.next_button.setText(translated(_GO_ON_TEXTS.get(shown_phase, Message("Next round"))))
        self.next_button.setEnabled(not is_counting)
        self.stop_button.setText(tr("End") if state.phase in {MatchPhase.IDLE, MatchPhase.MATCH_OVER} else tr("Stop"))

    def offer_harder(self, title: str) -> None:
        """Offer an opponent with this name; empty for none."""
        self.harder_button.setText(tr("Now try the next opponent: {title}").format(title=title))
        self.harder_button.setVisible(bool(title))


def view_order(players: Players, *, mirrored: bool) -> tuple[int, int]:
    """Indices of the players on the left and on the right of the view."""
    return (1, 0) if mirrored and players is Players.TWO else (0, 1)


def card_content(
    player: int, state: MatchState, settings: MatchSettings, names: PlayerNames, images: ThrowImages, *, mirrored: bool
) -> CardContent:
    """Content of one player's card."""
    is_computer = settings.players is Players.COMPUTER and player == 1
    name, icon = names.both[player], "computer" if is_computer else "person"
    record = shown_round(state)
    if record is not None:
        winner = {RoundOutcome.WIN: 0, RoundOutcome.LOSE: 1}.get(record.outcome)
        throw = record.throws[player]
        return CardContent(
            name,
            icon,
            CardState.SHOWN,
            gesture_title(throw),
            gesture=throw,
            image=images[player],
            is_mirrored=mirrored,
            is_winner=winner == player,
        )
    if is_computer:
        is_fixed = state.commitment_digest is not None
        card_state, text = (CardState.COMMITTED, tr("Has chosen")) if is_fixed else (CardState.WAITING, tr("Ready"))
        return CardContent(name, icon, card_state, text)
    is_locked = state.locked[player] and state.phase in {MatchPhase.SHOOT, MatchPhase.QUESTION}
    return CardContent(name, icon, CardState.LOCKED if is_locked else CardState.WAITING, card_text(state, player))
