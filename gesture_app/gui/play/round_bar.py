"""What belongs to a round beside its result: the proof of fair play, its replay, and a picture to keep."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.game.match import MatchState
from gesture_app.gui.play.fair_play import FairPlayButton
from gesture_app.gui.play.fair_play_proof import proof_of
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow


class RoundBar(QWidget):
    """Three buttons. They keep their place while they are disabled, so that nothing jumps.

    Args:
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self.fair_play = FairPlayButton(icons, theme)
        self.replay_button = QPushButton(" " + tr("Replay"))
        self.replay_button.setToolTip(tr("See the throw in slow motion, with the moment at which it was read (R)"))
        self.keep_button = QPushButton(" " + tr("Keep picture…"))
        self.keep_button.setToolTip(tr("Save a picture of this round where you like; nothing is saved by itself"))
        row = WrappingRow(is_filled=True)
        row.add(self.fair_play)
        for button in (self.replay_button, self.keep_button):
            button.setObjectName("choice")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)
        theme.changed.connect(self._recolor)
        self._recolor()

    def show_round(self, state: MatchState, *, has_computer: bool, has_replay: bool) -> None:
        """Show the proof of a round, and whether there is one to see again."""
        self.fair_play.show_proof(proof_of(state), has_computer=has_computer)
        self.replay_button.setEnabled(has_replay)
        self.keep_button.setEnabled(has_replay)

    def _recolor(self) -> None:
        for button, name in ((self.replay_button, "loop"), (self.keep_button, "camera")):
            self._icons.put_on(button, name, self._theme.colors.text)
