"""Which weights a hand training keeps of its epochs."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.console import Console


class TestMeanOfEpochs:
    """These import Keras, which takes seconds, so they share one class to say so."""

    @pytest.fixture
    def model(self) -> Any:
        """Its one weight is its number."""
        import keras

        return keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])

    def kept(self, folder: Path, model: Any, epochs: list[float], scores: dict[float, float], **averaged: Any) -> float:
        """What the model is left with, which was each of these numbers after an epoch, scored as told."""
        from training.common.checkpoints import BestCheckpoint, TrainingHistory

        def number() -> float:
            return float(model.get_weights()[0].item())

        keeper = BestCheckpoint(
            lambda _: scores[number()], TrainingHistory(folder, Console(file=io.StringIO())), "head", **averaged
        )
        keeper.set_model(model)
        model.set_weights([np.array([[0.0]])])
        keeper.on_train_begin()
        for epoch, value in enumerate(epochs):
            model.set_weights([np.array([[value]])])
            keeper.on_epoch_end(epoch, {"loss": 0.5})
        keeper.on_train_end()
        left = number()
        model.load_weights(keeper.checkpoint)
        assert number() == left
        return left

    def test_the_best_epoch_is_kept_where_no_mean_is_asked_for(self, tmp_path: Path, model: Any) -> None:
        assert self.kept(tmp_path, model, [1, 6, 3], {0: 0.1, 1: 0.5, 6: 0.9, 3: 0.6}) == 6

    def test_the_mean_of_the_last_epochs_is_kept_although_one_of_them_scores_higher(
        self, tmp_path: Path, model: Any
    ) -> None:
        scores = {0: 0.1, 1: 0.99, 6: 0.9, 3: 0.6, 9: 0.8}
        # 6, 3 and 9: their mean is 6, which is scored again
        assert self.kept(tmp_path, model, [1, 6, 3, 9], scores, averaged=range(1, 4)) == 6
        history = json.loads((tmp_path / "history.json").read_text())
        assert [row["held_out"] for row in history] == [0.1, 0.99, 0.9, 0.6, 0.8]
        assert [row.get("held_out_of_mean") for row in history] == [None] * 4 + [0.9]

    def test_a_mean_worse_than_each_of_them_is_not_kept(self, tmp_path: Path, model: Any) -> None:
        scores = {0: 0.1, 2: 0.8, 8: 0.7, 5: 0.2}
        assert self.kept(tmp_path, model, [2, 8], scores, averaged=range(2)) == 2
        last = json.loads((tmp_path / "history.json").read_text())[-1]
        assert last["held_out_of_mean_not_kept"] == 0.2
        assert "held_out_of_mean" not in last
