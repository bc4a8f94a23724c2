"""Keeps the hands that were read in a round until the next one begins, so that a misread one can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.match import MatchPhase, MatchState
from gesture_app.domain.game.throws import Misthrow
from gesture_app.domain.samples.correction import SeenHand
from gesture_app.gui.background.corrections import Corrections
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.throw_image import distance_px

_HANDLESS = frozenset({Misthrow.NO_HAND, Misthrow.NO_FRAMES})


@dataclass(frozen=True, eq=False)
class RoundHand:
    """A hand of a round.

    Attributes:
        hand: The hand.
        player: Its player if its throw was read, 0 or 1; None after a misthrow.
    """

    hand: SeenHand
    player: int | None


class RoundHands(QObject):
    """The hands of the round: those whose throws were locked, or those in view before a misthrow. In memory only.

    Args:
        controller: Plays the match.
        session: Source of the results.
        corrections: Knows the hands of the last frames.
    """

    changed = Signal()

    def __init__(self, controller: MatchController, session: EngineSession, corrections: Corrections) -> None:
        super().__init__(controller)
        self._controller = controller
        self._session = session
        self._corrections = corrections
        self._state: MatchState | None = None
        self.hands: tuple[RoundHand, ...] = ()
        controller.changed.connect(self._follow)

    def _follow(self) -> None:
        before, state = self._state, self._controller.state
        self._state = state
        phase_before = None if before is None else before.phase
        if state is None or (state.phase is MatchPhase.COUNTDOWN and phase_before is not MatchPhase.COUNTDOWN):
            self._keep(())
        elif state.phase is MatchPhase.MISTHROW and phase_before is not MatchPhase.MISTHROW:
            seen = () if state.misthrow in _HANDLESS else self._corrections.hands(since_s=_shoot_s(before, state))
            self._keep([RoundHand(hand, None) for hand in seen])
        elif before is not None and state.locked != before.locked:
            locked = [player for player in (0, 1) if state.locked[player] and not before.locked[player]]
            found = [RoundHand(hand, player) for player in locked if (hand := self._thrown(player)) is not None]
            self._keep([*self.hands, *found])

    def _thrown(self, player: int) -> SeenHand | None:
        """The hand whose throw was locked with the newest result: the one that most probably means a throw."""
        match, result = self._controller.match, self._session.result
        if match is None or result is None:
            return None
        hands: Sequence[SeenHand] = self._corrections.hands_of(result.seq) or self._corrections.hands()
        place, width_px = match.hand_of(player), result.resolution_wh[0]
        if place is not None:
            return min(hands, key=lambda hand: distance_px(hand.reading.hand, place, width_px), default=None)
        return max(hands, key=lambda hand: hand.reading.prediction.intent, default=None)

    def _keep(self, hands: Sequence[RoundHand]) -> None:
        if hands or self.hands:
            self.hands = tuple(hands)
            self.changed.emit()


def _shoot_s(before: MatchState | None, state: MatchState) -> float:
    """Time of "shoot" in a round that has just ended; the present if it was never called."""
    had_shoot = before is not None and before.phase is MatchPhase.SHOOT
    return before.now_s - before.phase_s if before is not None and had_shoot else state.now_s
