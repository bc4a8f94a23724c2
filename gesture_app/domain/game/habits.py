"""Habits of a player: what the mind reader has learnt, in numbers out of ten that a child understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.opponents import PastRound, mind_reader_predictor
from gesture_app.domain.game.player_history import own_rounds
from gesture_app.domain.game.predictors import Payoffs, best_indices
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import RoundOutcome, RuleTable
from gesture_app.domain.game.statistics import Statistics
from gesture_app.domain.message import Message

MIN_ROUNDS = 10
"""With fewer rounds nothing is said: chance would look like a habit."""

GUESSED_ROUNDS = 100
"""Number of rounds, the newest ones, whose throws the mind reader has to guess. Guessing them takes 0.07 s."""

_AFTER = {
    RoundOutcome.WIN: Message("After a win, {gesture} comes next about {count} times out of 10."),
    RoundOutcome.LOSE: Message("After a loss, {gesture} comes next about {count} times out of 10."),
    RoundOutcome.DRAW: Message("After a draw, {gesture} comes next about {count} times out of 10."),
}


@dataclass(frozen=True)
class Habit:
    """The most frequent throw in one situation.

    Attributes:
        gesture: The throw.
        out_of_ten: How often it comes, out of 10 times.
    """

    gesture: str
    out_of_ten: int


@dataclass(frozen=True)
class Habits:
    """Habits of a player in one game against the computer.

    Attributes:
        rounds: Number of rounds they are computed from.
        throws: Each throw of the game with how often it comes out of 10 times, the favourite first; empty with fewer
            than ``MIN_ROUNDS`` rounds.
        after: The most frequent throw after a win, a loss and a draw; None where there was no such round.
        guessed: How many throws out of 10 the mind reader guesses right.
        lucky: How many it would guess right by chance.
    """

    rounds: int
    throws: tuple[Habit, ...]
    after: Mapping[RoundOutcome, Habit | None]
    guessed: int
    lucky: int

    @classmethod
    def of(cls, rounds: Sequence[LoggedRound], rules: RuleTable, person: str) -> Habits:
        """Compute the habits.

        Args:
            rounds: The log, oldest first.
            rules: The game.
            person: The player; ``NOBODY`` for rounds of unnamed people.
        """
        records = [
            logged.record
            for logged in own_rounds(rounds, person)
            if logged.record.rules == rules.name
            and not logged.record.is_of_two_people
            and set(logged.record.throws) <= set(rules.gestures)
        ]
        lucky = _out_of_ten(1, len(rules.gestures))
        if len(records) < MIN_ROUNDS:
            return cls(len(records), (), dict.fromkeys(RoundOutcome), 0, lucky)
        statistics = Statistics.of(records)
        counts = {gesture: statistics.throws.get(gesture, 0) for gesture in rules.gestures}
        favourites = sorted(counts, key=lambda gesture: -counts[gesture])
        right = _right_guesses([PastRound(*record.throws) for record in records], rules)
        return cls(
            rounds=len(records),
            throws=tuple(Habit(gesture, _out_of_ten(counts[gesture], len(records))) for gesture in favourites),
            after={outcome: _most_frequent(statistics.after[outcome]) for outcome in RoundOutcome},
            guessed=_out_of_ten(right, min(len(records), GUESSED_ROUNDS)),
            lucky=lucky,
        )

    @property
    def sentences(self) -> tuple[Message, ...]:
        """The habits in words; with too few rounds, how many are missing."""
        if not self.throws:
            left = MIN_ROUNDS - self.rounds
            more = Message(
                "{count} more rounds of this game, and the mind reader knows something about you.",
                "{count} more round of this game, and the mind reader knows something about you.",
                left,
            )
            return (more.fill(count=left),)
        favourite = self.throws[0]
        first = Message("Out of 10 throws, about {count} are {gesture}.")
        return (
            first.fill(count=favourite.out_of_ten, gesture=display_name(favourite.gesture)),
            *(
                _AFTER[outcome].fill(count=habit.out_of_ten, gesture=display_name(habit.gesture))
                for outcome, habit in self.after.items()
                if habit is not None
            ),
            self.guesses,
        )

    @property
    def guesses(self) -> Message:
        """How well the mind reader guesses, in words."""
        text = Message(
            "Out of 10 of your throws, the mind reader guesses about {count}. With luck alone it would be {luck}."
        )
        return text.fill(count=self.guessed, luck=self.lucky)


def _most_frequent(counts: Mapping[str, int]) -> Habit | None:
    if not counts:
        return None
    gesture, count = Counter(counts).most_common(1)[0]
    return Habit(gesture, _out_of_ten(count, sum(counts.values())))


def _right_guesses(history: Sequence[PastRound], rules: RuleTable) -> float:
    """How many of the newest throws the mind reader would have guessed; a guess among equals counts in part."""
    numbers = {gesture: index for index, gesture in enumerate(rules.gestures)}
    predictor = mind_reader_predictor(Payoffs(rules))
    right = 0.0
    for past in history[-GUESSED_ROUNDS:]:
        player = numbers[past.player]
        likeliest = best_indices(predictor.predict())
        right += (player in likeliest) / len(likeliest)
        predictor.learn(player, numbers[past.computer])
    return right


def _out_of_ten(count: float, total: int) -> int:
    return round(10 * count / total)
