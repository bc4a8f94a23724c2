from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.models.features import FeatureStatistics


def inputs(count: int = 200) -> np.ndarray:
    rng = np.random.default_rng(0)
    return rng.normal([0.0, 5.0, -2.0], [1.0, 3.0, 0.5], (count, 3)).astype(np.float32)


def test_features_are_standardized_and_of_unit_length() -> None:
    statistics = FeatureStatistics.of(inputs())
    assert statistics.mean == pytest.approx(inputs().mean(axis=0), rel=1e-4)
    assert statistics.deviation == pytest.approx(inputs().std(axis=0), rel=1e-4)

    features = statistics.features(inputs())

    assert features.dtype == np.float32
    assert np.linalg.norm(features, axis=1) == pytest.approx(np.ones(200), abs=1e-5)
    one_above = statistics.features(np.array([[statistics.mean[0], statistics.mean[1] + 3.0, statistics.mean[2]]]))
    assert one_above[0] == pytest.approx([0, 1, 0], abs=1e-6)


def test_a_unit_that_hardly_ever_fires_does_not_outweigh_the_others() -> None:
    values = inputs()
    values[:, 0] = 0.0
    statistics = FeatureStatistics.of(values)
    assert statistics.deviation[0] == pytest.approx(0.1 * np.median([0.0, *values[:, 1:].std(axis=0)]), rel=1e-3)


def test_units_that_never_fire_have_statistics() -> None:
    statistics = FeatureStatistics.of(np.zeros((5, 4), np.float32))
    assert statistics.deviation == (1.0, 1.0, 1.0, 1.0)
    assert not statistics.features(np.zeros((1, 4), np.float32)).any()


@pytest.mark.parametrize(
    ("mean", "deviation"), [((), ()), ((0.0,), (1.0, 1.0)), ((0.0,), (0.0,)), ((float("nan"),), (1.0,))]
)
def test_impossible_statistics_are_refused(mean: tuple[float, ...], deviation: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="features"):
        FeatureStatistics(mean, deviation)


@pytest.mark.parametrize("rows", [np.zeros((0, 3)), np.full((2, 3), np.nan), np.zeros(3)])
def test_statistics_need_rows_of_numbers(rows: np.ndarray) -> None:
    with pytest.raises(ValueError, match="features"):
        FeatureStatistics.of(rows)
