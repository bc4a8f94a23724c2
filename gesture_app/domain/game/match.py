"""Rounds and matches as a state machine that is fed with what was seen and when. No clock, no threads, no I/O.

A round: ``start_round`` fixes the computer's throw and begins the countdown; at "shoot" the hand is read until the same
throw was seen for a settle time; then both throws are revealed. Whatever goes wrong is a :class:`Misthrow`: it is
explained, and the round is played again with the computer's throw as it was fixed.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from gesture_app.domain.game.commitment import Opening, commit
from gesture_app.domain.game.match_state import BEST_OF, SHOOT, MatchPhase, MatchSettings, MatchState, Players
from gesture_app.domain.game.opponents import Opponent, PastRound
from gesture_app.domain.game.rounds import SECOND_PLAYER, RoundRecord
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.game.throw_reading import ThrowReader, look_at
from gesture_app.domain.game.throws import GameTiming, Misthrow, SeenHand, Sighting

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
    "Sighting",
]

_ABSENT = (Misthrow.NO_HAND, Misthrow.NO_PICTURE)
_ABSENT_LIMIT = 2


class Match:
    """One match. Used from one thread; time is passed in and never runs backwards (earlier times are ignored).

    Args:
        settings: What is played.
        opponent: How the computer chooses; None in a match of two people.
        rng: Source of the computer's chance and of the commitment's nonces; ``random.SystemRandom()`` for play.
        earlier: Rounds of earlier matches against the same person and rules, for opponents that learn.

    Raises:
        ValueError: If an opponent is missing, or there is one where two people play.
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
        self._picture_s = -math.inf
        self._misthrow: tuple[Misthrow, int | None] | None = None
        self._absent_count = 0
        self._score = [0, 0]
        self._streak = self._best_streak = 0

    @property
    def settings(self) -> MatchSettings:
        """What is played."""
        return self._settings

    @property
    def rounds(self) -> tuple[RoundRecord, ...]:
        """The finished rounds, oldest first."""
        return tuple(self._rounds)

    @property
    def state(self) -> MatchState:
        """What there is to show now."""
        in_round = self._phase in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT)
        words, timing = self._settings.words, self._settings.timing
        beat = int((self._now_s - self._started_s) / timing.beat_s + 1e-6)
        changed = [player for player, reader in enumerate(self._readers) if reader.changed]
        locks = [reader.throw is not None for reader in self._readers]
        quiet_s = self._now_s - max(self._picture_s, self._started_s)
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
            changed_after_reveal=bool(changed),
            changed_player=changed[0] if changed else None,
            picture_missing=in_round and quiet_s > timing.max_gap_s + timing.picture_delay_s,
            winner=self._winner,
        )

    def start_round(self, now_s: float) -> MatchState:
        """Fix the computer's throw and begin the countdown; the first word falls at ``now_s``.

        Allowed in ``IDLE``, ``REVEAL`` and ``MISTHROW`` (which are cut short); otherwise nothing changes.
        """
        self._advance(now_s)
        if self._phase in (MatchPhase.IDLE, MatchPhase.REVEAL, MatchPhase.MISTHROW):
            self._absent_count = 0
            self._begin_round()
        return self.state

    def observe(self, sighting: Sighting) -> MatchState:
        """Take in one picture. Pictures older than the last one are ignored."""
        if sighting.now_s <= self._picture_s:
            return self.state
        self._picture_s = sighting.now_s
        in_round = self._phase in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT)
        if in_round and sighting.now_s > self._shoot_s + self._settings.timing.window_s:
            # Pictures come in order, so all those of the window are there: no need to wait for late ones.
            self._now_s = max(self._now_s, sighting.now_s)
            self._give_up()
        self._advance(sighting.now_s)
        if self._phase in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT, MatchPhase.REVEAL):
            for reader, hands in zip(self._readers, self._hands_by_player(sighting), strict=True):
                gestures = self._settings.rules.gestures
                reader.add(look_at(hands, sighting.now_s, gestures, self._settings.timing.min_confidence))
        if self._phase is MatchPhase.SHOOT:
            self._judge()
        return self.state

    def tick(self, now_s: float) -> MatchState:
        """Let time pass without a picture. Call it often enough for the countdown to look right."""
        self._advance(now_s)
        return self.state

    def stop(self) -> MatchState:
        """Break the round off and wait in ``IDLE``; the score stays, and so does what the computer committed to."""
        if self._phase is not MatchPhase.IDLE:
            self._misthrow = None
            self._go_to(MatchPhase.IDLE if self._winner is None else MatchPhase.MATCH_OVER)
        return self.state

    @property
    def _shoot_s(self) -> float:
        return self._started_s + self._settings.countdown_s

    @property
    def _winner(self) -> int | None:
        needed = self._settings.wins_needed
        return next((player for player in (0, 1) if self._score[player] == needed), None)

    def _go_to(self, phase: MatchPhase) -> None:
        self._phase = phase
        self._phase_began_s = self._now_s

    def _advance(self, now_s: float) -> None:
        """Let the phases pass that end by time alone."""
        self._now_s = max(self._now_s, now_s)
        timing = self._settings.timing
        if self._phase is MatchPhase.COUNTDOWN and self._now_s >= self._shoot_s - 1e-6:
            self._go_to(MatchPhase.SHOOT)
        phase_s = self._now_s - self._phase_began_s
        if self._phase is MatchPhase.SHOOT and self._now_s > self._shoot_s + timing.window_s + timing.picture_delay_s:
            self._give_up()
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
            # Before any picture of the round; a round that is played again keeps it.
            throw = self._opponent.choose(tuple(self._history), self._settings.rules, self._rng)
            if throw not in self._settings.rules.gestures:
                raise ValueError(f"{self._opponent.name} chose {throw!r}, which is no throw of this game")
            self._opening = commit(self._number, throw, self._rng)
        self._misthrow = None
        self._started_s = self._now_s
        self._go_to(MatchPhase.COUNTDOWN)
        count = 1 if self._settings.players is Players.COMPUTER else 2
        self._readers = tuple(ThrowReader(self._settings.timing, self._shoot_s) for _ in range(count))

    def _hands_by_player(self, sighting: Sighting) -> tuple[tuple[SeenHand, ...], ...]:
        if self._settings.players is Players.COMPUTER:
            return (sighting.hands,)
        left = tuple(hand for hand in sighting.hands if hand.center_x < 0.5)
        return left, tuple(hand for hand in sighting.hands if hand.center_x >= 0.5)

    def _judge(self) -> None:
        for player, reader in enumerate(self._readers):
            if reader.misthrow is not None:
                self._miss(reader.misthrow, player)
                return
        throws = [reader.throw for reader in self._readers if reader.throw is not None]
        if len(throws) == len(self._readers):
            self._reveal([throw.gesture for throw in throws], max(throw.locked_s for throw in throws))

    def _give_up(self) -> None:
        """The window is over, and somebody has not thrown."""
        faults = {player: reader.verdict() for player, reader in enumerate(self._readers) if reader.throw is None}
        absent = [player for player, fault in faults.items() if fault is Misthrow.NO_HAND]
        if Misthrow.NO_PICTURE in faults.values():
            self._miss(Misthrow.NO_PICTURE, None)
        elif absent and len(absent) == len(self._readers):
            self._miss(Misthrow.NO_HAND, None)
        elif absent:
            self._miss(Misthrow.ONE_PLAYER_MISSING, absent[0])
        else:
            player, fault = next(iter(faults.items()))
            self._miss(fault, player)

    def _miss(self, misthrow: Misthrow, player: int | None) -> None:
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
                opponent=self._opponent.name if self._opponent is not None else SECOND_PLAYER,
                throws=(first, second),
                outcome=outcome,
                reason=rules.reason(first, second),
                digest=self._opening.digest if self._opening is not None else None,
                opening=self._opening,
                started_s=self._started_s,
                shoot_s=self._shoot_s,
                locked_s=locked_s,
                revealed_s=self._now_s,
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
