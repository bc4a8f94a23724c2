"""Settings and states of a match."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.rounds import UNNAMED, PeopleOfMatch, RoundRecord, check_people
from gesture_app.domain.game.rules import LIZARD_SPOCK, RuleTable
from gesture_app.domain.game.throw_reading import LateThrow
from gesture_app.domain.game.throws import GameTiming, Misthrow
from gesture_app.domain.message import Message

SHOOT = Message("shoot!")
"""The last word of the countdown."""

BEST_OF = (1, 3, 5, 7, None)
"""Lengths of a match; None is endless."""


class MatchPhase(Enum):
    """Phase of a match."""

    IDLE = "idle"
    """Nothing runs; ``start_round`` begins the next round."""
    COUNTDOWN = "countdown"
    SHOOT = "shoot"
    """The hand is being read."""
    REVEAL = "reveal"
    """``last_round`` holds the throws."""
    MISTHROW = "misthrow"
    """``misthrow`` is the reason why the round is played again."""
    QUESTION = "question"
    """The players are asked for a doubtful throw; ``question`` holds it."""
    MATCH_OVER = "match_over"
    """``winner`` has won; only a new match goes on."""


@dataclass(frozen=True)
class ThrowQuestion:
    """A throw that the players decide: "was this paper?".

    Attributes:
        player: The player whose throw it is, 0 or 1.
        gesture: The throw that is asked for.
        seconds_left: Time until the throw counts as it was read.
    """

    player: int
    gesture: str
    seconds_left: float


class Players(Enum):
    """The two sides of a match."""

    COMPUTER = "computer"
    """One person against the computer."""
    TWO = "two"
    """Two people, one in each half of the frame."""


@dataclass(frozen=True)
class MatchSettings:
    """Settings of a match.

    Attributes:
        rules: The game.
        best_of: 1, 3, 5 or 7 rounds that are not drawn; None is endless.
        players: The two sides.
        timing: Durations and thresholds.
        continuous: Whether the next countdown begins by itself after a result or a misthrow. Otherwise, and after two
            misthrows in a row without a hand or a frame, the match waits in ``IDLE``.
        people: Who plays.
        asks_doubtful: Whether two people are asked for a throw that could not be read with certainty.

    Raises:
        ValueError: If ``best_of`` is another number, or the people cannot play such a match.
    """

    rules: RuleTable = LIZARD_SPOCK
    best_of: int | None = 3
    players: Players = Players.COMPUTER
    timing: GameTiming = field(default_factory=GameTiming)
    continuous: bool = True
    people: PeopleOfMatch = UNNAMED
    asks_doubtful: bool = False

    def __post_init__(self) -> None:
        check_people(self.people, are_two=self.players is Players.TWO)
        if self.best_of not in BEST_OF:
            raise ValueError(f"best_of must be one of {BEST_OF}, got {self.best_of}")

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the countdown, ``"shoot!"`` last."""
        return (*map(display_name, self.rules.gestures), SHOOT)

    @property
    def countdown_s(self) -> float:
        """Time from the first word to "shoot"."""
        return self.timing.beat_s * (len(self.words) - 1)

    @property
    def wins_needed(self) -> int | None:
        """Number of won rounds that decide the match; None if it is endless."""
        return None if self.best_of is None else self.best_of // 2 + 1


@dataclass(frozen=True)
class MatchState:
    """Snapshot of a match. Pairs are (first player, second player).

    Against the computer the first player is the person. With two people the first is the one in the left half of the
    frame as captured: in a mirrored view they stand on the right.

    Attributes:
        phase: Phase of the match.
        now_s: The latest time given to the match.
        phase_s: Seconds since the phase began.
        round_number: The round being played or shown; before the first, 1.
        words: The words of the countdown, ``"shoot!"`` last.
        beat_index: The word being called, from 0; ``len(words) - 1`` from "shoot" on; None outside a round.
        seconds_to_shoot: Time left; 0 from "shoot" on; None outside a round.
        score: Rounds won.
        draws: Rounds drawn.
        streak: Rounds the first player has won in a row; negative: lost in a row. Draws do not change it.
        best_streak: The most wins in a row in this match.
        last_round: The newest finished round.
        misthrow: Reason why the round is played again; set in ``MISTHROW``, and in ``IDLE`` directly after it.
        misthrow_player: The player of the misthrow, 0 or 1; None if it was of neither.
        commitment_digest: The computer's commitment for ``round_number``; shown from the countdown on.
        locked: For each player whether the throw is locked; two people are revealed together, so one may wait.
        doubtful: For each player whether the locked throw could not be read with certainty.
        late_throw: A throw that a hand changed to after its throw was locked, which stands.
        question: The doubtful throw that the players are asked for; only in ``QUESTION``.
        corrected: For each player the throw that was decided on in answer to a question, where another one was read;
            None otherwise.
        frames_missing: During a round: no frame has come for a while, so the camera may be frozen.
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
    doubtful: tuple[bool, bool]
    late_throw: LateThrow | None
    question: ThrowQuestion | None
    corrected: tuple[str | None, ...]
    frames_missing: bool
    winner: int | None
