"""Lets the players' answers teach: a hand that was read wrong becomes a sample of what they decided on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gesture_app.gui.background.corrections import Corrections
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.round_hands import RoundHands


class DoubtTeaching(QObject):
    """Corrects a hand once its question was answered with another throw than the one that was read.

    The sample belongs to the player whose hand it is; a notice says that it was added, and offers to undo it. The
    demo clip teaches nothing.

    Args:
        match: Plays the match.
        hands: The hands of the round.
        corrections: Adds the hand to the samples.
        sources: Says whether the demo clip plays.
    """

    def __init__(
        self, match: MatchController, hands: RoundHands, corrections: Corrections, sources: SourceController
    ) -> None:
        super().__init__(match)
        self._match = match
        self._hands = hands
        self._corrections = corrections
        self._sources = sources
        self._corrected: tuple[str | None, ...] = ()
        match.changed.connect(self._follow)

    def _follow(self) -> None:
        match, state = self._match.match, self._match.state
        before, self._corrected = self._corrected, () if state is None else state.corrected
        if match is None or self._corrected == before or self._sources.is_demo:
            return
        for player, gesture in enumerate(self._corrected):
            if gesture is not None and gesture not in before[player : player + 1]:
                self._teach(player, gesture, match.settings.people[player])

    def _teach(self, player: int, gesture: str, person: str) -> None:
        for round_hand in self._hands.hands:
            if round_hand.player == player:
                self._corrections.correct(round_hand.hand, gesture, person)
