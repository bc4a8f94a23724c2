"""Predictors of a player's next throw, which learn round by round."""

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
    """Payoff matrix of a game: 1 for a win, -1 for a loss, 0 for a draw; gestures are numbered as in the table."""

    def __init__(self, rules: RuleTable) -> None:
        self.size = len(rules.gestures)
        self._table = [[_PAYOFF[rules.outcome(a, b)] for b in rules.gestures] for a in rules.gestures]

    def of(self, mine: int, theirs: int) -> float:
        """Payoff of ``mine`` against ``theirs``."""
        return self._table[mine][theirs]

    def expected(self, theirs: Distribution) -> list[float]:
        """Expected payoff of each throw against a distribution of the other side's throws."""
        return [sum(p * gain for p, gain in zip(theirs, row, strict=True)) for row in self._table]

    def best_response(self, theirs: Distribution) -> Distribution:
        """The throws of the highest expected payoff, as a uniform distribution over them."""
        return uniform_over(best_indices(self.expected(theirs)), self.size)


def best_indices(values: Sequence[float]) -> list[int]:
    """The indices of the largest values, up to rounding."""
    top = max(values) - 1e-9
    return [index for index, value in enumerate(values) if value >= top]


def uniform_over(chosen: Sequence[int], size: int) -> Distribution:
    """A distribution that is uniform over some indices and 0 elsewhere."""
    return [1 / len(chosen) if index in chosen else 0.0 for index in range(size)]


class Predictor(Protocol):
    """Predicts the next throw of one side, the target."""

    def predict(self) -> Distribution:
        """Distribution of the target's throw in the coming round."""
        ...

    def learn(self, target: int, other: int) -> None:
        """Learn a finished round from the throws of the target and of the other side."""
        ...


class FrequencyPredictor:
    """Predicts frequent throws; a ``memory`` below 1 lets old rounds fade."""

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
        # Fades towards one round for each gesture, so that no prediction is ever certain.
        self._counts = [1 + (count - 1) * self._memory for count in self._counts]
        self._counts[target] += 1


Context = Callable[[list[tuple[int, int]]], Hashable]
"""Extracts a context from the last rounds, each as (target, other); None while there are too few."""


class HabitPredictor:
    """Predicts the throws that followed the same context before.

    Args:
        size: Number of gestures.
        context: Extracts the context from the last rounds.
        relative: Whether a habit is a number of steps along the list of gestures ("one further") instead of a gesture.
        memory: Factor by which old rounds fade each time, 1 for not at all.
        prior: Weight of the fallback's prediction, in rounds.
        fallback: Predictor for new contexts, uniform if None; only this object may call its ``learn``.
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
        context = self._context(self._rounds)
        if context is None:
            return base
        counts = self._counts[context]
        offset = self._rounds[-1][0] if self._relative else 0
        seen = [counts[(index - offset) % self._size] for index in range(self._size)]
        total = sum(seen) + self._prior
        return [(count + self._prior * p) / total for count, p in zip(seen, base, strict=True)]

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        context = self._context(self._rounds)
        if context is not None:
            counts = self._counts[context]
            for index in range(self._size):
                counts[index] *= self._memory
            counts[(target - self._rounds[-1][0]) % self._size if self._relative else target] += 1
        self._rounds = [*self._rounds[-3:], (target, other)]
        if self._fallback is not None:
            self._fallback.learn(target, other)


def markov(size: int) -> HabitPredictor:
    """Predictor with the last two throws as context, backed off to the last throw, then to frequencies."""
    first = HabitPredictor(size, own_throws(1), fallback=FrequencyPredictor(size))
    return HabitPredictor(size, own_throws(2), fallback=first)


def own_throws(count: int) -> Context:
    """A context of the target's last throws."""

    def context(rounds: list[tuple[int, int]]) -> Hashable:
        return tuple(target for target, _ in rounds[-count:]) if len(rounds) >= count else None

    return context


def any_context(rounds: list[tuple[int, int]]) -> Hashable:
    """The same context in every round."""
    return True if rounds else None


def both_throws(rounds: list[tuple[int, int]]) -> Hashable:
    """The last throws of both sides as context."""
    return rounds[-1] if rounds else None


def last_outcome(payoffs: Payoffs) -> Context:
    """A context of the last round's payoff."""

    def context(rounds: list[tuple[int, int]]) -> Hashable:
        return payoffs.of(*rounds[-1]) if rounds else None

    return context


class BestResponsePredictor:
    """Predicts the best response to the predicted throw of the other side: the player reads us, too."""

    def __init__(self, of_other_side: Predictor, payoffs: Payoffs) -> None:
        self._of_other_side = of_other_side
        self._payoffs = payoffs

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        return self._payoffs.best_response(self._of_other_side.predict())

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        self._of_other_side.learn(other, target)


class CopyPredictor:
    """Predicts that the player throws the other side's last throw, or the best response to it."""

    def __init__(self, payoffs: Payoffs, *, beat: bool) -> None:
        self._payoffs = payoffs
        self._beat = beat
        self._prediction = [1 / payoffs.size] * payoffs.size

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        return self._prediction

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        del target
        last = uniform_over([other], self._payoffs.size)
        self._prediction = self._payoffs.best_response(last) if self._beat else last


class Ensemble:
    """Weighs predictions by their success against this player (multiplicative weights, with forgetting).

    Each prediction is used in rotations: unchanged; as the player would throw who expects us to answer it; and one step
    further. Source: Freund and Schapire 1999, "Adaptive game playing using multiplicative weights"; the rotations are
    those of Dan Egnor's "Iocaine Powder", winner of the First International RoShamBo Programming Competition, 1999.

    Args:
        predictors: The predictors.
        payoffs: The payoff matrix.
        rate: How fast weights follow success.
        memory: Factor by which old successes fade.
    """

    def __init__(
        self, predictors: Sequence[Predictor], payoffs: Payoffs, *, rate: float = 0.5, memory: float = 0.95
    ) -> None:
        self._predictors = tuple(predictors)
        self._payoffs = payoffs
        self._rate = rate
        self._memory = memory
        self._scores = [0.0] * (_ROTATIONS * len(self._predictors))
        self._predictions = self._rotated_predictions()

    def predict(self) -> Distribution:
        """See :class:`Predictor`."""
        top = max(self._scores)
        weights = [math.exp(self._rate * (score - top)) for score in self._scores]
        # The uniform distribution takes part, too: it leads while no prediction has had success.
        uniform_weight = math.exp(-self._rate * top)
        total = sum(weights) + uniform_weight
        mixed = [uniform_weight / self._payoffs.size] * self._payoffs.size
        for weight, prediction in zip(weights, self._predictions, strict=True):
            for index, p in enumerate(prediction):
                mixed[index] += weight * p
        return [value / total for value in mixed]

    def learn(self, target: int, other: int) -> None:
        """See :class:`Predictor`."""
        for index, prediction in enumerate(self._predictions):
            answers = best_indices(self._payoffs.expected(prediction))
            earned = sum(self._payoffs.of(answer, target) for answer in answers) / len(answers)
            self._scores[index] = self._memory * self._scores[index] + earned
        for predictor in self._predictors:
            predictor.learn(target, other)
        self._predictions = self._rotated_predictions()

    def _rotated_predictions(self) -> list[Distribution]:
        predictions = []
        for predictor in self._predictors:
            prediction = predictor.predict()
            for _ in range(_ROTATIONS):
                predictions.append(prediction)
                prediction = self._payoffs.best_response(self._payoffs.best_response(prediction))
        return predictions


_ROTATIONS = 3
