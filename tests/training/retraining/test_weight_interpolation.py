from __future__ import annotations

from dataclasses import replace

import keras
import numpy as np
import pytest

from gesture_app.domain.models.calibration import Calibration
from training.hands.phases import predict
from training.hands.recipe import HandRecipe, parse_recipe
from training.retraining.features import HandFeatures
from training.retraining.network import RetrainNetwork
from training.retraining.weight_interpolation import interpolate_weights


class TestInterpolateWeights:
    """A network of one dense layer whose logits are three times its input."""

    RECIPE = parse_recipe({"name": "tiny", "labels": ["rock", "paper", "none"]})

    def network(self, recipe: HandRecipe = RECIPE, known_labels: int = 3) -> RetrainNetwork:
        middle = keras.Input((3,), name="middle")
        tail = keras.Model({"middle": middle}, keras.layers.Dense(len(recipe.labels), name="logits")(middle))
        tail.set_weights([3 * np.eye(3, len(recipe.labels)), np.zeros(len(recipe.labels))])
        return RetrainNetwork(recipe, known_labels, tail, None, tail, None)

    def validation(self, network: RetrainNetwork) -> HandFeatures:
        truth = np.repeat(np.arange(3, dtype=np.int32), 40)
        middle = np.eye(3, dtype=np.float32)[truth] + np.random.default_rng(0).normal(0, 0.3, (120, 3))
        arrays = {"middle": middle.astype(np.float32)}
        arrays["logits"] = predict(network.tail, arrays)
        return HandFeatures(arrays, truth, np.zeros(120, dtype=bool))

    def interpolated(self, bias: list[float], *, user: bool = False) -> float:
        """The interpolation factor after these biases were learnt."""
        network = self.network()
        validation = self.validation(network)
        initial = network.whole.get_weights()
        network.whole.set_weights([initial[0], np.array(bias)])
        validation = replace(validation, is_user=np.full(120, user))
        interpolate_weights(network, initial, validation, Calibration(1.0, 0.4))
        return float(network.whole.get_weights()[1][0] / bias[0])

    def test_half_of_the_change_if_nobody_loses(self) -> None:
        assert self.interpolated([0.05, 0.0, 0.0]) == pytest.approx(0.5)

    def test_less_if_other_people_lose(self) -> None:
        assert 0.1 < self.interpolated([1.0, 0.0, 0.0]) < 0.5

    def test_a_tenth_at_least(self) -> None:
        assert self.interpolated([20.0, 0.0, 0.0]) == pytest.approx(0.1)

    def test_losses_on_the_users_own_samples_do_not_count(self) -> None:
        assert self.interpolated([1.0, 0.0, 0.0], user=True) == pytest.approx(0.5)

    def test_nearly_the_whole_change_with_a_new_gesture(self) -> None:
        recipe = parse_recipe({"name": "tiny", "labels": ["rock", "paper", "none", "fig"]})
        network = self.network(recipe)
        initial, validation = network.whole.get_weights(), self.validation(network)
        network.whole.set_weights([initial[0], np.array([20.0, 0, 0, 1])])
        interpolate_weights(network, initial, validation, Calibration(1.0, 0.4))
        assert network.whole.get_weights()[1] == pytest.approx([18, 0, 0, 0.9])
