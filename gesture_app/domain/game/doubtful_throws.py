"""Throws that could not be read with certainty, and that the players decide: "was this paper?"."""

from __future__ import annotations

from collections.abc import Sequence

from gesture_app.domain.game.throw_reading import LockedThrow

_MOST_QUESTIONS = 2
"""A player is asked for the two likeliest throws; after that, throwing again is quicker."""


class DoubtfulThrows:
    """Asks for the doubtful ones of the throws of a round, one after another.

    Args:
        throws: The locked throws of all players.
        min_share: A throw with a lower mean probability is doubtful.
    """

    def __init__(self, throws: Sequence[LockedThrow], min_share: float) -> None:
        self._gestures = [throw.gesture for throw in throws]
        self._left = {
            player: [throw.gesture, *(other for other in throw.shares if other != throw.gesture)][:_MOST_QUESTIONS]
            for player, throw in enumerate(throws)
            if throw.is_doubtful(min_share)
        }
        self._read = tuple(self._gestures)
        self._rejected: int | None = None

    @property
    def gestures(self) -> tuple[str, ...]:
        """The throws as they are decided so far; undecided ones as they were read."""
        return tuple(self._gestures)

    @property
    def corrected(self) -> tuple[str | None, ...]:
        """For each player the throw that was decided on instead of the one that was read; None where it was right."""
        pairs = zip(self._read, self._gestures, strict=True)
        return tuple(None if read == decided else decided for read, decided in pairs)

    @property
    def question(self) -> tuple[int, str] | None:
        """The player, 0 or 1, and the throw to ask for; None if everything is decided."""
        player = next(iter(self._left), None)
        return None if player is None or self._rejected is not None else (player, self._left[player][0])

    @property
    def rejected_player(self) -> int | None:
        """The player whose throw was none of those asked for; None if there is none."""
        return self._rejected

    def answer(self, *, is_right: bool) -> None:
        """Answer the present question; without one nothing happens."""
        if self.question is None:
            return
        player, gesture = self.question
        if is_right:
            self._gestures[player] = gesture
            del self._left[player]
        else:
            del self._left[player][0]
            self._rejected = None if self._left[player] else player

    def accept(self) -> None:
        """Let all undecided throws count as they were read."""
        self._left.clear()
