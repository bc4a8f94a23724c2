"""Who beats whom: a row for each two gestures of a game."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gesture_app.domain.game.rule_draft import RuleDraft
from gesture_app.gui.texts import gesture_name, gesture_title
from gesture_app.gui.translation import tr

_MAX_VERB_CHARACTERS = 30


class PairRow(QWidget):
    """One rule as a sentence: the winner, a verb to type, the loser, and a button that turns it round.

    Args:
        winner: The gesture that wins.
        loser: The other one.
        verb: The verb.
        parent: The widget it lies in.
    """

    changed = Signal(str, str, str)
    """Winner, loser and verb of the row."""

    def __init__(self, winner: str, loser: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._winner, self._loser = winner, loser
        self._first, self._second = QLabel(), QLabel()
        self.verb_edit = QLineEdit(verb)
        self.verb_edit.setMaxLength(_MAX_VERB_CHARACTERS)
        self.turn_button = QPushButton("⇄")
        self.turn_button.setObjectName("choice")
        self.turn_button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._first, 1)
        row.addWidget(self.verb_edit, 1)
        row.addWidget(self._second, 1)
        row.addWidget(self.turn_button)
        self.verb_edit.textChanged.connect(self._emit)
        self.turn_button.clicked.connect(self.turn)
        self._show()

    @property
    def sentence(self) -> str:
        """The rule in words."""
        return f"{self._first.text()} {self.verb_edit.text()} {self._second.text()}"

    def turn(self) -> None:
        """Let the other gesture win."""
        self._winner, self._loser = self._loser, self._winner
        self._show()
        self._emit()

    def _show(self) -> None:
        winner, loser = gesture_title(self._winner), gesture_name(self._loser)
        self._first.setText(winner)
        self._second.setText(loser)
        self.verb_edit.setAccessibleName(tr("Verb: {winner} beats {loser}").format(winner=winner, loser=loser))
        turn = tr("Let {loser} beat {winner}").format(winner=gesture_name(self._winner), loser=loser)
        self.turn_button.setToolTip(turn)
        self.turn_button.setAccessibleName(turn)

    def _emit(self) -> None:
        self.changed.emit(self._winner, self._loser, self.verb_edit.text())


class RulePairs(QScrollArea):
    """The rows of all pairs of a draft."""

    changed = Signal(str, str, str)
    """Somebody decided that a gesture beats another one: winner, loser, verb."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Who beats whom"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: list[PairRow] = []

    def show_draft(self, draft: RuleDraft) -> None:
        """Show a row for each two gestures, in the order of the gestures."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self.rows = []
        for pair in combinations(draft.gestures, 2):
            winner, loser = pair if pair[1] in draft.beats[pair[0]] else pair[::-1]
            row = PairRow(winner, loser, draft.beats[winner].get(loser, ""))
            row.changed.connect(self.changed)
            column.addWidget(row)
            self.rows.append(row)
        column.addStretch(1)
        self.setWidget(content)
