"""Guesses at what a player throws next, from what they threw before. Each learns round by round."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from gesture_app.domain.game.rules import RoundOutcome, RuleTable

Distribution = list[float]
"""A probability for each gesture, in the order of ``RuleTable.gestures``."""

_PAYOFF = {RoundOutcome.WIN: 1.0, RoundOutcome.LOSE: -1.0, RoundOutcome.DRAW: 0.0}


class Payoffs:
    """What each throw earns against each, 1 for a win and -1 for a loss; gestures are numbered as in the table."""

    def __init__(self, rules: RuleTable) -> None:
        self.size = len(rules.gestures)
        self._table = [[_PAYOFF[rules.outcome(a, b)] for b in rules.gestures] for a in rules.gestures]

    def of(self, mine: int, theirs: int) -> float:
        """What ``mine`` earns against ``theirs``."""
        return self._table[mine][theirs]

    def expected(self, theirs: Distribution) -> list[float]:
        """What each throw earns on average against a guess."""
        return [sum(p * gain for p, gain in zip(theirs, row, strict=True)) for row in self._table]

    def answer_to(self, theirs: Distribution) -> Distribution:
        """The best throws against a guess, evenly where several are equally good."""
        return evenly(best(self.expected(theirs)), self.size)


def best(values: Sequence[float]) -> list[int]:
    """The indices of the largest values, up to rounding."""
    top = max(values) - 1e-9
    return [index for index, value in enumerate(values) if value >= top]


def evenly(chosen: Sequence[int], size: int) -> Distribution:
    """A distribution that is even over some indices and 0 elsewhere."""
    return [1 / len(chosen) if index in chosen else 0.0 for index in range(size)]


class Predictor(Protocol):
    """Guesses one side's next throw."""

    def predict(self) -> Distribution:
        """The guess for the coming round."""
        ...

    def learn(self, target: int, other: int) -> None:
        """Take in a finished round: the throw that was to be guessed, and the other side's."""
        ...


class FrequencyPredictor:
    """Expects what was thrown often; ``memory`` below 1 lets old rounds fade."""

    def __init__(self, size: int, memory: float = 1.0) -> None:
        self._counts = [1.0] * size
        self._memory = memory

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        total = sum(self._counts)
        return [count / total for count in self._counts]

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        del other
        # Fades towards one imagined round a gesture, so that no guess is ever certain.
        self._counts = [1 + (count - 1) * self._memory for count in self._counts]
        self._counts[target] += 1


Context = Callable[[list[tuple[int, int]]], Hashable]
"""What of the rounds so far, each as (target, other), a habit may depend on; None while there are too few."""


class HabitPredictor:
    """Expects what followed the same situation before.

    Args:
        size: How many gestures there are.
        context: The situation.
        relative: Whether the habit is a step along the order of the gestures ("one further") instead of a gesture.
        memory: How old rounds fade, 1 for not at all.
        prior: How many imagined rounds stand against what was seen; they follow ``fallback``, or are even.
        fallback: A predictor for situations that are new; it must be taught by its owner's ``learn`` only.
    """

    def __init__(
        self,
        size: int,
        context: Context,
        *,
        relative: bool = False,
        memory: float = 0.98,
        prior: float = 1.0,
        fallback: Predictor | None = None,
    ) -> None:
        self._size = size
        self._context = context
        self._relative = relative
        self._memory = memory
        self._prior = prior
        self._fallback = fallback
        self._rounds: list[tuple[int, int]] = []
        self._counts: defaultdict[Hashable, list[float]] = defaultdict(lambda: [0.0] * size)

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        base = self._fallback.predict() if self._fallback is not None else [1 / self._size] * self._size
        situation = self._context(self._rounds)
        if situation is None:
            return base
        counts = self._counts[situation]
        offset = self._rounds[-1][0] if self._relative else 0
        seen = [counts[(index - offset) % self._size] for index in range(self._size)]
        total = sum(seen) + self._prior
        return [(count + self._prior * p) / total for count, p in zip(seen, base, strict=True)]

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        situation = self._context(self._rounds)
        if situation is not None:
            counts = self._counts[situation]
            for index in range(self._size):
                counts[index] *= self._memory
            counts[(target - self._rounds[-1][0]) % self._size if self._relative else target] += 1
        self._rounds = [*self._rounds[-3:], (target, other)]
        if self._fallback is not None:
            self._fallback.learn(target, other)


