from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.common.stop_request import StopAskedError, StopRequest


class TestCosineSchedule:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_it_rises_for_a_share_of_the_steps_and_falls_to_a_twentieth(self) -> None:
        from training.common.loop import cosine_schedule

        rate = cosine_schedule(2e-4, steps=1000, warm_up=0.1)
        rates = [float(rate(step)) for step in (0, 50, 100, 550, 1000)]
        assert rates == pytest.approx([0.0, 1e-4, 2e-4, 1.05e-4, 1e-5], abs=2e-6)

    def test_without_warm_up_it_begins_at_its_peak(self) -> None:
        from training.common.loop import cosine_schedule

        rate = cosine_schedule(2e-4, steps=1000)
        assert [float(rate(step)) for step in (0, 1000)] == pytest.approx([2e-4, 1e-5])


class TestFitPhase:
    """These import Keras and train a small network."""

    def trained(self, epochs: int, seed: int = 1, **options: Any) -> list[Any]:
        """Weights of a network with dropout after a phase."""
        import keras

        from training.common.loop import Phase, fit_phase

        class Batches(keras.utils.PyDataset):  # type: ignore[misc]
            epoch = 0

            def __len__(self) -> int:
                return 3

            def __getitem__(self, index: int) -> tuple[Any, Any]:
                rng = np.random.default_rng([self.epoch, index])
                return rng.normal(size=(2, 2)).astype(np.float32), rng.normal(size=(2, 1)).astype(np.float32)

        keras.utils.set_random_seed(7)
        model = keras.Sequential(
            [keras.Input((2,)), keras.layers.Dense(4), keras.layers.Dropout(0.5), keras.layers.Dense(1)]
        )
        model.compile(keras.optimizers.Adam(0.1), "mse")
        fit_phase(model, Batches(), Phase(1, epochs, seed, **options), [])
        return [np.array(weight) for weight in model.get_weights()]

    def test_a_resumed_phase_gives_the_weights_of_an_uninterrupted_one(self, tmp_path: Path) -> None:
        whole = self.trained(3)
        self.trained(1, backups=tmp_path)
        resumed = self.trained(3, backups=tmp_path)
        for one, other in zip(resumed, whole, strict=True):
            assert one == pytest.approx(other, abs=1e-6)

    def test_another_seed_gives_other_dropout_masks(self) -> None:
        assert not np.allclose(self.trained(1, seed=1)[0], self.trained(1, seed=2)[0])

    def test_a_request_to_stop_ends_it(self) -> None:
        stop = StopRequest(with_stdin=False)
        try:
            stop.was_asked = True
            with pytest.raises(StopAskedError):
                self.trained(1, stop=stop)
        finally:
            stop.close()


def test_the_best_weights_are_those_of_the_first_highest_score() -> None:
    from training.common.checkpoints import BestWeights

    class Model:
        epoch = 0

        def get_weights(self) -> list[Any]:
            return [np.array(self.epoch)]

    model, best, since = Model(), BestWeights(), []
    for model.epoch, score in enumerate([-0.9, -0.5, -0.7, -0.5, -0.6]):
        best = best.after_epoch(score, model)
        since.append(best.epochs_since)
    assert (best.score, best.weights[0].item(), since) == (-0.5, 1, [0, 0, 1, 2, 3])
