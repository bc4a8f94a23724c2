"""Learning rate range test: a short training with a rate that rises from far too low to far too high.

Source: Smith 2015, "Cyclical Learning Rates for Training Neural Networks", arXiv 1506.01186, section 3.3.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from gesture_app.errors import GestureAppError

_MOMENTUM = 0.9
"""Momentum of the moving average that detects a diverging loss."""
_BLOWN_UP = 4.0
"""The test ends where the smoothed loss is this many times its lowest. Source: fastai's ``LRFinder``."""
_LEAST_FALL = 0.02
"""A loss that falls by less than this share of its initial value counts as not falling."""
_SPAN = 15
"""Smoothing and slope use this fraction of the steps on either side."""


class RangeTestError(GestureAppError):
    """The rates do not rise, or there are no batches."""


@dataclass(frozen=True)
class RangeTest:
    """Result of a range test, one value per step.

    Attributes:
        rates: Learning rates, rising.
        losses: Loss of the batch at each rate, before the update.
        blew_up: Whether the test ended early because the loss diverged.
    """

    rates: tuple[float, ...]
    losses: tuple[float, ...]
    blew_up: bool

    @cached_property
    def smoothed(self) -> tuple[float, ...]:
        """Losses smoothed over neighbours on both sides, so that no fall is delayed."""
        reach = max(1, len(self.losses) // _SPAN)
        weights = np.bartlett(2 * reach + 3)[1:-1]
        totals = np.convolve(self.losses, weights)[reach:-reach]
        counts = np.convolve(np.ones(len(self.losses)), weights)[reach:-reach]
        return tuple((totals / counts).tolist())

    @property
    def lowest(self) -> float:
        """Rate of the lowest smoothed loss."""
        return self.rates[int(np.argmin(self.smoothed))]

    @property
    def still_falling(self) -> bool:
        """Whether the loss was still falling at the end."""
        return not self.blew_up and int(np.argmin(self.smoothed)) >= len(self.rates) - 1 - len(self.rates) // _SPAN

    @property
    def suggested(self) -> float | None:
        """Rate of the steepest fall before the lowest loss; None where the loss hardly fell."""
        low = int(np.argmin(self.smoothed))
        if low < 2 or self.smoothed[0] - self.smoothed[low] < _LEAST_FALL * abs(self.smoothed[0]):
            return None
        reach = max(1, len(self.rates) // _SPAN)
        slopes = [
            self.smoothed[min(i + reach, low)] - self.smoothed[max(i - reach, 0)] for i in range(reach, low - reach + 1)
        ]
        return self.rates[reach + int(np.argmin(slopes))] if slopes else self.rates[low // 2]

    def to_csv(self) -> str:
        """The curve as CSV: learning_rate, loss, smoothed_loss."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["learning_rate", "loss", "smoothed_loss"])
        writer.writerows(zip(self.rates, self.losses, self.smoothed, strict=True))
        return stream.getvalue()


def rising_rates(first: float, last: float, steps: int) -> list[float]:
    """Learning rates that grow by a constant factor.

    Raises:
        RangeTestError: If they do not rise, or are too few.
    """
    if not (0 < first < last and math.isfinite(last)):
        raise RangeTestError(f"The rates go from {first:g} to {last:g}.", hint="They should be above 0, and rise.")
    if steps < 10:
        raise RangeTestError(f"{steps} steps draw no curve.", hint="Take at least 10, better 100.")
    return [float(rate) for rate in np.geomspace(first, last, steps)]


def run_range_test(
    step: Callable[[float, Any], float], batches: Iterable[Any], rates: Sequence[float], on_step: Callable[[], None]
) -> RangeTest:
    """Train on one batch at each rate, until the rates end or the loss diverges.

    Args:
        step: Trains on one batch at a rate and returns the loss before the update.
        batches: The batches; the test ends with them.
        rates: Learning rates, rising.
        on_step: Called after each step.

    Raises:
        RangeTestError: If there is no step, or the first loss is not finite.
    """
    losses: list[float] = []
    average, least, blew_up = 0.0, math.inf, False
    for rate, batch in zip(rates, batches, strict=False):
        loss = step(rate, batch)
        average = _MOMENTUM * average + (1 - _MOMENTUM) * loss
        corrected = average / (1 - _MOMENTUM ** (len(losses) + 1))
        blew_up = not math.isfinite(loss) or corrected > _BLOWN_UP * least
        least = min(least, corrected)
        if math.isfinite(loss):
            losses.append(loss)
        on_step()
        if blew_up:
            break
    if not losses:
        hint = "Check the data, or test from a lower rate with --from."
        raise RangeTestError("No loss could be measured.", hint=hint)
    return RangeTest(tuple(rates[: len(losses)]), tuple(losses), blew_up)


def keras_step(model: Any) -> Callable[[float, Any], float]:
    """Step function of a compiled Keras model for :func:`run_range_test`.

    Args:
        model: A model compiled with a constant learning rate.
    """

    def step(rate: float, batch: Any) -> float:
        inputs, labels = batch
        model.reset_metrics()  # Keras averages over batches otherwise
        model.optimizer.learning_rate = rate
        return float(model.train_on_batch(inputs, labels, return_dict=True)["loss"])

    return step
