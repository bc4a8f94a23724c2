from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gesture_app.domain.models.calibration import Calibration
from tests.fakes.evaluation import (
    quiet_console,
)
from tests.fakes.hand_samples import hand_sample
from training.evaluation.leave_one_out import (
    Fold,
    fold_trainer,
    leave_one_out,
    samples_of,
    shortened,
    split_without,
)
from training.hands.data.dataset import LabelledImage
from training.hands.recipe import parse_recipe


class TestLeaveOneOut:
    RECIPE = parse_recipe({"name": "x", "labels": ["rock", "none"], "data": {"validation_sources": ["b", "c"]}})

    def examples(self) -> list[Any]:
        hands = [hand_sample(label, s, seed=n) for n, s in enumerate("abc") for label in ("rock", "none")]
        return [*hands, hand_sample("none", "only-none"), hand_sample("rock", "rendered", "p1")]

    def images(self) -> list[LabelledImage]:
        found_ones = [LabelledImage(Path("x"), e.label, e.source, e.group) for e in self.examples()]
        return [*found_ones, LabelledImage(Path("missed"), "rock", "a", "a")]

    def test_missed_hands_count_and_a_stopped_run_goes_on_where_it_was(self, tmp_path: Path) -> None:
        trained: list[str] = []

        def train_without(source: str) -> Fold:
            trained.append(source)
            if len(trained) == 3:
                raise KeyboardInterrupt
            return Fold(np.array([[5.0, 0.0], [0.0, 5.0]], dtype=np.float32), Calibration(1.0, 0.5))

        arguments = (self.examples(), self.images(), self.RECIPE, train_without, tmp_path, quiet_console())
        with pytest.raises(KeyboardInterrupt):
            leave_one_out(*arguments)
        figures = leave_one_out(*arguments)
        assert trained == ["a", "b", "c", "c"]
        assert figures["a"]["recall"] == {"rock": 0.5, "none": 1.0}
        assert figures["a"]["no_hand"] == 1
        assert figures["b"]["macro_f1"] == 1

    def test_a_fold_learns_from_fewer_hands_in_every_phase(self) -> None:
        recipe = replace(self.RECIPE, fine_tune=replace(self.RECIPE.fine_tune, epochs=12, swa_epochs=5, soup_runs=2))
        fold = shortened(recipe, 2, 100)
        assert fold.fine_tune.soup_runs == 1
        assert (fold.fine_tune.epochs, fold.fine_tune.hands_per_epoch) == (2, 100)
        assert (fold.head.hands, fold.landmark_pretraining.hands_per_epoch) == (100, 100)

    def test_photos_with_moved_fingers_are_neither_left_in_nor_judged(self) -> None:
        moved = replace(hand_sample("rock", "b", seed=9), fingers_warped=True)
        hands = [*self.examples(), moved]
        assert moved not in samples_of(hands, "b", self.RECIPE)
        assert len(samples_of(hands, "b", self.RECIPE)) == 2
        split = split_without(hands, "b", self.RECIPE)
        assert moved not in split.train + split.validation

    def test_another_recipe_trains_anew(self, tmp_path: Path) -> None:
        trained: list[str] = []

        def train_without(source: str) -> Fold:
            trained.append(source)
            return Fold(np.zeros((2, 2), dtype=np.float32), Calibration(1.0, 0.5))

        for epochs in (1, 1, 2):
            recipe = shortened(self.RECIPE, epochs, 100)
            leave_one_out(self.examples(), self.images(), recipe, train_without, tmp_path, quiet_console())
        assert trained == ["a", "b", "c"] * 2

    def test_the_source_left_out_chooses_nothing(self) -> None:
        split = split_without(self.examples(), "b", self.RECIPE)
        assert "b" not in {example.source for example in split.train + split.validation}
        assert {example.source for example in split.validation} == {"c"}

    def test_a_fold_is_fitted_without_its_source_and_asked_about_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from training.hands import phases as fit
        from training.hands import validation as held_out
        from training.hands.data import batches

        fitted_on: list[set[str]] = []

        def fake_fit(split: Any, *_: object) -> fit.TrainedModel:
            fitted_on.append({example.source for example in split.train + split.validation})
            return fit.TrainedModel(None, [])

        monkeypatch.setattr(fit, "fit", fake_fit)
        for module in (batches, held_out):
            monkeypatch.setattr(module, "exact_inputs", lambda examples, _recipe: examples)
        for module in (fit, held_out):
            monkeypatch.setattr(module, "predict", lambda _model, hands: np.zeros((len(hands), 2), dtype=np.float32))
        fold = fold_trainer(self.examples(), self.RECIPE, None, tmp_path, quiet_console())("a")
        assert fitted_on == [{"b", "c", "only-none", "rendered"}]
        assert fold.logits.shape == (2, 2)
