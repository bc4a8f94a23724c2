"""What is played, and how it stands: the settings and the states of a match."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.rounds import RoundRecord
from gesture_app.domain.game.rules import LIZARD_SPOCK, RuleTable
from gesture_app.domain.game.throws import GameTiming, Misthrow

SHOOT = "shoot!"
"""The last word of the countdown."""

BEST_OF = (1, 3, 5, 7, None)
"""Lengths of a match; None is endless."""


class MatchPhase(Enum):
    """Where a match is."""

    IDLE = "idle"
    """Nothing runs; ``start_round`` begins the next round."""
    COUNTDOWN = "countdown"
    SHOOT = "shoot"
    """The hand is being read."""
    REVEAL = "reveal"
    """``last_round`` holds what was thrown."""
    MISTHROW = "misthrow"
    """``misthrow`` says why the round is played again."""
    MATCH_OVER = "match_over"
    """``winner`` has won; only a new match goes on."""


class Players(Enum):
    """Who plays."""

    COMPUTER = "computer"
    """One person against the computer."""
    TWO = "two"
    """Two people, one in each half of the picture."""


@dataclass(frozen=True)
class MatchSettings:
    """What is played.

    Attributes:
        rules: Which gesture beats which.
        best_of: 1, 3, 5 or 7 rounds that are not drawn; None is endless.
        players: Who plays.
        timing: How long things take.
        continuous: Whether the next countdown begins by itself when a result or misthrow has been shown long enough.
            Otherwise, and after two misthrows in a row without a hand or picture, the match waits in ``IDLE``.

    Raises:
        ValueError: If ``best_of`` is another number.
    """

    rules: RuleTable = LIZARD_SPOCK
    best_of: int | None = 3
    players: Players = Players.COMPUTER
    timing: GameTiming = field(default_factory=GameTiming)
    continuous: bool = True

    def __post_init__(self) -> None:
        if self.best_of not in BEST_OF:
            raise ValueError(f"best_of must be one of {BEST_OF}, got {self.best_of}")

    @property
    def words(self) -> tuple[str, ...]:
        """What the countdown calls, ``"shoot!"`` last."""
        return (*map(display_name, self.rules.gestures), SHOOT)

    @property
    def countdown_s(self) -> float:
        """From the first word to "shoot"."""
        return self.timing.beat_s * (len(self.words) - 1)

    @property
    def wins_needed(self) -> int | None:
        """How many rounds must be won for the match; None if it is endless."""
        return None if self.best_of is None else self.best_of // 2 + 1


@dataclass(frozen=True)
class MatchState:
    """Everything there is to show, at one moment. Pairs are (first player, second player).

    Against the computer the first player is the person. With two people the first is the one in the left half of the
    picture as captured: in a mirrored view they stand on the right.

    Attributes:
        phase: Where the match is.
        now_s: The latest time the match was told.
        phase_s: Seconds since the phase began.
        round_number: The round being played or shown; before the first, 1.
        words: What the countdown calls, ``"shoot!"`` last.
        beat_index: The word being called, from 0; ``len(words) - 1`` from "shoot" on; None outside a round.
        seconds_to_shoot: Time left; 0 from "shoot" on; None outside a round.
        score: Rounds won.
        draws: Rounds drawn.
        streak: Rounds the first player has won in a row; negative: lost in a row. Draws leave it as it is.
        best_streak: The longest row of wins in this match.
        last_round: The newest finished round.
        misthrow: Why the round is played again; set in ``MISTHROW``, and kept in ``IDLE`` when it follows.
        misthrow_player: Whose misthrow it was, 0 or 1; None if it was nobody's in particular.
        commitment_digest: What the computer has committed to for ``round_number``; shown from the countdown on.
        locked: Whose throw is locked (two people are revealed together, so one may wait for the other).
        changed_after_reveal: Whether a hand changed after the reveal; the locked throw stands.
        changed_player: Whose hand that was, 0 or 1.
        picture_missing: During a round: no picture has come for a while, so the camera may be frozen.
        winner: 0 or 1 when the match is decided.
    """

    phase: MatchPhase
    now_s: float
    phase_s: float
    round_number: int
    words: tuple[str, ...]
    beat_index: int | None
    seconds_to_shoot: float | None
    score: tuple[int, int]
    draws: int
    streak: int
    best_streak: int
    last_round: RoundRecord | None
    misthrow: Misthrow | None
    misthrow_player: int | None
    commitment_digest: str | None
    locked: tuple[bool, bool]
    changed_after_reveal: bool
    changed_player: int | None
    picture_missing: bool
    winner: int | None
