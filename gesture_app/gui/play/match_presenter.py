"""Shows a match in the game view and the panel, plays its sounds and logs its rounds."""

from __future__ import annotations

import uuid
from dataclasses import replace

from PySide6.QtCore import QObject

from gesture_app.domain.game.match import Match, MatchPhase, MatchState, Players
from gesture_app.domain.game.opponent_moods import line_of, moment_of, mood_of
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.history_strip import ThrowPair
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.match_factory import harder_opponent, make_match, opponent_name, people_of
from gesture_app.gui.play.match_panel import MatchPanel, view_order
from gesture_app.gui.play.opponent_texts import opponent_text
from gesture_app.gui.play.scenes import Scene, match_scene
from gesture_app.gui.play.services import PlayServices
from gesture_app.gui.play.texts import PlayerNames, player_names, round_heading
from gesture_app.gui.translation import tr, translated
from gesture_app.settings import PlayMode

_NOBODY = PlayerNames("", "", is_solo=True)


class MatchPresenter(QObject):
    """Shows the controller's match, and carries out the actions of keys and buttons.

    Args:
        controller: Plays the match.
        panel: Shows score and throws.
        preferences: The person's choices.
        sources: Knows whether the view is mirrored.
        services: The round log, the opponents and the sounds.
        chance: Sources of randomness and time.
        parent: Qt's owner.
    """

    def __init__(
        self,
        controller: MatchController,
        panel: MatchPanel,
        *,
        preferences: Preferences,
        sources: SourceController,
        services: PlayServices,
        chance: Chance,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._panel = panel
        self._preferences = preferences
        self._sources = sources
        self._services = services
        self._begins_when_ready = False
        self._chance = chance
        self._names = _NOBODY
        self._match_id = ""
        self._is_demo = False
        self.leaves_after_match = False
        """Whether the match is left when it is over, instead of beginning another one: in a tournament."""
        sources.changed.connect(self._on_sources_changed)
        services.players.erased.connect(lambda _person: controller.leave())
        services.opponents.ready.connect(self._on_opponent_ready)
        services.opponents.failed.connect(self._on_opponent_failed)
        controller.beat_called.connect(self._on_beat)
        controller.round_finished.connect(self._on_round_finished)
        controller.misthrown.connect(lambda: services.sounds.play("misthrow"))
        panel.question.answered.connect(lambda is_right: controller.answer(is_right=is_right))
        panel.next_button.clicked.connect(self.go_on)
        panel.stop_button.clicked.connect(self.stop)
        panel.harder_button.clicked.connect(self._play_harder)

    @property
    def is_on(self) -> bool:
        """Whether there is a match, running or not."""
        return self._controller.match is not None

    @property
    def names(self) -> PlayerNames:
        """Names of the players of the match."""
        return self._names

    @property
    def is_waiting(self) -> bool:
        """Whether the match begins as soon as the opponent is ready."""
        return self._begins_when_ready

    @property
    def is_split(self) -> bool:
        """Whether two people share the view."""
        match = self._controller.match
        if match is None:
            return self._preferences.settings.play.mode is PlayMode.TWO_PLAYERS
        return match.settings.players is Players.TWO

    @property
    def expected_rounds(self) -> int:
        """The most rounds that the match can take without draws; 0 if it is endless."""
        match = self._controller.match
        return 0 if match is None else match.settings.best_of or 0

    def begin(self) -> None:
        """Begin a match with the chosen settings, or wait for the opponent."""
        play = self._preferences.settings.play
        services, mirrored = self._services, self._sources.mirror
        match = make_match(
            play,
            self._chance.rng,
            services.rounds.rounds,
            services.opponents,
            own_rules=services.rules.own,
            mirrored=mirrored,
        )
        self._begins_when_ready = match is None
        if match is None:
            self._controller.changed.emit()
            return
        opponent = opponent_text(opponent_name(play)).title
        self._is_demo = self._sources.is_demo
        self._names = player_names(
            match.settings.players,
            opponent,
            mirrored=mirrored,
            is_demo=self._is_demo,
            people=match.settings.people,
        )
        self._match_id = uuid.uuid4().hex
        self._controller.play(match)

    def go_on(self) -> None:
        """Begin the next round, or another match after the last one."""
        state = self._controller.state
        if state is not None and state.phase is MatchPhase.MATCH_OVER and self.leaves_after_match:
            self._controller.leave()
        elif state is not None and state.phase is MatchPhase.MATCH_OVER:
            self.begin()
        else:
            self._controller.go_on()

    def stop(self) -> None:
        """Break the round off; between rounds, end the match."""
        if self._controller.is_running:
            self._controller.pause()
        elif not self._controller.end():
            self._controller.leave()

    def half_names(self) -> tuple[str, str] | None:
        """Names of the people on the left and the right of the view; None for one person."""
        if not self.is_split:
            return None
        mirrored = self._sources.mirror
        people = people_of(self._preferences.settings.play, mirrored=mirrored)
        names = self._names if self.is_on else player_names(Players.TWO, "", mirrored=mirrored, people=people)
        left, right = view_order(Players.TWO, mirrored=mirrored)
        return names.both[left], names.both[right]

    def heading(self) -> str:
        """Number of the round, and the length of the match."""
        match, state = self._controller.match, self._controller.state
        return "" if match is None or state is None else round_heading(state, match.settings, is_demo=self._is_demo)

    def scene(self) -> Scene | None:
        """The scene over the live view; None without a match."""
        match, state = self._controller.match, self._controller.state
        if match is None or state is None:
            return None
        scene = match_scene(state, match.settings, self._names, self._controller.pause_reason)
        if self.leaves_after_match and state.phase is MatchPhase.MATCH_OVER:
            return replace(scene, hint=tr("Space: back to the tournament"))
        return scene

    def score_text(self, state: MatchState) -> str:
        """The score with the names, in the order of the view, for example ``"You 2 : 1 Dice"``."""
        players = Players.TWO if self.is_split else Players.COMPUTER
        left, right = view_order(players, mirrored=self._sources.mirror)
        names, score = self._names.both, state.score
        return f"{names[left]} {score[left]} : {score[right]} {names[right]}"

    def pairs(self) -> list[ThrowPair]:
        """The throws of the rounds so far, in the order of the view."""
        match = self._controller.match
        if match is None:
            return []
        left, right = view_order(match.settings.players, mirrored=self._sources.mirror)
        pairs = []
        for record in match.rounds:
            player = {RoundOutcome.WIN: 0, RoundOutcome.LOSE: 1}.get(record.outcome)
            winner = None if player is None else (left, right).index(player)
            pairs.append(ThrowPair(record.throws[left], record.throws[right], winner, record.reason))
        return pairs

    def refresh(self) -> None:
        """Update the panel."""
        match, state = self._controller.match, self._controller.state
        if match is not None and state is not None:
            mirrored = self._sources.mirror
            images, opponent = self._controller.images, match.opponent_name
            self._panel.show_match(
                state,
                match.settings,
                self._names,
                images,
                mirrored=mirrored,
                opponent=opponent,
                in_tournament=self.leaves_after_match,
            )
            self._show_opponent(match, state)
            harder = self._harder(state)
            self._panel.offer_harder("" if harder is None else opponent_text(harder).title)

    def _show_opponent(self, match: Match, state: MatchState) -> None:
        """Show the face of the computer's opponent, and what it says."""
        name = "" if match.settings.players is Players.TWO else match.opponent_name
        moment = moment_of(state)
        line = None if moment is None else line_of(name, moment)
        text = "" if line is None else translated(line)
        self._panel.opponent.show_opponent(name, opponent_text(name).title if name else "", mood_of(state), text)

    def cancel_begin(self) -> None:
        """Do not begin when the opponent is ready."""
        self._begins_when_ready = False

    def _harder(self, state: MatchState) -> str | None:
        """The opponent to offer: the next harder one after a match that the person won."""
        is_won = state.phase is MatchPhase.MATCH_OVER and state.winner == 0 and self._names.is_solo
        return harder_opponent(opponent_name(self._preferences.settings.play)) if is_won else None

    def _play_harder(self) -> None:
        state = self._controller.state
        harder = None if state is None else self._harder(state)
        if harder is not None:
            play = self._preferences.settings.play
            self._preferences.change(play=replace(play, opponent=harder))
            self.begin()

    def _on_sources_changed(self) -> None:
        """End a match whose player is gone: the demo clip, or the person in front of the camera."""
        if self.is_on and self._sources.is_demo is not self._is_demo:
            self._controller.leave()

    def _on_opponent_ready(self) -> None:
        if self._begins_when_ready:
            self.begin()

    def _on_opponent_failed(self) -> None:
        self.cancel_begin()
        self._controller.changed.emit()

    def _on_beat(self, index: int) -> None:
        state = self._controller.state
        if state is not None:
            self._services.sounds.play("shoot" if index == len(state.words) - 1 else "beat")

    def _on_round_finished(self) -> None:
        state = self._controller.state
        if state is None or state.last_round is None:
            return
        if not self._is_demo:
            played_at = self._chance.now().isoformat(timespec="seconds")
            self._services.rounds.keep(LoggedRound(self._match_id, played_at, state.last_round))
        self._services.sounds.play(result_sound(state, self._names))


def result_sound(state: MatchState, names: PlayerNames) -> str:
    """Name of the sound for a round that has just ended."""
    if state.winner is not None:
        return "match_won" if state.winner == 0 or not names.is_solo else "match_lost"
    if state.last_round is None or state.last_round.outcome is RoundOutcome.DRAW:
        return "draw"
    return "win" if state.last_round.outcome is RoundOutcome.WIN or not names.is_solo else "lose"
