"""The computer's opponents. None of them can see the throw it plays against."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from gesture_app.domain.game.predictors import (
    BestResponsePredictor,
    CopyPredictor,
    Ensemble,
    FrequencyPredictor,
    HabitPredictor,
    Payoffs,
    Predictor,
    any_context,
    best_indices,
    both_throws,
    last_outcome,
    markov,
    own_throws,
)
from gesture_app.domain.game.rules import RuleTable
from gesture_app.domain.message import Message

REMEMBERED_ROUNDS = 300
"""Number of rounds, the newest ones, that a new opponent learns from: people change, and learning takes time."""


@dataclass(frozen=True)
class PastRound:
    """The throws of one finished round."""

    player: str
    computer: str


class Opponent(Protocol):
    """Chooses the computer's throws from finished rounds only, so it cannot see the throw it plays against."""

    @property
    def name(self) -> str:
        """Short name, as in ``--opponent`` and in saved rounds."""
        ...

    @property
    def description(self) -> str:
        """How it chooses, in a few words for people."""
        ...

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """Choose the next throw.

        Args:
            history: All finished rounds against this player, oldest first.
            rules: The game.
            rng: The only source of randomness.
        """
        ...


class FairRandom:
    """Throws every gesture equally often.

    In a balanced game it wins half of the decided rounds against any player. In a game that is not balanced, a player
    who throws the strongest gestures wins more often than it does.
    """

    name = "random"
    description = Message("Throws at random: perfectly fair.")

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """See :class:`Opponent`."""
        del history
        return rng.choice(rules.gestures)


class GuessingOpponent:
    """Predicts the player's next throw and answers with the throw of the highest (or lowest) expected payoff.

    It learns each round once: the predictor stays the same from round to round.

    Args:
        name: See :class:`Opponent`.
        description: See :class:`Opponent`.
        make_predictor: Makes an untrained predictor.
        losing_share: Fraction of rounds in which the throw of the lowest expected payoff is chosen, the others being
            random; 0 always chooses the highest.
    """

    def __init__(
        self, name: str, description: str, make_predictor: Callable[[Payoffs], Predictor], *, losing_share: float = 0.0
    ) -> None:
        self.name = name
        self.description = description
        self._make_predictor = make_predictor
        self._losing_share = losing_share
        self._learned: list[PastRound] = []
        self._rules: RuleTable | None = None
        self._predictor: Predictor | None = None

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """See :class:`Opponent`. Rounds with throws of another game are skipped."""
        gestures, payoffs = rules.gestures, Payoffs(rules)
        prediction = self._learn(history, rules, payoffs).predict()
        values = payoffs.expected(prediction)
        if self._losing_share:
            if rng.random() >= self._losing_share:
                return rng.choice(gestures)
            values = [-value for value in values]
        return gestures[rng.choice(best_indices(values))]

    def _learn(self, history: Sequence[PastRound], rules: RuleTable, payoffs: Payoffs) -> Predictor:
        known = len(self._learned)
        if self._predictor is None or self._rules != rules or list(history[:known]) != self._learned:
            self._predictor, self._rules = self._make_predictor(payoffs), rules
            self._learned = list(history[: max(0, len(history) - REMEMBERED_ROUNDS)])
        numbers = {gesture: index for index, gesture in enumerate(rules.gestures)}
        for past in history[len(self._learned) :]:
            if past.player in numbers and past.computer in numbers:
                self._predictor.learn(numbers[past.player], numbers[past.computer])
            self._learned.append(past)
        return self._predictor


def kid() -> Opponent:
    """Lets people win more often: it throws a gesture that loses to their likely throw.

    It cannot see their throw either, so against a random player it is as good as any other.
    """
    text = Message("Lets you win more often than not.")
    return GuessingOpponent("kid", text, lambda payoffs: markov(payoffs.size), losing_share=0.75)


def frequency_counter() -> Opponent:
    """Beats the player's most frequent throw."""
    text = Message("Counts what you throw, and beats your favourite.")
    return GuessingOpponent("frequency", text, lambda payoffs: FrequencyPredictor(payoffs.size))


def markov_opponent() -> Opponent:
    """Beats the throw that usually follows the player's last two throws."""
    text = Message("Remembers what you throw after what.")
    return GuessingOpponent("markov", text, lambda payoffs: markov(payoffs.size))


def mind_reader() -> Opponent:
    """Weighs many predictors by their success against this player."""
    text = Message("Weighs many guesses about you, and trusts those that come true.")
    return GuessingOpponent("mind-reader", text, mind_reader_predictor)


def mind_reader_predictor(payoffs: Payoffs) -> Predictor:
    """An untrained predictor of the mind reader."""
    size = payoffs.size
    outcome = last_outcome(payoffs)
    predictors: list[Predictor] = [
        FrequencyPredictor(size),
        FrequencyPredictor(size, memory=0.9),
        HabitPredictor(size, own_throws(1)),
        HabitPredictor(size, own_throws(2)),
        markov(size),
        HabitPredictor(size, both_throws),
        HabitPredictor(size, outcome, relative=True),
        HabitPredictor(size, any_context, relative=True),
        CopyPredictor(payoffs, beat=True),
        CopyPredictor(payoffs, beat=False),
        BestResponsePredictor(FrequencyPredictor(size, memory=0.9), payoffs),
        BestResponsePredictor(markov(size), payoffs),
    ]
    return Ensemble(predictors, payoffs)


OPPONENTS: Mapping[str, Callable[[], Opponent]] = MappingProxyType(
    {
        "kid": kid,
        "random": FairRandom,
        "frequency": frequency_counter,
        "markov": markov_opponent,
        "mind-reader": mind_reader,
    }
)
"""Factories of the opponents by name, from the easiest to the hardest."""


def opponent_named(name: str) -> Opponent:
    """Make a new opponent.

    Raises:
        ValueError: If there is none of this name.
    """
    if name not in OPPONENTS:
        raise ValueError(f"there is no opponent {name!r}; there are {', '.join(OPPONENTS)}")
    return OPPONENTS[name]()
