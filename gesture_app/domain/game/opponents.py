"""How the computer chooses its throws. None of them can see the throw it plays against."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from gesture_app.domain.game.predictors import (
    AnswerPredictor,
    CopyPredictor,
    Ensemble,
    FrequencyPredictor,
    HabitPredictor,
    Payoffs,
    Predictor,
    any_situation,
    best,
    both_throws,
    last_outcome,
    markov,
    own_throws,
)
from gesture_app.domain.game.rules import RuleTable

REMEMBERED_ROUNDS = 300
"""Of a longer history, a new opponent learns from the newest only: people change, and learning takes time."""


@dataclass(frozen=True)
class PastRound:
    """One finished round, as an opponent remembers it: what the player threw, and what the computer threw."""

    player: str
    computer: str


class Opponent(Protocol):
    """Chooses the computer's throws. Sees only finished rounds, so it cannot see the throw it plays against."""

    @property
    def name(self) -> str:
        """Short name, as in ``--opponent`` and in saved rounds."""
        ...

    @property
    def description(self) -> str:
        """What it does, in a few words for people."""
        ...

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """The next throw.

        Args:
            history: All finished rounds against this player, oldest first.
            rules: The game played.
            rng: The only source of chance.
        """
        ...


class FairRandom:
    """Throws every gesture equally often.

    In a balanced game it wins half of the decided rounds against any player. In a game that is not balanced, a player
    who throws the strongest gestures wins more often than it does.
    """

    name = "random"
    description = "Throws at random: perfectly fair."

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """See :class:`Opponent`."""
        del history
        return rng.choice(rules.gestures)


class GuessingOpponent:
    """Guesses the player's next throw and answers it with the throw that does best (or worst) on average.

    What was learnt from a history is kept, so that the next round costs only that round.

    Args:
        name: See :class:`Opponent`.
        description: See :class:`Opponent`.
        make_predictor: Makes a predictor that knows nothing yet.
        kindness: Share of rounds in which the answer is the worst instead of the best, the others being random; 0 for
            always the best.
    """

    def __init__(
        self, name: str, description: str, make_predictor: Callable[[Payoffs], Predictor], *, kindness: float = 0.0
    ) -> None:
        self.name = name
        self.description = description
        self._make_predictor = make_predictor
        self._kindness = kindness
        self._learnt: list[PastRound] = []
        self._rules: RuleTable | None = None
        self._predictor: Predictor | None = None

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        """See :class:`Opponent`. Rounds with throws of another game are passed over."""
        gestures, payoffs = rules.gestures, Payoffs(rules)
        guess = self._learn(history, rules, payoffs).predict()
        values = payoffs.expected(guess)
        if self._kindness:
            if rng.random() >= self._kindness:
                return rng.choice(gestures)
            values = [-value for value in values]
        return gestures[rng.choice(best(values))]

    def _learn(self, history: Sequence[PastRound], rules: RuleTable, payoffs: Payoffs) -> Predictor:
        known = len(self._learnt)
        if self._predictor is None or self._rules != rules or list(history[:known]) != self._learnt:
            self._predictor, self._rules = self._make_predictor(payoffs), rules
            self._learnt = list(history[: max(0, len(history) - REMEMBERED_ROUNDS)])
        numbers = {gesture: index for index, gesture in enumerate(rules.gestures)}
        for past in history[len(self._learnt) :]:
            if past.player in numbers and past.computer in numbers:
                self._predictor.learn(numbers[past.player], numbers[past.computer])
            self._learnt.append(past)
        return self._predictor


def kid() -> Opponent:
    """Lets people win more often: it likes to throw what loses to what they seem to like.

    It cannot see their throw either, so against somebody who throws at random it is as good as any other.
    """
    text = "Lets you win more often than not."
    return GuessingOpponent("kid", text, lambda payoffs: markov(payoffs.size), kindness=0.75)


def frequency_counter() -> Opponent:
    """Beats what the player throws most."""
    text = "Counts what you throw, and beats your favourite."
    return GuessingOpponent("frequency", text, lambda payoffs: FrequencyPredictor(payoffs.size))


def markov_opponent() -> Opponent:
    """Beats what the player usually throws after their last two throws."""
    text = "Remembers what you throw after what."
    return GuessingOpponent("markov", text, lambda payoffs: markov(payoffs.size))


def mind_reader() -> Opponent:
    """Weighs many guesses by how well they have done against this player."""
    text = "Weighs many guesses about you, and trusts those that come true."
    return GuessingOpponent("mind-reader", text, _mind)


def _mind(payoffs: Payoffs) -> Predictor:
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
        HabitPredictor(size, any_situation, relative=True),
        CopyPredictor(payoffs, beat=True),
        CopyPredictor(payoffs, beat=False),
        AnswerPredictor(FrequencyPredictor(size, memory=0.9), payoffs),
        AnswerPredictor(markov(size), payoffs),
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
"""How to make each opponent, by name, from the easiest to the hardest."""


def opponent_named(name: str) -> Opponent:
    """A new opponent.

    Raises:
        ValueError: If there is none of this name.
    """
    if name not in OPPONENTS:
        raise ValueError(f"there is no opponent {name!r}; there are {', '.join(OPPONENTS)}")
    return OPPONENTS[name]()
