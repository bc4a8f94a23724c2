"""Asks two people for a doubtful throw: "Was this paper?"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.game.match_state import ThrowQuestion
from gesture_app.gui.play.texts import PlayerNames
from gesture_app.gui.texts import gesture_name
from gesture_app.gui.translation import number, tr

ANSWERS = {"y": True, "n": False}
"""The answer of each key."""


class ThrowQuestionBar(QWidget):
    """The question with two buttons; hidden while nothing is asked."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.yes_button, self.no_button = QPushButton(tr("Yes")), QPushButton(tr("No"))
        for button, key, is_right in ((self.yes_button, "Y", True), (self.no_button, "N", False)):
            button.setToolTip(key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, answer=is_right: self.answered.emit(answer))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.hide()

    def show_question(self, question: ThrowQuestion | None) -> None:
        """Show a question, or hide."""
        self.setVisible(question is not None)
        if question is not None:
            self.text.setText(question_title(question))


def question_title(question: ThrowQuestion) -> str:
    """The question, for example ``"Was this paper?"``."""
    return tr("Was this {gesture}?").format(gesture=gesture_name(question.gesture))


def question_detail(question: ThrowQuestion, names: PlayerNames) -> str:
    """Whose throw it is, and until when it can be answered."""
    left = max(1, round(question.seconds_left))
    return tr(
        "{player}'s throw was hard to read. Decide together; it counts in {count} seconds.",
        "{player}'s throw was hard to read. Decide together; it counts in {count} second.",
        left,
    ).format(player=names.both[question.player], count=number(left))
