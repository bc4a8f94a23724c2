"""The learning rate range test: a short training whose rate rises from far too low to far too high.

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
"""Of the moving average that tells whether the loss blows up."""
_BLOWN_UP = 4.0
"""The test ends where the smoothed loss is so many times its lowest. Source: fastai's ``LRFinder``."""
_LEAST_FALL = 0.02
"""A loss that falls by less than this share of where it began has not been learnt from."""
_SPAN = 15
"""The curve is smoothed, and its slope taken, over one of so many parts of the test to either side."""


class RangeTestError(GestureAppError):
    """The rates to test make no range, or there is nothing to learn from."""


@dataclass(frozen=True)
class RangeTest:
    """What a range test measured, a value for each step that was made.

    Attributes:
        rates: Learning rates, rising.
        losses: Of the batch that was learnt with each, before learning from it.
        blew_up: Whether the test ended early because the loss grew beyond bounds.
    """

    rates: tuple[float, ...]
    losses: tuple[float, ...]
    blew_up: bool

    @cached_property
    def smoothed(self) -> tuple[float, ...]:
        """The losses as means over neighbours to both sides, near ones counting more: so no fall is shown late."""
        reach = max(1, len(self.losses) // _SPAN)
        weights = np.bartlett(2 * reach + 3)[1:-1]
        totals = np.convolve(self.losses, weights)[reach:-reach]
        counts = np.convolve(np.ones(len(self.losses)), weights)[reach:-reach]
        return tuple((totals / counts).tolist())

    @property
    def lowest(self) -> float:
        """The rate at which the smoothed loss was lowest."""
        return self.rates[int(np.argmin(self.smoothed))]

    @property
    def still_falling(self) -> bool:
        """Whether the test ended before the loss grew again."""
        return not self.blew_up and int(np.argmin(self.smoothed)) >= len(self.rates) - 1 - len(self.rates) // _SPAN

    @property
    def suggested(self) -> float | None:
        """The rate at which the loss falls fastest on the way to its lowest; None where it hardly fell at all."""
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
    """Learning rates that grow by the same factor each step.

    Raises:
        RangeTestError: If they would not rise, or are too few.
    """
    if not (0 < first < last and math.isfinite(last)):
        raise RangeTestError(f"The rates go from {first:g} to {last:g}.", hint="They should be above 0, and rise.")
    if steps < 10:
        raise RangeTestError(f"{steps} steps draw no curve.", hint="Take at least 10, better 100.")
    return [float(rate) for rate in np.geomspace(first, last, steps)]


def run_range_test(
    step: Callable[[float, Any], float], batches: Iterable[Any], rates: Sequence[float], told: Callable[[], None]
) -> RangeTest:
    """Learn one batch with each rate, until there are no more rates or the loss blows up.

    Args:
        step: Learns one batch with a rate and returns the loss before that.
        batches: What to learn; ends the test where it ends.
        rates: Rising.
        told: Called after each step, for a progress bar.

    Raises:
        RangeTestError: If there is not a single step, or the very first loss is no number.
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
        told()
        if blew_up:
            break
    if not losses:
        hint = "Check the data, or test from a lower rate with --from."
        raise RangeTestError("No loss could be measured.", hint=hint)
    return RangeTest(tuple(rates[: len(losses)]), tuple(losses), blew_up)


def keras_step(model: Any) -> Callable[[float, Any], float]:
    """A step of a compiled Keras model for :func:`run_range_test`.

    Args:
        model: Compiled with a learning rate that is a number, not a schedule.
    """

    def step(rate: float, batch: Any) -> float:
        inputs, labels = batch
        model.reset_metrics()  # Keras averages over batches otherwise
        model.optimizer.learning_rate = rate
        return float(model.train_on_batch(inputs, labels, return_dict=True)["loss"])

    return step