def markov(size: int) -> HabitPredictor:
    """What followed the last two throws; where that is new, what followed the last one; else what is frequent."""
    first = HabitPredictor(size, own_throws(1), fallback=FrequencyPredictor(size))
    return HabitPredictor(size, own_throws(2), fallback=first)


def own_throws(count: int) -> Context:
    """The situation is the last throws of the side that is guessed."""

    def context(rounds: list[tuple[int, int]]) -> Hashable:
        return tuple(target for target, _ in rounds[-count:]) if len(rounds) >= count else None

    return context


def any_situation(rounds: list[tuple[int, int]]) -> Hashable:
    """The situation is always the same."""
    return True if rounds else None


def both_throws(rounds: list[tuple[int, int]]) -> Hashable:
    """The situation is what both sides threw in the last round."""
    return rounds[-1] if rounds else None


def last_outcome(payoffs: Payoffs) -> Context:
    """The situation is how the last round ended."""

    def context(rounds: list[tuple[int, int]]) -> Hashable:
        return payoffs.of(*rounds[-1]) if rounds else None

    return context


class AnswerPredictor:
    """Expects the best throw against what another predictor expects of the other side: the player reads us, too."""

    def __init__(self, of_other_side: Predictor, payoffs: Payoffs) -> None:
        self._of_other_side = of_other_side
        self._payoffs = payoffs

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        return self._payoffs.answer_to(self._of_other_side.predict())

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        self._of_other_side.learn(other, target)


class CopyPredictor:
    """Expects the player to throw what beats, or equals, the other side's last throw."""

    def __init__(self, payoffs: Payoffs, *, beat: bool) -> None:
        self._payoffs = payoffs
        self._beat = beat
        self._guess = [1 / payoffs.size] * payoffs.size

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        return self._guess

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        del target
        last = evenly([other], self._payoffs.size)
        self._guess = self._payoffs.answer_to(last) if self._beat else last


class Ensemble:
    """Weighs guesses by how well they have done against this player (multiplicative weights, with forgetting).

    Each predictor comes in rotations: as it is; as the player would throw who expects us to answer it; and one step
    further. Source: Freund and Schapire 1999, "Adaptive game playing using multiplicative weights"; the rotations are
    those of Dan Egnor's "Iocaine Powder", winner of the First International RoShamBo Programming Competition, 1999.

    Args:
        predictors: The guesses.
        payoffs: What throws earn.
        rate: How fast weights follow success.
        memory: How old successes fade.
    """

    def __init__(
        self, predictors: Sequence[Predictor], payoffs: Payoffs, *, rate: float = 0.5, memory: float = 0.95
    ) -> None:
        self._predictors = tuple(predictors)
        self._payoffs = payoffs
        self._rate = rate
        self._memory = memory
        self._merits = [0.0] * (_LEVELS * len(self._predictors))
        self._guesses = self._all_guesses()

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        top = max(self._merits)
        weights = [math.exp(self._rate * (merit - top)) for merit in self._merits]
        # One more that claims nothing: where no guess has earned anything, there is nothing to claim.
        idle = math.exp(-self._rate * top)
        total = sum(weights) + idle
        mixed = [idle / self._payoffs.size] * self._payoffs.size
        for weight, guess in zip(weights, self._guesses, strict=True):
            for index, p in enumerate(guess):
                mixed[index] += weight * p
        return [value / total for value in mixed]

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        for index, guess in enumerate(self._guesses):
            answers = best(self._payoffs.expected(guess))
            earned = sum(self._payoffs.of(answer, target) for answer in answers) / len(answers)
            self._merits[index] = self._memory * self._merits[index] + earned
        for predictor in self._predictors:
            predictor.learn(target, other)
        self._guesses = self._all_guesses()

    def _all_guesses(self) -> list[Distribution]:
        guesses = []
        for predictor in self._predictors:
            guess = predictor.predict()
            for _ in range(_LEVELS):
                guesses.append(guess)
                guess = self._payoffs.answer_to(self._payoffs.answer_to(guess))
        return guesses


_LEVELS = 3
