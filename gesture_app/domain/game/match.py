"""Match as a state machine that is fed with observed hands and the time. No clock, no threads, no I/O.

A round: ``start_round`` fixes the computer's throw and begins the countdown; from "shoot" on the hand is read until it
has shown one throw for the settle time; then both throws are revealed. If the throw cannot be
read, a :class:`Misthrow` says why, and the round is played again with the computer's throw unchanged.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace

from gesture_app.domain.game.commitment import Opening, commit
from gesture_app.domain.game.doubtful_throws import DoubtfulThrows
from gesture_app.domain.game.hand_owners import HandOwners
from gesture_app.domain.game.match_state import (
    BEST_OF,
    SHOOT,
    MatchPhase,
    MatchSettings,
    MatchState,
    Players,
    ThrowQuestion,
)
from gesture_app.domain.game.opponents import Opponent, PastRound
from gesture_app.domain.game.rounds import SECOND_PLAYER, RoundRecord
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.game.throw_reading import ThrowReader
from gesture_app.domain.game.throws import GameTiming, Misthrow, Observation, SeenHand

__all__ = [
    "BEST_OF",
    "SECOND_PLAYER",
    "SHOOT",
    "GameTiming",
    "Match",
    "MatchSettings",
    "MatchState",
    "Misthrow",
    "MatchPhase",
    "Players",
    "RoundRecord",
    "SeenHand",
    "Observation",
]

_ABSENT = (Misthrow.NO_HAND, Misthrow.NO_FRAMES)
_ABSENT_LIMIT = 2


class Match:
    """One match. Used from one thread; time is passed in and never runs backwards (earlier times are ignored).

    Args:
        settings: The game, its length, its players and its timing.
        opponent: Chooses the computer's throws; None in a match of two people.
        rng: Randomness of the computer's throws and of the commitments; ``random.SystemRandom()`` for play.
        earlier: Rounds of earlier matches against the same person and rules, for opponents that learn.

    Raises:
        ValueError: If an opponent is missing, or there is one in a match of two people.
    """

    def __init__(
        self,
        settings: MatchSettings,
        opponent: Opponent | None,
        *,
        rng: random.Random,
        earlier: Sequence[PastRound] = (),
    ) -> None:
        if (opponent is None) is not (settings.players is Players.TWO):
            raise ValueError("a match against the computer needs an opponent, and one of two people has none")
        self._settings = settings
        self._opponent = opponent
        self._rng = rng
        self._history = list(earlier)
        self._rounds: list[RoundRecord] = []
        self._phase = MatchPhase.IDLE
        self._now_s = self._phase_began_s = self._started_s = 0.0
        self._number = 1
        self._opening: Opening | None = None
        self._readers: tuple[ThrowReader, ...] = ()
        self._owners = HandOwners()
        self._frame_s = -math.inf
        self._misthrow: tuple[Misthrow, int | None] | None = None
        self._doubts: DoubtfulThrows | None = None
        self._locked_s = 0.0
        self._absent_count = 0
        self._score = [0, 0]
        self._streak = self._best_streak = 0

    @property
    def settings(self) -> MatchSettings:
        """Settings of the match."""
        return self._settings

    @property
    def opponent_name(self) -> str:
        """Name of the computer's opponent; ``SECOND_PLAYER`` in a match of two people."""
        return self._opponent.name if self._opponent is not None else SECOND_PLAYER

    @property
    def rounds(self) -> tuple[RoundRecord, ...]:
        """The finished rounds, oldest first."""
        return tuple(self._rounds)

    @property
    def state(self) -> MatchState:
        """The present state."""
        in_round = self._phase in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT)
        words, timing = self._settings.words, self._settings.timing
        beat = int((self._now_s - self._started_s) / timing.beat_s + 1e-6)
        late_throws = [reader.late_throw(player) for player, reader in enumerate(self._readers)]
        locks = [reader.throw is not None for reader in self._readers]
        doubts = [reader.throw is not None and reader.throw.is_doubtful(timing.min_share) for reader in self._readers]
        silence_s = self._now_s - max(self._frame_s, self._started_s)
        return MatchState(
            phase=self._phase,
            now_s=self._now_s,
            phase_s=self._now_s - self._phase_began_s,
            round_number=self._number,
            words=words,
            beat_index=min(beat, len(words) - 1) if in_round else None,
            seconds_to_shoot=max(0.0, self._shoot_s - self._now_s) if in_round else None,
            score=(self._score[0], self._score[1]),
            draws=len(self._rounds) - sum(self._score),
            streak=self._streak,
            best_streak=self._best_streak,
            last_round=self._rounds[-1] if self._rounds else None,
            misthrow=self._misthrow[0] if self._misthrow else None,
            misthrow_player=self._misthrow[1] if self._misthrow else None,
            commitment_digest=self._opening.digest if self._opening else None,
            locked=(any(locks[:1]), any(locks[1:])),
            doubtful=(any(doubts[:1]), any(doubts[1:])),
            late_throw=next((late for late in late_throws if late is not None), None),
            question=self._question,
            corrected=self._doubts.corrected if self._doubts is not None else (),
            frames_missing=in_round and silence_s > timing.max_gap_s + timing.frame_delay_s,
            winner=self._winner,
        )

    @property
    def expected_hands(self) -> int:
        """Number of hands that are in view now if everybody plays: from the first word until the throws are read."""
        if self._phase not in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT):
            return 0
        return 2 if self._settings.players is Players.TWO else 1

    def hand_of(self, player: int) -> SeenHand | None:
        """The hand that one of two people plays with, where it was last seen; None if it is not known."""
        return self._owners.hand_of(player)

    def rename(self, old: str, new: str) -> None:
        """Give a player another name, in the rounds from now on."""
        first, second = (new if name == old else name for name in self._settings.people)
        self._settings = replace(self._settings, people=(first, second))

    def start_round(self, now_s: float) -> MatchState:
        """Fix the computer's throw and begin the countdown; the first word falls at ``now_s``.

        Allowed in ``IDLE``, ``REVEAL`` and ``MISTHROW`` (which are cut short); otherwise nothing changes.
        """
        self._advance(now_s)
        if self._phase in (MatchPhase.IDLE, MatchPhase.REVEAL, MatchPhase.MISTHROW):
            self._absent_count = 0
            self._begin_round()
        return self.state

    def observe(self, observation: Observation) -> MatchState:
        """Process the hands of one frame. Frames older than the last one are ignored."""
        if observation.now_s <= self._frame_s:
            return self.state
        self._frame_s = observation.now_s
        in_round = self._phase in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT)
        if in_round and observation.now_s > self._shoot_s + self._settings.timing.window_s:
            # Frames come in order, so all those of the window are there: no need to wait for late ones.
            self._now_s = max(self._now_s, observation.now_s)
            self._give_up()
        self._advance(observation.now_s)
        if self._phase in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT, MatchPhase.QUESTION, MatchPhase.REVEAL):
            for reader, hands in zip(self._readers, self._hands_by_player(observation), strict=True):
                reader.add(hands, observation.now_s)
        if self._phase is MatchPhase.SHOOT:
            self._judge()
        return self.state

    def tick(self, now_s: float) -> MatchState:
        """Advance the time without a frame. Called often enough for a smooth countdown."""
        self._advance(now_s)
        return self.state

    def answer(self, now_s: float, *, is_right: bool) -> MatchState:
        """Answer the question for a doubtful throw: whether it was the one asked for. Otherwise nothing changes."""
        self._advance(now_s)
        if self._phase is MatchPhase.QUESTION and self._doubts is not None:
            self._doubts.answer(is_right=is_right)
            self._phase_began_s = self._now_s
            self._decide(self._doubts)
        return self.state

    def stop(self) -> MatchState:
        """Break the round off and wait in ``IDLE``; score and commitment stay."""
        if self._phase is not MatchPhase.IDLE:
            self._misthrow = None
            self._go_to(MatchPhase.IDLE if self._winner is None else MatchPhase.MATCH_OVER)
        return self.state

    def end(self) -> MatchState:
        """End an endless match after its last round: it is over, without a winner. Others end by themselves."""
        if self._settings.best_of is None and self._rounds and self._phase is MatchPhase.IDLE:
            self._misthrow = None
            self._go_to(MatchPhase.MATCH_OVER)
        return self.state

    @property
    def _shoot_s(self) -> float:
        return self._started_s + self._settings.countdown_s

    @property
    def _question(self) -> ThrowQuestion | None:
        asked = None if self._doubts is None or self._phase is not MatchPhase.QUESTION else self._doubts.question
        if asked is None:
            return None
        left_s = self._settings.timing.question_s - (self._now_s - self._phase_began_s)
        return ThrowQuestion(*asked, seconds_left=max(0.0, left_s))

    @property
    def _winner(self) -> int | None:
        needed = self._settings.wins_needed
        return next((player for player in (0, 1) if self._score[player] == needed), None)

    def _go_to(self, phase: MatchPhase) -> None:
        self._phase = phase
        self._phase_began_s = self._now_s

    def _advance(self, now_s: float) -> None:
        """End the phases that end by time alone."""
        self._now_s = max(self._now_s, now_s)
        timing = self._settings.timing
        if self._phase is MatchPhase.COUNTDOWN and self._now_s >= self._shoot_s - 1e-6:
            self._go_to(MatchPhase.SHOOT)
        phase_s = self._now_s - self._phase_began_s
        if self._phase is MatchPhase.SHOOT and self._now_s > self._shoot_s + timing.window_s + timing.frame_delay_s:
            self._give_up()
        elif self._phase is MatchPhase.QUESTION and phase_s >= timing.question_s and self._doubts is not None:
            self._doubts.accept()
            self._decide(self._doubts)
        elif self._phase is MatchPhase.REVEAL and phase_s >= timing.reveal_hold_s:
            self._go_on(wait=not self._settings.continuous)
        elif self._phase is MatchPhase.MISTHROW and phase_s >= timing.misthrow_hold_s:
            self._go_on(wait=not self._settings.continuous or self._absent_count >= _ABSENT_LIMIT)

    def _go_on(self, *, wait: bool) -> None:
        if self._winner is not None:
            self._go_to(MatchPhase.MATCH_OVER)
        elif wait:
            self._go_to(MatchPhase.IDLE)
        else:
            self._begin_round()

    def _begin_round(self) -> None:
        if self._winner is not None:
            self._go_to(MatchPhase.MATCH_OVER)
            return
        if self._rounds and self._rounds[-1].number == self._number:
            self._number += 1
            self._opening = None
        if self._opponent is not None and self._opening is None:
            # Before any frame of the round; a round that is played again keeps it.
            throw = self._opponent.choose(tuple(self._history), self._settings.rules, self._rng)
            if throw not in self._settings.rules.gestures:
                raise ValueError(f"{self._opponent.name} chose {throw!r}, which is no throw of this game")
            self._opening = commit(self._number, throw, self._rng)
        self._misthrow = self._doubts = None
        self._started_s = self._now_s
        self._owners.begin_round()
        self._go_to(MatchPhase.COUNTDOWN)
        count = 1 if self._settings.players is Players.COMPUTER else 2
        gestures = self._settings.rules.gestures
        self._readers = tuple(ThrowReader(self._settings.timing, self._shoot_s, gestures) for _ in range(count))

    def _hands_by_player(self, observation: Observation) -> tuple[tuple[SeenHand, ...], ...]:
        if self._settings.players is Players.COMPUTER:
            return (observation.hands,)
        return self._owners.hands_by_player(observation, is_counting=observation.now_s < self._shoot_s)

    def _judge(self) -> None:
        for player, reader in enumerate(self._readers):
            if reader.misthrow is not None:
                self._end_in_misthrow(reader.misthrow, player)
                return
        throws = [reader.throw for reader in self._readers if reader.throw is not None]
        if len(throws) == len(self._readers):
            self._locked_s = max(throw.locked_s for throw in throws)
            asks = self._settings.asks_doubtful and self._settings.players is Players.TWO
            self._doubts = DoubtfulThrows(throws, self._settings.timing.min_share if asks else 0.0)
            self._decide(self._doubts)

    def _decide(self, doubts: DoubtfulThrows) -> None:
        """Reveal the throws, ask for the next doubtful one, or play again if it was none of those asked for."""
        if doubts.rejected_player is not None:
            self._end_in_misthrow(Misthrow.NOT_AGREED, doubts.rejected_player)
        elif doubts.question is None:
            self._reveal(doubts.gestures, self._locked_s)
        elif self._phase is not MatchPhase.QUESTION:
            self._go_to(MatchPhase.QUESTION)

    def _give_up(self) -> None:
        """End the round without a result: the window is over and a player has not thrown."""
        missing = {player: reader for player, reader in enumerate(self._readers) if reader.throw is None}
        misthrows = {player: reader.final_misthrow() for player, reader in missing.items()}
        absent = [player for player, misthrow in misthrows.items() if misthrow is Misthrow.NO_HAND]
        if Misthrow.NO_FRAMES in misthrows.values():
            self._end_in_misthrow(Misthrow.NO_FRAMES, None)
        elif absent and len(absent) == len(self._readers):
            self._end_in_misthrow(Misthrow.NO_HAND, None)
        elif absent:
            self._end_in_misthrow(Misthrow.ONE_PLAYER_MISSING, absent[0])
        else:
            player, misthrow = next(iter(misthrows.items()))
            self._end_in_misthrow(misthrow, player)

    def _end_in_misthrow(self, misthrow: Misthrow, player: int | None) -> None:
        self._misthrow = (misthrow, player)
        self._absent_count = self._absent_count + 1 if misthrow in _ABSENT else 0
        self._go_to(MatchPhase.MISTHROW)

    def _reveal(self, thrown: Sequence[str], locked_s: float) -> None:
        first, second = (thrown[0], self._opening.throw) if self._opening is not None else (thrown[0], thrown[1])
        rules = self._settings.rules
        outcome = rules.outcome(first, second)
        self._rounds.append(
            RoundRecord(
                number=self._number,
                rules=rules.name,
                opponent=self.opponent_name,
                throws=(first, second),
                outcome=outcome,
                reason=rules.reason(first, second),
                digest=self._opening.digest if self._opening is not None else None,
                opening=self._opening,
                started_s=self._started_s,
                shoot_s=self._shoot_s,
                locked_s=locked_s,
                revealed_s=self._now_s,
                people=self._settings.people,
            )
        )
        self._history.append(PastRound(first, second))
        self._absent_count = 0
        self._count(outcome)
        self._go_to(MatchPhase.REVEAL)

    def _count(self, outcome: RoundOutcome) -> None:
        if outcome is RoundOutcome.WIN:
            self._score[0] += 1
            self._streak = max(self._streak, 0) + 1
        elif outcome is RoundOutcome.LOSE:
            self._score[1] += 1
            self._streak = min(self._streak, 0) - 1
        self._best_streak = max(self._best_streak, self._streak)
