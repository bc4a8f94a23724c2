from __future__ import annotations

import csv
import io
import itertools
import math
from collections.abc import Callable

import pytest

from training.common.lr_range_test import RangeTest, RangeTestError, keras_step, rising_rates, run_range_test


def measured(
    loss_at: Callable[[float], float], *, first: float = 1e-6, last: float = 1.0, steps: int = 100
) -> RangeTest:
    """A test of something whose loss depends on the rate alone."""
    rates = rising_rates(first, last, steps)
    return run_range_test(lambda rate, _: loss_at(rate), itertools.repeat(None), rates, lambda: None)


def valley(rate: float) -> float:
    """Falls around 1e-3, is lowest near 3e-2, and explodes above."""
    fall = 1.5 / (1 + (rate / 1e-3) ** 1.5)
    return 0.5 + fall + (0.0 if rate < 0.05 else 500 * (rate - 0.05))


class TestRates:
    def test_they_grow_by_the_same_factor(self) -> None:
        rates = rising_rates(1e-4, 1.0, 13)
        assert (rates[0], rates[-1]) == (pytest.approx(1e-4), pytest.approx(1.0))
        assert {round(b / a, 6) for a, b in itertools.pairwise(rates)} == {2.154435}

    @pytest.mark.parametrize(
        ("first", "last", "steps"), [(0, 1, 100), (-1, 1, 100), (1, 1, 100), (1e-3, math.inf, 100), (1e-6, 1, 9)]
    )
    def test_what_makes_no_range_is_a_clear_error(self, first: float, last: float, steps: int) -> None:
        with pytest.raises(RangeTestError):
            rising_rates(first, last, steps)


class TestCurve:
    def test_it_suggests_where_the_loss_falls_fastest_well_below_where_it_is_lowest(self) -> None:
        test = measured(valley)
        assert test.suggested is not None
        assert 3e-4 < test.suggested < 5e-3
        assert test.suggested < test.lowest < 0.1

    def test_it_ends_where_the_loss_blows_up(self) -> None:
        test = measured(valley)
        assert test.blew_up
        assert test.rates[-1] < 1
        assert len(test.rates) == len(test.losses) == len(test.smoothed)

    def test_a_loss_that_is_no_number_ends_it_and_is_not_kept(self) -> None:
        test = measured(lambda rate: 1.0 if rate < 1e-3 else math.nan)
        assert test.blew_up
        assert all(math.isfinite(loss) for loss in (*test.losses, *test.smoothed))

    def test_nothing_is_suggested_where_nothing_was_learnt(self) -> None:
        test = measured(lambda _: 1.6)
        assert test.suggested is None
        assert not test.blew_up
        assert measured(lambda rate: 1.0 + rate).suggested is None

    def test_smoothing_keeps_level_and_place(self) -> None:
        assert measured(lambda _: 1.6).smoothed == pytest.approx([1.6] * 100)
        step = measured(lambda rate: 2.0 if rate < 1e-3 else 1.0)
        assert step.smoothed[49] > 1.5 > step.smoothed[50]
        assert step.suggested == pytest.approx(1e-3, rel=0.2)

    def test_it_says_whether_the_loss_still_fell_at_the_end(self) -> None:
        assert measured(lambda rate: 2 - rate).still_falling
        assert not measured(valley).still_falling
        assert not measured(lambda rate: 1 + (math.log10(rate) + 3) ** 2).still_falling

    def test_no_loss_at_all_is_a_clear_error(self) -> None:
        with pytest.raises(RangeTestError, match="No loss"):
            measured(lambda _: math.nan)

    def test_it_is_written_as_csv(self) -> None:
        test = measured(lambda _: 1.6, steps=10)
        rows = list(csv.DictReader(io.StringIO(test.to_csv())))
        assert len(rows) == 10
        assert float(rows[0]["learning_rate"]) == pytest.approx(1e-6)
        assert float(rows[0]["smoothed_loss"]) == pytest.approx(1.6)


def test_a_keras_model_learns_each_batch_with_its_rate_and_tells_the_loss_of_that_batch_alone() -> None:
    import keras
    import numpy as np

    inputs = keras.Input((1,))
    model = keras.Model(inputs, keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")(inputs))
    model.compile(keras.optimizers.SGD(99.0), "mean_squared_error")
    step = keras_step(model)
    one, three = np.ones((1, 1)), np.full((1, 1), 3.0)
    assert step(0.1, (one, one)) == pytest.approx(1.0)
    weight = 0.1 * 2
    assert step(0.0, (one, three)) == pytest.approx((3 - weight) ** 2)
    assert step(0.0, (one, three)) == pytest.approx((3 - weight) ** 2)
