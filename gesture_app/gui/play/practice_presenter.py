"""Shows a practice in the game view and the panel, and plays its sounds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from gesture_app.domain.game.practice import PracticePhase
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.match_factory import make_practice, rules_of
from gesture_app.gui.play.practice_controller import PracticeController
from gesture_app.gui.play.practice_panel import PracticePanel, practice_heading, practice_scene
from gesture_app.gui.play.rule_service import RuleService
from gesture_app.gui.play.scenes import Scene
from gesture_app.gui.play.sounds import SoundBoard


class PracticePresenter(QObject):
    """Shows the controller's practice, and carries out the actions of keys and buttons.

    Args:
        controller: Runs the practice.
        panel: Shows the question and the results.
        preferences: The person's choices, and their personal best.
        sources: Knows whether the demo clip practises, of which nothing is counted.
        sounds: Sounds of questions and results.
        rules: The own rules of the user.
        chance: Sources of randomness and time.
        parent: Qt's owner.
    """

    def __init__(
        self,
        controller: PracticeController,
        panel: PracticePanel,
        *,
        preferences: Preferences,
        sources: SourceController,
        sounds: SoundBoard,
        rules: RuleService,
        chance: Chance,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._panel = panel
        self._preferences = preferences
        self._chance = chance
        self._sources = sources
        self._rules = rules
        self._best_before = 0
        controller.done.connect(self._on_done)
        controller.asked.connect(lambda: sounds.play("beat"))
        controller.seen.connect(lambda: sounds.play("win"))
        controller.missed.connect(lambda: sounds.play("misthrow"))
        panel.next_button.clicked.connect(self.go_on)
        panel.stop_button.clicked.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether there is a practice, running or not."""
        return self._controller.practice is not None

    def begin(self) -> None:
        """Begin with the chosen rules."""
        play = self._preferences.settings.play
        self._best_before = play.practice_best.get(rules_of(play, self._rules.own).name, 0)
        self._controller.begin(make_practice(play, self._chance.rng, self._rules.own))

    def go_on(self) -> None:
        """Begin again, unless a question is being asked."""
        state = self._controller.state
        if state is not None and state.phase in {PracticePhase.IDLE, PracticePhase.DONE}:
            self.begin()

    def stop(self) -> None:
        """Stop the questions; if they have stopped, end the practice."""
        if self._controller.is_running:
            self._controller.pause()
        else:
            self._controller.leave()

    def heading(self) -> str:
        """Number of the question, and the points so far."""
        state = self._controller.state
        return "" if state is None else practice_heading(state)

    def scene(self) -> Scene | None:
        """The scene over the live view; None without a practice."""
        state = self._controller.state
        return None if state is None else practice_scene(state, self._controller.pause_reason, self._best_before)

    def refresh(self) -> None:
        """Update the panel."""
        state = self._controller.state
        if state is not None:
            self._panel.show_practice(state, self._best_before)

    def _on_done(self) -> None:
        """Remember a personal best; the demo clip has none."""
        state, play = self._controller.state, self._preferences.settings.play
        if state is not None and state.points > self._best_before and not self._sources.is_demo:
            best = {**play.practice_best, rules_of(play, self._rules.own).name: state.points}
            self._preferences.change(play=replace(play, practice_best=best))
