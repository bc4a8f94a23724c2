"""Brings a practice to the stage, the panel and the loudspeaker."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gesture_app.domain.game.practice import PracticePhase
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.match_making import make_practice
from gesture_app.gui.play.match_presenter import Chance
from gesture_app.gui.play.practice_controller import PracticeController
from gesture_app.gui.play.practice_panel import PracticePanel, heading, practice_scene
from gesture_app.gui.play.scenes import Scene
from gesture_app.gui.play.sounds import SoundBoard


class PracticePresenter(QObject):
    """Follows the table, and does what the keys ask for.

    Args:
        table: Where one practises.
        panel: Shows how it stands.
        preferences: What the person chose.
        sounds: Questions and results.
        chance: Where chance comes from.
        parent: Qt's owner.
    """

    def __init__(
        self,
        table: PracticeController,
        panel: PracticePanel,
        *,
        preferences: Preferences,
        sounds: SoundBoard,
        chance: Chance,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._panel = panel
        self._preferences = preferences
        self._chance = chance
        table.asked.connect(lambda: sounds.play("beat"))
        table.seen.connect(lambda: sounds.play("win"))
        table.missed.connect(lambda: sounds.play("misthrow"))
        panel.next_button.clicked.connect(self.go_on)
        panel.stop_button.clicked.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether there is a practice, running or not."""
        return self._table.practice is not None

    def begin(self) -> None:
        """Begin with what was chosen."""
        self._table.begin(make_practice(self._preferences.settings.play, self._chance.rng))

    def go_on(self) -> None:
        """Begin again, unless something is being asked."""
        state = self._table.state
        if state is not None and state.phase in {PracticePhase.IDLE, PracticePhase.DONE}:
            self.begin()

    def stop(self) -> None:
        """Break off; where nothing runs, end the practice."""
        if self._table.is_running:
            self._table.pause()
        else:
            self._table.leave()

    def heading(self) -> str:
        """Which question of how many."""
        state = self._table.state
        return "" if state is None else heading(state)

    def scene(self) -> Scene | None:
        """What is painted over the picture; None without a practice."""
        state = self._table.state
        return None if state is None else practice_scene(state, self._table.trouble)

    def refresh(self) -> None:
        """Bring the panel up to date."""
        state = self._table.state
        if state is not None:
            self._panel.show_practice(state)
